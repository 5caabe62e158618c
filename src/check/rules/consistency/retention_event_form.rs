//! `retention-event-form`: an event or a criterion in free words does not complete its sentence.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::language::line::Line;
use crate::language::{Language, language};
use crate::law::provision::Provision;
use crate::lexicon::{Opening, events};
use crate::model::retention::End;
use crate::model::term::{Events, Refers, Term};
use crate::model::{Lang, Text};
use crate::say;
use crate::say::{Message, Words};
use crate::vocabulary::Form;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "retention-event-form",
    aliases: &[],
    title: Words {
        en: "An event does not complete its sentence",
        sv: "En händelse passar inte i sin mening",
        da: "En hændelse passer ikke i sin sætning",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)"), Provision::Gdpr("13(2)(a)")],
    why: Words {
        en: "Words of your own are published as they are written: after `from` they complete “kept for 2 years from …”, after `until` and `criterion` they complete “kept until …”.",
        sv: "Egna ord publiceras som de är skrivna: efter `from` fortsätter de ”sparas i 2 år från …”, efter `until` och `criterion` fortsätter de ”sparas tills …”.",
        da: "Egne ord offentliggøres, som de er skrevet: efter `from` fortsætter de “opbevares i 2 år fra …”, efter `until` og `criterion` fortsætter de “opbevares, indtil …”.",
    },
    bad: "retention: [{of: [{sv: beslut}], keep: 2 years, from: {sv: när personakten avslutas}}]",
    good: "retention: [{of: [{sv: beslut}], keep: 2 years, from: {sv: den dag då personakten avslutas}}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let main = case.register.municipality.main_language();
    for rule in case.activities().flat_map(|activity| &activity.retention) {
        let ends = rule.ends().flat_map(texts);
        let criterion = rule.criterion.value().into_iter().map(|text| (Form::Until, text));
        for (form, text) in ends.chain(criterion) {
            for (lang, words) in text.each_language(main) {
                if let Some((message, help)) = fault(form, lang, words) {
                    findings.push(RULE.found(text.at, message).label(label(form)).help(help));
                }
            }
        }
    }
}

/// The free texts of the events of an end, with the form in which each completes its sentence.
fn texts(end: End<'_>) -> impl Iterator<Item = (Form, &Text)> {
    let from = end.from.into_iter().map(|event| (Form::From, event));
    let until = end.until.iter().map(|event| (Form::Until, event));
    from.chain(until).flat_map(|(form, event)| {
        let form = event.form(form);
        let is_free = |term: &&Term<Events>| event.own(form).is_none() && term.word.refers == Refers::Itself;
        let free = event.event.as_ref().filter(is_free).map(|term| (form, &term.word.text));
        let own = |form| event.own(form).map(|text| (form, text));
        free.into_iter().chain(own(Form::From)).chain(own(Form::Until))
    })
}

fn label(form: Form) -> Message {
    match form {
        Form::From => say!(en: "from what?", sv: "från vad?", da: "fra hvad?"),
        _ => say!(en: "until what happens?", sv: "tills vad händer?", da: "indtil hvad sker?"),
    }
}

/// What is wrong with words that begin with one of the lexicon, and what to write.
fn fault(form: Form, lang: Lang, words: &str) -> Option<(Message, Message)> {
    let language = language(lang)?;
    let is_no_clause = form == Form::Until && is_one_word(words);
    let (opening, rest) = events().opening(words).or(is_no_clause.then_some((Opening::Until, words)))?;
    if (form, opening) == (Form::Until, Opening::From) {
        return None;
    }
    let said = phrase(language, form, words);
    let message = match opening {
        Opening::According => say!(
            en: "`{words}` names a law or a plan, but no time",
            sv: "`{words}` anger en lag eller en plan, men ingen tid",
            da: "`{words}` angiver en lov eller en plan, men ingen tid",
        ),
        Opening::Then => say!(
            en: "`{words}` says what happens, but not when",
            sv: "`{words}` anger vad som händer, men inte när",
            da: "`{words}` angiver, hvad der sker, men ikke hvornår",
        ),
        _ => say!(
            en: "the page would say “{said}”",
            sv: "sidan skulle säga ”{said}”",
            da: "siden ville sige “{said}”",
        ),
    };
    Some((message, help(language, form, opening, rest)))
}

