//! Legal bases (Article 6(1)) and the grounds of Article 9(2) in a cell. What is not certain is not read.

mod law;
mod names;
mod patterns;

use std::collections::BTreeSet;

use super::split::pieces;
use super::words::is_doubtful;

use law::law_in;
pub(super) use names::check;
use names::{blank, names, taken};
pub(super) use patterns::is_law;
use patterns::{ALONE, LETTER, REFERENCE, matches};

/// A ground that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ground {
    /// The Article: 6 or 9.
    pub(super) article: u8,
    /// The code.
    pub(super) code: &'static str,
    /// The law in brackets after it.
    pub(super) law: Option<String>,
}

/// The codes of the letters of Article 6(1), and of Article 9(2).
const SIX: [&str; 6] =
    ["consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"];
const NINE: [&str; 10] = [
    "explicit-consent",
    "social-law",
    "vital-interests",
    "association",
    "made-public",
    "legal-claims",
    "substantial-public-interest",
    "care",
    "public-health",
    "archiving-research-statistics",
];
/// The two variants of Article 6(1)(e).
const VARIANTS: [&str; 2] = ["public-interest", "official-authority"];

/// The grounds that each piece of a cell names; a piece that is not understood is an error with its text. `article` is
/// the one that the header names, whose letters can stand alone.
#[must_use]
pub(super) fn read(text: &str, article: Option<u8>) -> Vec<Result<Vec<Ground>, String>> {
    let letters_only = article.filter(|_| matches(&ALONE, &text.trim().to_lowercase()));
    if let Some(article) = letters_only {
        let lower = text.to_lowercase();
        let words = lower.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.len() == 1);
        let codes: Option<Vec<_>> = words.map(|word| code_of(article, word)).collect();
        return vec![codes.map_or_else(
            || Err(text.to_owned()),
            |codes| Ok(codes.into_iter().map(|code| Ground { article, code, law: None }).collect()),
        )];
    }
    pieces(text).into_iter().map(|piece| piece_of(&piece).ok_or(piece)).collect()
}

fn code_of(article: u8, letter: &str) -> Option<&'static str> {
    let index = usize::from(letter.bytes().next()?.checked_sub(b'a')?);
    if article == 6 { SIX.get(index) } else { NINE.get(index) }.copied()
}

/// The grounds of a piece: those of its Articles, which its names must agree with, or else those of its names, if they
/// are all that it says.
fn piece_of(text: &str) -> Option<Vec<Ground>> {
    let lower = text.to_lowercase();
    if is_doubtful(&lower) {
        return None;
    }
    let (mut letters, rest) = references(&lower)?;
    let names = names();
    let (exceptions, rest) = taken(&rest, &names.exception);
    let (bases, rest) = taken(&rest, &names.basis);
    let law = law_in(text, &rest)?;
    if letters.is_empty() {
        if bases.is_empty() && exceptions.is_empty() {
            return None;
        }
        let six = bases.into_iter().map(|code| (6, code));
        letters = six.chain(exceptions.into_iter().map(|code| (9, code))).collect();
        letters.dedup();
    } else {
        agree(&mut letters, &bases, &exceptions)?;
    }
    let needs = |code: &str| code == "legal-obligation" || code == "public-task" || VARIANTS.contains(&code);
    let is_one = letters.iter().filter(|(article, code)| *article == 6 && needs(code)).count() == 1;
    if law.is_some() && !is_one {
        return None;
    }
    let ground = |(article, code): (u8, &'static str)| {
        let law = law.clone().filter(|_| is_one && article == 6 && needs(code));
        Ground { article, code, law }
    };
    Some(letters.into_iter().map(ground).collect())
}

