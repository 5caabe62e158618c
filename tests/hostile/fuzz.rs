//! A bounded run of the fuzz targets in `tests/fuzz`: every stored input, and mutations of them.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::support::fuzz::harmless::{Data, html, markdown, plain, table};
use crate::support::fuzz::{TARGETS, Target};
use crate::support::{Tree, assert_kept, fixture, tree};

/// The number of mutated inputs per target: a second or two of a debug build.
fn changes(target: &str) -> u64 {
    if ["reader", "config"].contains(&target) { 400 } else { 20 }
}

/// The stored inputs of a target: the corpus and former failures.
fn kept(target: &str) -> Tree {
    let folders = ["corpus", "crashes"].map(|kind| format!("{kind}/{target}"));
    let files = folders.iter().flat_map(|folder| {
        let files = tree(&fixture("fuzz").join(folder)).into_iter();
        files.map(move |(name, bytes)| (format!("{folder}/{name}"), bytes))
    });
    files.filter(|(name, _)| !name.ends_with(".gitkeep")).collect()
}

/// Runs a target; a violation is reported with its input.
#[track_caller]
fn run((target, body): Target, name: &str, bytes: &[u8]) -> bool {
    let run = catch_unwind(AssertUnwindSafe(|| body(bytes)));
    run.unwrap_or_else(|_| panic!("{target} broke a promise on {name}:\n{}", String::from_utf8_lossy(bytes)))
}

/// A random generator with the same output in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }

    /// A random byte range.
    fn stretch(&mut self, bytes: &[u8]) -> (usize, usize) {
        let start = self.below(bytes.len() + 1);
        (start, (start + self.below(12)).min(bytes.len()))
    }

    /// An input with a few ranges removed, doubled, or replaced by one of another input or by a word.
    fn changed(&mut self, input: &[u8], others: &[&Vec<u8>], words: &[String]) -> Vec<u8> {
        let mut bytes = input.to_vec();
        for _ in 0..=self.below(4) {
            let (start, end) = self.stretch(&bytes);
            let with = match self.below(5) {
                0 => Vec::new(),
                1 => bytes[start..end].repeat(2),
                2 => vec![u8::try_from(self.below(256)).unwrap()],
                3 => words[self.below(words.len())].clone().into_bytes(),
                _ => {
                    let other = others[self.below(others.len())];
                    let (start, end) = self.stretch(other);
                    other[start..end].to_vec()
                }
            };
            bytes.splice(start..end, with);
        }
        bytes
    }
}

/// Text that could make a reader, a browser, a spreadsheet or a terminal do something.
const HOSTILE: [&str; 30] = [
    "<script>",
    "</title>",
    "</style>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<img src=x onerror=alert(1)>",
    "javascript:",
    "[a](b)",
    "`",
    "|",
    "```",
    "\n====\n",
    "@",
    "=1",
    ";=1",
    "&amp;",
    "&#60;",
    "{{",
    "*a",
    "&a ",
    "!!map ",
    "<<: ",
    "? ",
    "\u{1b}]52;c;AA\u{7}",
    "\u{9b}",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
];

/// Every key and code of a register.
fn keys(schema: &serde_json::Value, found: &mut BTreeSet<String>) {
    let inside: Vec<&serde_json::Value> = match schema {
        serde_json::Value::Object(entries) => {
            let properties = entries.get("properties").and_then(|keys| keys.as_object());
            found.extend(properties.into_iter().flat_map(|keys| keys.keys().map(|key| format!("{key}: "))));
            let codes = entries.get("enum").and_then(|codes| codes.as_array()).into_iter().flatten();
            found.extend(codes.chain(entries.get("const")).filter_map(|code| code.as_str()).map(str::to_owned));
            entries.values().collect()
        }
        serde_json::Value::Array(items) => items.iter().collect(),
        _ => Vec::new(),
    };
    inside.into_iter().for_each(|schema| keys(schema, found));
}

fn words() -> Vec<String> {
    let mut found = BTreeSet::new();
    keys(&serde_json::to_value(ropa::internals::draft::schema::all()).unwrap(), &mut found);
    found.into_iter().chain(HOSTILE.map(str::to_owned)).collect()
}

/// A word in the syntax of a libFuzzer dictionary.
fn quoted(word: &str) -> String {
    let byte = |byte: u8| match byte {
        b'"' | b'\\' => format!("\\{}", char::from(byte)),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("\\x{byte:02X}"),
    };
    format!("\"{}\"\n", word.bytes().map(byte).collect::<String>())
}

#[test]
fn the_dictionary_has_every_key_and_code() {
    assert_kept("tests/fuzz/ropa.dict", &words().iter().map(|word| quoted(word)).collect::<String>());
}

/// Replays the stored inputs of a target, then mutations of them.
fn replay(name: &str) {
    let target = TARGETS.into_iter().find(|(known, _)| *known == name).unwrap();
    let kept = kept(name);
    let whole = kept.iter().filter(|(path, bytes)| run(target, path, bytes)).count();
    assert!(whole >= 5 && whole < kept.len(), "{whole} of {} inputs get to the end", kept.len());
    let (inputs, words) = (kept.values().collect::<Vec<_>>(), words());
    let mut reached = 0;
    for seed in 0..changes(name) {
        let mut chance = Chance(seed);
        let input = inputs[chance.below(inputs.len())];
        let changed = chance.changed(input, &inputs, &words);
        reached += usize::from(run(target, &format!("seed {seed}"), &changed));
    }
    assert!(reached > 0, "none of the changed inputs gets to the end");
}

#[test]
fn what_the_bodies_look_for_is_found() {
    let faults: [fn(); 18] = [
        || html("a page", "<p>a<script>x</script></p>"),
        || html("a page", "<p onclick=\"x\">a</p>"),
        || html("a page", "<a href=\" java\nscript:x\">a</a>"),
        || html("a page", "<!-- a -->"),
        || html("a page", "<svg></svg>"),
        || html("a page", "<figure><svg><script>x</script></svg></figure>"),
        || html("a page", "<figure><svg><a href=\"x\">a</a></svg></figure>"),
        || markdown("a file", "a <b>c</b>"),
        || markdown("a file", "[a](javascript:x)"),
        || markdown("a file", "![a](b)"),
        || markdown("a file", "a @b"),
        || markdown("a file", "a https://example.org"),
        || table("a table", b"a,=1\n"),
        || table("a table", b"a;\"\"\"=1\""),
        || Data::json(b"{\"a\": \"\n\"}"),
        || Data::xml("<a><b></a>"),
        || plain("a text", "a\0"),
        || plain("a text", "a\u{9b}"),
    ];
    for (number, fault) in faults.into_iter().enumerate() {
        assert!(catch_unwind(fault).is_err(), "fault {number} passes");
    }
    html("a page", "<!DOCTYPE html><p lang=\"sv\"><a href=\"https://example.org\">a &lt;b&gt;</a></p>");
    markdown("a file", "# A\n\n- \\<b> [c](https://example.org)\n<!-- cd8754e02e3a72eb -->\n");
    table("a table", b"a,'=1\n");
}

#[test]
fn a_sample_for_the_reader() {
    replay("reader");
}

#[test]
fn a_sample_for_the_check() {
    replay("check");
}

#[test]
fn a_sample_for_the_settings() {
    replay("config");
}

#[test]
fn a_sample_for_the_pages() {
    replay("page");
}

#[test]
fn a_sample_for_the_comparison() {
    replay("diff");
}