fn help(language: &Language, form: Form, opening: Opening, rest: &str) -> Message {
    let day = language.say("say.day-when", &[("event", Line::words(rest))]).plain();
    let until = phrase(language, Form::Until, rest);
    match (opening, form) {
        (Opening::According | Opening::Then, _) => say!(
            en: "write the law in `law:` or the plan in `decision:`, and how long in `keep:` or `until:`; if it is not known, `unknown: why`",
            sv: "skriv lagen i `law:` eller planen i `decision:`, och hur länge i `keep:` eller `until:`; är det inte känt, `unknown: varför`",
            da: "skriv loven i `law:` eller planen i `decision:`, og hvor længe i `keep:` eller `until:`; er det ukendt, `unknown: hvorfor`",
        ),
        (Opening::SoLong, _) => say!(
            en: "write the event that ends it, such as `until: case-closed`, or words that complete “{until}”",
            sv: "skriv händelsen som avslutar tiden, till exempel `until: case-closed`, eller ord som fortsätter ”{until}”",
            da: "skriv hændelsen, der afslutter tiden, for eksempel `until: case-closed`, eller ord, der fortsætter “{until}”",
            until = phrase(language, Form::Until, "…"),
        ),
        (Opening::When, Form::From) => {
            let from = phrase(language, Form::From, &day);
            say!(
                en: "write `from: {day}`, which reads “{from}”; or, if it is kept until then, `until: {rest}` without `keep:`, which reads “{until}”",
                sv: "skriv `from: {day}`, som läses ”{from}”; eller, om det sparas tills dess, `until: {rest}` utan `keep:`, som läses ”{until}”",
                da: "skriv `from: {day}`, som læses “{from}”; eller, hvis det opbevares indtil da, `until: {rest}` uden `keep:`, som læses “{until}”",
            )
        }
        (_, Form::From) => {
            let from = phrase(language, Form::From, rest);
            say!(
                en: "write words that complete “{from_what}”: `from: {rest}` reads “{from}”; or a clause that completes “{until_what}” after `until:`, without `keep:`",
                sv: "skriv ord som fortsätter ”{from_what}”: `from: {rest}` läses ”{from}”; eller en sats som fortsätter ”{until_what}” efter `until:`, utan `keep:`",
                da: "skriv ord, der fortsætter “{from_what}”: `from: {rest}` læses “{from}”; eller en sætning, der fortsætter “{until_what}” efter `until:`, uden `keep:`",
                from_what = phrase(language, Form::From, "…"),
                until_what = phrase(language, Form::Until, "…"),
            )
        }
        (Opening::Until, _) if is_one_word(rest) => say!(
            en: "write a clause with a verb, which completes “{until_what}”: what happens then?",
            sv: "skriv en sats med ett verb som fortsätter ”{until_what}”: vad händer då?",
            da: "skriv en sætning med et verbum, der fortsætter “{until_what}”: hvad sker der da?",
            until_what = phrase(language, Form::Until, "…"),
        ),
        (_, _) => say!(
            en: "write a clause that completes “{until_what}”; `{rest}` reads “{until}”",
            sv: "skriv en sats som fortsätter ”{until_what}”; `{rest}` läses ”{until}”",
            da: "skriv en sætning, der fortsætter “{until_what}”; `{rest}` læses “{until}”",
            until_what = phrase(language, Form::Until, "…"),
        ),
    }
}

/// Whether words are a single one, which is no clause.
fn is_one_word(words: &str) -> bool {
    !words.trim().contains(char::is_whitespace)
}

/// The words in their sentence, without the records.
fn phrase(language: &Language, form: Form, words: &str) -> String {
    let words = Line::words(words).unstopped();
    let line = match form {
        Form::From => language.say("say.span-period", &[("period", Line::words("…")), ("from", words)]),
        _ => language.say("say.span-until", &[("until", words)]),
    };
    line.plain().trim_start_matches([',', ' ']).to_owned()
}
