//! Files that are not YAML, too large, or too deep.

use std::fs::File;

use insta::assert_snapshot;
use unicode_normalization::UnicodeNormalization;

use crate::support::{Workspace, assert_same};

/// The file under test; everything else is sound.
const FILE: &str = "registers/one-language/activities/fel.yaml";

/// The messages about a file, without the summary.
fn said(bytes: impl AsRef<[u8]>) -> String {
    let workspace = Workspace::complete();
    workspace.write(FILE, bytes);
    let run = workspace.ropa(&["check", "-m", "one-language", "--quiet"]).is(1);
    assert_eq!(run.err, "");
    run.out
}

#[test]
fn an_alias_bomb_is_refused() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let below = format!("*a{}", level - 1);
        bomb.push_str(&format!("a{level}: &a{level} [{}]\n", [below.as_str(); 10].join(", ")));
    }
    assert_snapshot!(said(bomb), @r#"
    error[yaml-alias]: the aliases expand to more than 10000 values
     --> registers/one-language/activities/fel.yaml:4:45
      |
    4 | a3: &a3 [*a2, *a2, *a2, *a2, *a2, *a2, *a2, *a2, *a2, *a2]
      |                                             ^^^ the limit is passed here
      |
      = help: write the values out, or move them to shared/ and refer to them by id
    "#);
}

#[test]
fn an_alias_that_contains_itself_is_refused() {
    assert_snapshot!(said("id: fel\ntitle: &title [*title]\n"), @r#"
    error[yaml-alias]: the alias refers to a value that contains the alias itself
     --> registers/one-language/activities/fel.yaml:2:16
      |
    2 | title: &title [*title]
      |                ^^^^^^
      |
      = help: write the value out where it is needed
    "#);
}

#[test]
fn a_hundred_thousand_brackets_are_refused() {
    let said = said(format!("id: fel\ntitle: {}", "[".repeat(100_000)));
    assert!(said.starts_with("error[yaml-syntax]: "), "{}", &said[..200]);
    assert!(said.contains("can be nested 32 levels deep at most"), "{said}");
    assert!(said.len() < 2_000, "the line of a message is cut: {} bytes", said.len());
}

#[test]
fn deep_indentation_is_refused() {
    let lines = (0..1_000).map(|depth| format!("{}a:\n", " ".repeat(depth)));
    let said = said(lines.collect::<String>());
    assert!(said.contains("can be nested 32 levels deep at most"), "{said}");
}

#[test]
fn five_megabytes_are_refused() {
    assert_snapshot!(said("# tyst\n".repeat(3 << 18)), @r#"
    error[file-too-large]: the file has 5505024 bytes; at most 4194304 are read
    --> registers/one-language/activities/fel.yaml
     = help: split the register into one file per activity
    "#);
}

#[test]
fn a_hundred_megabytes_are_refused_unread() {
    let workspace = Workspace::complete();
    File::create(workspace.path(FILE)).unwrap().set_len(100 << 20).unwrap();
    let run = workspace.ropa(&["check", "--quiet"]).is(1);
    assert_snapshot!(run.out, @r#"
    error[file-too-large]: the file has 104857600 bytes; at most 4194304 are read
    --> registers/one-language/activities/fel.yaml
     = help: split the register into one file per activity
    "#);
}

#[test]
fn many_values_are_refused() {
    let said = said(format!("title: [{}]\n", "a, ".repeat(250_000)));
    assert!(said.starts_with("error[yaml-too-large]: the file holds more than 200000 values\n"), "{}", &said[..200]);
}

#[test]
fn what_is_no_text_is_named() {
    assert_snapshot!(said(b"id: fel\ntitle: f\0el\n"), @r#"
    error[file-encoding]: the file is not a text: line 2 holds a NUL byte
    --> registers/one-language/activities/fel.yaml
     = help: open the file in your editor and save it again with the encoding UTF-8
    "#);
    assert_snapshot!(said(b"id: fel\ntitle: sk\xF6n\n"), @r#"
    error[file-encoding]: the file is not UTF-8: line 2 holds a letter of another encoding, such as Latin-1
    --> registers/one-language/activities/fel.yaml
     = help: open the file in your editor and save it again with the encoding UTF-8
    "#);
    let utf16: Vec<u8> = "\u{FEFF}id: fel\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_snapshot!(said(utf16), @r#"
    error[file-encoding]: the file is saved as UTF-16
    --> registers/one-language/activities/fel.yaml
     = help: open the file in your editor and save it again with the encoding UTF-8
    "#);
}

#[test]
fn a_file_of_no_byte_is_told() {
    assert_snapshot!(said(""), @r#"
    error[file-empty]: the file is empty
    --> registers/one-language/activities/fel.yaml
     = help: write what belongs in the file, or remove the file
    "#);
}

#[test]
fn a_file_under_a_hidden_ending_is_told() {
    let workspace = Workspace::complete();
    workspace.write("registers/one-language/activities/fel.yaml.txt", "id: fel\ntitle: Fel\n");
    workspace.write("registers/one-language/minnen.txt", "Ring ombudet.\n");
    let run = workspace.ropa(&["check", "-m", "one-language", "--quiet"]).is(1);
    assert_snapshot!(run.out, @r#"
    error[file-stray]: the name of the file ends with `.txt`: it is not read
    --> registers/one-language/activities/fel.yaml.txt
     = help: rename the file to `fel.yaml`; in Windows, first let the file manager show file name extensions
    "#);
}

#[test]
fn line_ends_and_the_byte_order_mark_do_not_matter() {
    let plain = Workspace::complete().built();
    let changes: [fn(&str) -> Vec<u8>; 3] = [
        |text| text.replace('\n', "\r\n").into_bytes(),
        |text| text.replace('\n', "\r").into_bytes(),
        |text| format!("\u{FEFF}{text}").into_bytes(),
    ];
    for change in changes {
        let workspace = Workspace::complete();
        workspace.rewrite(change);
        assert_same(&plain, &workspace.built());
    }
}

#[test]
fn decomposed_letters_are_the_same_letters() {
    const NAME: &str = "registers/one-language/shared/namn.yaml";
    let build = |text: &str, change: fn(&str) -> Vec<u8>| {
        let workspace = Workspace::complete();
        workspace.write(NAME, format!("recipients: {{bolaget: {{name: \"{text}\"}}}}\n"));
        workspace.rewrite(change);
        workspace.built()
    };
    let composed = build("Åsa, Äng, Öl, Ærø, smörgås", |text| text.as_bytes().to_vec());
    let decomposed = build("Åsa, Äng, Öl, Ærø, smörgås", |text| text.nfd().collect::<String>().into_bytes());
    assert_same(&composed, &decomposed);
}

#[test]
fn parts_take_over_a_limited_number_of_items() {
    let workspace = Workspace::complete();
    let data: Vec<String> = (0..1_500).map(|number| format!("uppgift {number}")).collect();
    let whole = format!("id: helhet\ntitle: Helhet\ndata: [{}]\n", data.join(", "));
    workspace.write("registers/one-language/activities/helhet.yaml", whole);
    for part in 0..300 {
        let text = format!("id: helhet/del-{part}\ntitle: Del {part}\npart-of: helhet\n");
        workspace.write(&format!("registers/one-language/activities/helhet/del-{part}.yaml"), text);
    }
    let run = workspace.ropa(&["check", "-m", "one-language", "--quiet"]).is(1);
    assert!(run.out.contains("error[parts-too-large]: the children inherit more than 300000 items"), "{}", run.out);
}
