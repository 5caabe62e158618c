//! Writes workspaces that grow in one respect, such as keys, activities, texts or purposes.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// What a workspace has much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Much {
    /// Activities, each in a file.
    Activities,
    /// Children of one activity.
    Parts,
    /// Activities, each with a notice.
    Notices,
    /// Activities, all in one notice.
    Covered,
    /// Systems, each used by an activity.
    Systems,
    /// Keys that no record has.
    UnknownKeys,
    /// Duplicate keys.
    KeysTwice,
    /// Bytes of one text.
    Text,
    /// Remarks that each break a rule on wording.
    Remarks,
    /// Purposes of one activity.
    Purposes,
    /// Purposes of one activity, and children that inherit from it.
    TakenOver,
    /// Free words among the data of one activity.
    Words,
    /// Categories of data, each of which names the next.
    Data,
    /// Activities, each with an entry in `accept.yaml`.
    Accepted,
    /// Bytes of a text that aliases repeat.
    Aliases,
    /// Soft hyphens in one text.
    SoftHyphens,
    /// Characters without width that begin one text.
    Widthless,
    /// Sources of one activity, in words.
    Sources,
    /// Notes on one right in one activity.
    RightNotes,
    /// Purposes of one activity, each with its own data, half of them based on a legal obligation.
    Grounds,
    /// Letters without a shape in one text, no two of them alike.
    Shapeless,
    /// Asterisks in one purpose.
    Asterisks,
    /// Number signs in one purpose.
    NumberSigns,
}

const MUNICIPALITY: &str = "name: Testby
country: SE
languages: [sv]
controllers:
  kommunstyrelsen:
    name: Kommunstyrelsen
    officer: dso
    contact: {email: ks@example.org}
officers:
  dso:
    name: Dataskyddsombudet
    contact: {email: dso@example.org}
";

/// Writes a workspace with `count` of something. `word` occurs in the purposes; a different word gives a version in
/// which every purpose is reworded.
///
/// # Errors
/// When a file cannot be written.
pub(crate) fn write(root: &Path, much: Much, count: usize, word: &str) -> io::Result<()> {
    let folder = root.join("registers/testby");
    fs::create_dir_all(folder.join("activities"))?;
    fs::write(root.join("ropa.toml"), "title = \"Growing\"\n")?;
    fs::write(folder.join("municipality.yaml"), MUNICIPALITY)?;
    let one = |more: &str| put(&folder, "activities/a000000", &format!("{}{more}", activity(0, &purpose(0, word))));
    match much {
        Much::Activities => activities(&folder, count, word, |_| String::new()),
        Much::Parts => parts(&folder, count, word),
        Much::Notices => {
            fs::create_dir_all(folder.join("notices"))?;
            activities(&folder, count, word, |_| String::new())?;
            (0..count).try_for_each(|number| put(&folder, &format!("notices/n{number:06}"), &notice(number)))
        }
        Much::Covered => {
            fs::create_dir_all(folder.join("notices"))?;
            activities(&folder, count, word, |_| String::new())?;
            let named = all(count, |number| format!("  - a{number:06}\n"));
            put(&folder, "notices/all", &format!("id: all\ntitle: Om allt\nactivities:\n{named}"))
        }
        Much::Systems => {
            fs::create_dir_all(folder.join("shared"))?;
            let system = |number| format!("  s{number:06}: {{name: System {number}}}\n");
            put(&folder, "shared/systems", &format!("systems:\n{}", all(count, system)))?;
            activities(&folder, count, word, |number| format!("systems: [s{number:06}]\n"))
        }
        Much::UnknownKeys => one(&all(count, |number| format!("k{number:06}: x\n"))),
        Much::KeysTwice => one(&all(count, |number| format!("k{:06}: x\n", number / 2))),
        Much::Text => one(&format!("summary: {}\n", "ord som läses av den som vill veta ".repeat(count / 35))),
        Much::Remarks => one(&format!("remarks:\n{}", all(count, remark))),
        Much::Purposes => put(&folder, "activities/a000000", &activity(0, &all(count, |number| purpose(number, word)))),
        Much::TakenOver => {
            put(&folder, "activities/a000000", &activity(0, &all(count, |number| purpose(number, word))))?;
            (0..count).try_for_each(|number| {
                let text =
                    format!("id: a000000/p{number:06}\npart-of: a000000\ntitle: Del {number}\nsubjects: [pupils]\n");
                put(&folder, &format!("activities/p{number:06}"), &text)
            })
        }
        Much::Words => {
            let item = |number| format!("      - uppgift av {word} slag nummer {number}\n");
            let text = activity(0, &purpose(0, "samma"));
            let data = format!("  - items:\n{}", all(count, item));
            put(&folder, "activities/a000000", &text.replace("  - items: [name, contact]\n", &data))
        }
        Much::Data => {
            let data = |number| format!("  - id: d{number:06}\n    items: [d{:06}, name]\n", number + 1);
            let text = activity(0, &purpose(0, word));
            put(&folder, "activities/a000000", &text.replace("  - items: [name, contact]\n", &all(count, data)))
        }
        Much::Accepted => {
            activities(&folder, count, word, |_| String::new())?;
            put(&folder, "accept", &all(count, accepted))
        }
        Much::SoftHyphens => one(&format!("summary: {}\n", "ord\u{AD}".repeat(count))),
        Much::Shapeless => one(&format!("summary: {}\n", all(count, shapeless))),
        Much::Widthless => one(&format!("summary: \"{}ord\"\n", "\u{200B}".repeat(count))),
        Much::Sources => {
            let text = activity(0, &purpose(0, word));
            let sources = format!("sources:\n{}", all(count, |number| format!("  - källa {number}\n")));
            put(&folder, "activities/a000000", &text.replace("sources: [data-subject]\n", &sources))
        }
        Much::RightNotes => one(&format!("rights:\n{}", all(count, right_note))),
        Much::Grounds => {
            let data = |number| format!("  - {{id: d{number:06}, items: [uppgift {number}]}}\n");
            let text = activity(0, &all(count, |number| ground(number, word)));
            put(&folder, "activities/a000000", &text.replace("  - items: [name, contact]\n", &all(count, data)))
        }
        Much::Asterisks | Much::NumberSigns => {
            let sign = if much == Much::Asterisks { "*" } else { "#" };
            let what = format!("{word} {}", sign.repeat(count));
            put(&folder, "activities/a000000", &activity(0, &format!("  - what: '{what}'\n    basis: public-task\n")))
        }
        Much::Aliases => one(&format!("notes:\n  - &a {}\n{}", "x".repeat(count), "  - *a\n".repeat(count / 8))),
    }
}

