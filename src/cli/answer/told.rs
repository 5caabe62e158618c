//! What became of the answers that do not simply change a value.

use crate::ask::given::Given;
use crate::ask::settle::{Fate, Outcome, Settled};
use crate::say;
use crate::say::{Message, Tongue};

/// What became of the answers that change nothing or cannot be written, and the comments of the units.
pub(super) fn told(outcome: &Outcome, given: &[Given], tongue: Tongue) -> Vec<String> {
    let mut lines = Vec::new();
    let heads = [
        (3, say!(en: "Conflicts", sv: "Konflikter", da: "Konflikter")),
        (4, say!(en: "Answers that do not fit", sv: "Svar som inte passar", da: "Svar, der ikke passer")),
        (
            5,
            say!(en: "Answers to write by hand", sv: "Svar att skriva in för hand", da: "Svar, der skal skrives ind i hånden"),
        ),
        (1, say!(en: "Still right", sv: "Stämmer fortfarande", da: "Stadig rigtigt")),
        (2, say!(en: "Already so in the register", sv: "Står redan i registret", da: "Står allerede i fortegnelsen")),
    ];
    for (rank, head) in heads {
        let of_rank: Vec<&Settled> =
            outcome.answers.iter().filter(|settled| self::rank(&settled.fate) == rank).collect();
        if of_rank.is_empty() {
            continue;
        }
        lines.push(format!("{}:", head.get(tongue)));
        for settled in of_rank {
            lines.push(head_of(settled));
            if let Fate::Conflict(why) | Fate::Refused(why) | Fate::Unplaced(why) = &settled.fate {
                if !settled.said.is_empty() {
                    lines.push(format!("    {}", answered(settled).get(tongue)));
                }
                lines.push(format!("    {}", why.get(tongue)));
            }
        }
        lines.push(String::new());
    }
    let remarks: Vec<&Settled> = outcome.answers.iter().filter(|settled| !settled.remark.is_empty()).collect();
    if !remarks.is_empty() {
        let head = say!(
            en: "What the units wrote beside their answers",
            sv: "Vad enheterna skrev bredvid sina svar",
            da: "Hvad enhederne skrev ved siden af deres svar",
        );
        lines.push(format!("{}:", head.get(tongue)));
        for settled in remarks {
            lines.extend([head_of(settled), format!("    {} ({})", settled.remark, settled.from)]);
        }
        lines.push(String::new());
    }
    let translated = |settled: &&Settled| settled.is_translated && settled.fate == Fate::Changes;
    let translated: Vec<&Settled> = outcome.answers.iter().filter(translated).collect();
    if !translated.is_empty() {
        let head = say!(
            en: "The text in other languages stays as it was: translate it",
            sv: "Texten på andra språk är kvar som den var: översätt den",
            da: "Teksten på andre sprog er, som den var: oversæt den",
        );
        lines.push(format!("{}:", head.get(tongue)));
        lines.extend(translated.into_iter().map(head_of));
        lines.push(String::new());
    }
    if outcome.is_unrecorded {
        let why = say!(
            en: "Who answered, and when, is kept from format 2 on; `ropa migrate` rewrites the register",
            sv: "Vem som svarade och när sparas från och med format 2; `ropa migrate` skriver om registret",
            da: "Hvem der svarede og hvornår, gemmes fra og med format 2; `ropa migrate` omskriver fortegnelsen",
        );
        lines.extend([why.get(tongue).to_owned(), String::new()]);
    }
    let is_empty = |given: &&Given| given.answers.is_empty() && given.refused.is_empty() && given.comment.is_empty();
    for given in given.iter().filter(is_empty) {
        let line = say!(
            en: "{file}: nothing is filled in",
            sv: "{file}: inget är ifyllt",
            da: "{file}: intet er udfyldt",
            file = given.file,
        );
        lines.push(line.get(tongue).to_owned());
    }
    for given in given.iter().filter(|given| !given.comment.is_empty()) {
        let head = say!(
            en: "Comment ({unit}, {by}): {comment}",
            sv: "Kommentar ({unit}, {by}): {comment}",
            da: "Kommentar ({unit}, {by}): {comment}",
            unit = given.unit,
            by = given.by,
            comment = given.comment,
        );
        lines.extend([head.get(tongue).to_owned(), String::new()]);
    }
    lines
}

fn rank(fate: &Fate) -> u8 {
    match fate {
        Fate::Changes => 0,
        Fate::Stays => 1,
        Fate::Already => 2,
        Fate::Conflict(_) => 3,
        Fate::Refused(_) => 4,
        Fate::Unplaced(_) => 5,
    }
}

/// A question and its id.
fn head_of(settled: &Settled) -> String {
    let asked = if settled.words.is_empty() { String::new() } else { format!("{} ", settled.words) };
    format!("  - {asked}[{}]", settled.id)
}

fn answered(settled: &Settled) -> Message {
    say!(
        en: "the answer: {said} ({from})",
        sv: "svaret: {said} ({from})",
        da: "svaret: {said} ({from})",
        said = settled.said,
        from = settled.from,
    )
}