/// The Articles with their letters, and the text without them. `None` if a letter does not exist.
fn references(lower: &str) -> Option<(Vec<(u8, &'static str)>, String)> {
    let (mut found, mut rest, mut last) = (Vec::new(), lower.to_owned(), None);
    for reference in REFERENCE.as_ref()?.captures_iter(lower) {
        let par = reference.name("par").map_or("", |par| par.as_str());
        let number: u8 = reference.name("number")?.as_str().parse().ok()?;
        let right = if number == 6 { '1' } else { '2' };
        if reference.name("art").is_none() && par.is_empty() || par.contains(['1', '2']) && !par.contains(right) {
            continue;
        }
        let letters = reference.name("letters")?.as_str();
        for letter in letters.split(|sign: char| !sign.is_alphabetic()).filter(|word| word.len() == 1) {
            found.push((number, code_of(number, letter)?));
        }
        last = Some(number);
        blank(&mut rest, &reference.get(0)?.range());
    }
    if let Some(number) = last {
        let others = rest.clone();
        for letter in LETTER.as_ref()?.captures_iter(&others) {
            let name = letter.name("letter")?;
            found.push((number, code_of(number, name.as_str())?));
            blank(&mut rest, &name.range());
        }
    }
    let mut known = BTreeSet::new();
    found.retain(|ground| known.insert(*ground));
    Some((found, rest))
}

/// Makes Article 6(1)(e) the variant that the names tell, if it is one, and sees that no name means another letter.
fn agree(letters: &mut [(u8, &'static str)], bases: &[&'static str], exceptions: &[&'static str]) -> Option<()> {
    let has = |article: u8, code: &str| letters.iter().any(|ground| ground.0 == article && ground.1 == code);
    let named: BTreeSet<&str> = bases.iter().copied().collect();
    let is_told = |code: &&str| has(6, code) || VARIANTS.contains(code) && has(6, "public-task");
    // Consent of Article 9 is called consent too.
    let is_of_nine = |code: &&str| match *code {
        "consent" => has(9, "explicit-consent"),
        "public-interest" => has(9, "archiving-research-statistics"),
        _ => false,
    };
    let all = named.iter().all(|code| is_told(code) || is_of_nine(code)) && exceptions.iter().all(|code| has(9, code));
    let variant = VARIANTS.iter().filter(|code| named.contains(**code)).copied().collect::<Vec<_>>();
    if let ([variant], Some(task)) =
        (variant.as_slice(), letters.iter_mut().find(|ground| **ground == (6, "public-task")))
    {
        task.1 = variant;
    }
    all.then_some(())
}

#[cfg(test)]
mod tests {
    use super::{is_law, read};

    fn codes(text: &str, article: Option<u8>) -> Option<Vec<String>> {
        let pieces = read(text, article).into_iter().collect::<Result<Vec<_>, _>>().ok()?;
        let code = |ground: super::Ground| match ground.law {
            Some(law) => format!("{}.{} {law}", ground.article, ground.code),
            None => format!("{}.{}", ground.article, ground.code),
        };
        Some(pieces.into_iter().flatten().map(code).collect())
    }

    #[test]
    fn grounds_are_read_in_the_words_of_four_languages() {
        for (text, expected) in [
            ("Avtal (art. 6.1 b)", &["6.contract"][..]),
            ("Avtal (6.1 b)", &["6.contract"]),
            ("avtal", &["6.contract"]),
            ("Rättslig förpliktelse (6.1 c/f)", &["6.legal-obligation", "6.legitimate-interests"]),
            ("Artikel 6, stk. 1, litra c og f", &["6.legal-obligation", "6.legitimate-interests"]),
            ("Samtykke (art. 6, stk. 1, litra a) og avtale (litra b)", &["6.consent", "6.contract"]),
            (
                "Article 6(1)(f) Legitimate Interests / Article 6(1)(b) Contract",
                &["6.legitimate-interests", "6.contract"],
            ),
            (
                "Artikkel 6 nr. 1 bokstav b (avtalen) og c (bokføringsloven)",
                &["6.contract", "6.legal-obligation bokføringsloven"],
            ),
            ("Art. 6(1)(c) (bokføringsloven)", &["6.legal-obligation bokføringsloven"]),
            ("Uppgift av allmänt intresse (art 6.1 e)", &["6.public-interest"]),
            ("Artikel 6.1.e", &["6.public-task"]),
            ("art. 9.2 h", &["9.care"]),
            ("Uttryckligt samtycke (artikel 9.2 a)", &["9.explicit-consent"]),
            ("Berättigat intresse / avtal", &["6.legitimate-interests", "6.contract"]),
            ("6.1 e, skollagen (2010:800) 20 kap.", &["6.public-task skollagen (2010:800) 20 kap."]),
            ("Myndighetsutövning - artikel 6.1 e, skollagen 10 kap", &["6.official-authority skollagen 10 kap"]),
            ("artikel 6, stk. 1, litra e, jf. dagtilbudsloven § 5", &["6.public-task dagtilbudsloven § 5"]),
            (
                "Rettslig forpliktelse (art. 6 nr. 1 c), plan- og bygningsloven",
                &["6.legal-obligation plan- og bygningsloven"],
            ),
            ("6.1 c samt 6.1 e", &["6.legal-obligation", "6.public-task"]),
        ] {
            let expected: Vec<String> = expected.iter().map(ToString::to_string).collect();
            assert_eq!(codes(text, None), Some(expected), "{text}");
        }
        assert_eq!(codes("a, c", Some(6)), Some(vec!["6.consent".into(), "6.legal-obligation".into()]));
        assert_eq!(codes("h", Some(9)), Some(vec!["9.care".into()]));
    }

    #[test]
    fn what_is_not_certain_is_not_read() {
        for text in [
            "Juridisk skyldighet (artikel 6.1.d)",
            "Samtycke krävs inte",
            "Avtal med leverantören om drift",
            "Samtycke?",
            "litra [x]",
            "b",
            "Samtycke, avtal (6.1 b)",
            "6.1 g",
            "Arkivlagen",
            "kapitel 6 b",
            "art. 6.1 a-f",
            "Artikel 6.1 a–e",
            "art. 6, stk. 1, litra a-f",
            "Utgår: 6.1 a",
            "6.1 a eller e",
            "artikel 6.1 e eller 6.1 c",
            "Samtycke (6.1 a) eller avtal (6.1 b)",
            "Samtykke (art. 6, stk. 1, litra a) eller kontrakt (litra b)",
            "6.1 b tom 2024, därefter 6.1 e",
            "6.1 e osäkert",
            "6.1 e och ev. a",
            "Art. 6.1 e samt 6.1 a vid publicering",
            "Samtycke (utgår)",
        ] {
            assert_eq!(codes(text, None), None, "{text}");
        }
        assert_eq!(codes("g", Some(6)), None);
    }

    #[test]
    fn a_law_alone_is_a_law() {
        for law in [
            "Arkivloven § 6",
            "bokföringslagen",
            "10 kap. 32 § skollagen (2010:800)",
            "skollagen (2010:800) 10 kap. 32 §",
        ] {
            assert!(is_law(law), "{law}");
        }
        for other in ["avtal", "Forvaltningsloven — pligt til notat", "lagen", "enligt bokföringslagen"] {
            assert!(!is_law(other), "{other}");
        }
    }
}