fn all(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect()
}

fn put(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    fs::write(folder.join(format!("{name}.yaml")), text)
}

fn activities(folder: &Path, count: usize, word: &str, more: impl Fn(usize) -> String) -> io::Result<()> {
    (0..count).try_for_each(|number| {
        let text = activity(number, &purpose(number, word)) + &more(number);
        put(folder, &format!("activities/a{number:06}"), &text)
    })
}

fn parts(folder: &Path, count: usize, word: &str) -> io::Result<()> {
    put(folder, "activities/a000000", &activity(0, &purpose(0, word)))?;
    (1..=count).try_for_each(|number| {
        let mut text = format!("id: a000000/p{number:06}\npart-of: a000000\ntitle: Del {number}\npurposes:\n");
        text.push_str(&purpose(number, word));
        put(folder, &format!("activities/p{number:06}"), &text)
    })
}

/// A small activity that breaks no rule at error level.
fn activity(number: usize, purposes: &str) -> String {
    let mut text = format!("id: a{number:06}\ntitle: Behandling {number}\ncontroller: kommunstyrelsen\n");
    let _ = write!(text, "subjects: [citizens]\npurposes:\n{purposes}data:\n  - items: [name, contact]\n");
    text + "administration: {information: {exception: artikel 14.5 a}}\nsources: [data-subject]\nobligation: {kind: needed}\nrecipients: none\nretention:\n  - {keep: 2 years, from: decision}\n"
}

fn purpose(number: usize, word: &str) -> String {
    format!("  - what: handlägga {word} ärenden av slaget {number} i kommunen\n    basis: public-task\n")
}

fn right_note(number: usize) -> String {
    format!("  - {{right: access, how: [Fråga i ärende {number}.]}}\n")
}

fn ground(number: usize, word: &str) -> String {
    let basis = if number.is_multiple_of(2) { "public-task" } else { "legal-obligation" };
    format!("  - {{what: 'handlägga {word} ärenden av slaget {number}', basis: {basis}, data: [d{number:06}]}}\n")
}

fn notice(number: usize) -> String {
    format!("id: n{number:06}\ntitle: Om behandling {number}\nactivities: [a{number:06}]\n")
}

fn remark(number: usize) -> String {
    format!("  - Vi kan komma att lämna ut uppgifter enligt personuppgiftslagen i ärende {number}.\n")
}

fn shapeless(number: usize) -> String {
    let tag = u32::try_from(number % 4096).ok().and_then(|number| char::from_u32(0xE0000 + number));
    format!("ord{}", tag.unwrap_or_default())
}

fn accepted(number: usize) -> String {
    format!("- {{rule: law-missing, in: a{number:06}, because: beslut väntas, until: 2027-03-31}}\n")
}
