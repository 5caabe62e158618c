//! Why an answer is not written.

use crate::ask::form::Question;
use crate::say;
use crate::say::Message;
use crate::source::Read;

pub(super) fn no_question() -> Message {
    say!(
        en: "the register has no such question; it may be settled or its record may have another name",
        sv: "registret har ingen sådan fråga; den kan vara besvarad, eller så har posten ett annat namn",
        da: "fortegnelsen har ikke et sådant spørgsmål; det kan være besvaret, eller posten har et andet navn",
    )
}

pub(super) fn twice((file, says): &(String, String), (other, differs): &(String, String)) -> Message {
    say!(
        en: "two answers to the same question differ; the first counts: “{says}” ({file}), “{differs}” ({other})",
        sv: "två svar på samma fråga skiljer sig åt; det första gäller: ”{says}” ({file}), ”{differs}” ({other})",
        da: "to svar på samme spørgsmål er forskellige; det første gælder: »{says}« ({file}), »{differs}« ({other})",
    )
}

pub(super) fn changed(question: &Question) -> Message {
    let now = if question.now.is_empty() { "–".to_owned() } else { question.now.join("; ") };
    say!(
        en: "the register has changed since the form was made; it says now: {now}",
        sv: "registret har ändrats sedan formuläret skapades; nu står det: {now}",
        da: "fortegnelsen er ændret, siden skemaet blev lavet; nu står der: {now}",
        now = now,
    )
}

pub(super) fn in_the_way(read: &Read, file: u32) -> Message {
    let path = read.sources.files.get(file as usize).map_or("", |file| file.path.as_str());
    say!(
        en: "a comment or the layout in {path} is in the way; write it by hand",
        sv: "en kommentar eller layouten i {path} är i vägen; skriv in svaret för hand",
        da: "en kommentar eller opstillingen i {path} er i vejen; skriv svaret ind i hånden",
        path = path,
    )
}

pub(super) fn in_words() -> Message {
    say!(
        en: "the answer is in words, which a person has to place",
        sv: "svaret är i ord, och en människa får placera det",
        da: "svaret er i ord, som et menneske må placere",
    )
}
