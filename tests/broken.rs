//! Broken registers: each case in `broken/` is laid over the complete register, and its full message is stored next
//! to it.

use insta::{Settings, assert_snapshot};
use ropa::internals::draft::locate;

use crate::support::{DAY, Workspace, fixture, folders, library};

/// Generates one test for each folder of `broken/`.
macro_rules! cases {
    ($($(#[doc = $doc:literal])* $name:ident,)*) => {
        $(
            $(#[doc = $doc])*
            #[test]
            fn $name() {
                shows(stringify!($name));
            }
        )*

        #[test]
        fn every_folder_is_a_case() {
            let cases = [$(stringify!($name)),*].map(|name| name.replace('_', "-"));
            assert_eq!(folders(&fixture("broken")), cases);
        }
    };
}

cases! {
    /// A colon in a text of a list: YAML reads a mapping.
    colon_in_item,
    /// A colon in a text: YAML does not allow a mapping there.
    colon_in_text,
    /// A comma in a text between braces: YAML begins a new key.
    comma_in_text,
    /// A number sign in a text: YAML reads the rest as a comment.
    cut_text,
    /// The same id for two categories of data of one activity.
    duplicate_data_id,
    /// The same id in two files.
    duplicate_id,
    /// A duplicate key in a record.
    duplicate_key,
    /// A file with a comment only.
    empty_file,
    /// Keys without a value.
    empty_key,
    /// An empty entry and an empty text.
    empty_value,
    /// A fault in a parent: what its child inherits from it is not reported as missing.
    fault_in_whole,
    /// Consequences of a value that could not be read.
    follow_up,
    /// Keys in Swedish and Danish.
    key_in_danish,
    /// Words in Swedish and Danish where codes are expected.
    label_for_code,
    /// A key that is a list.
    list_as_key,
    /// A list where one text is expected.
    list_for_text,
    /// The conflict markers of git.
    merge_conflict,
    /// A list without its closing bracket.
    missing_bracket,
    /// Records without a required key.
    missing_key,
    /// An unpaired quotation mark.
    missing_quote,
    /// Names of records instead of their ids.
    name_for_id,
    /// No-break spaces around keys.
    no_break_space,
    /// A number in words.
    number_word,
    /// The id of a child without a parent.
    part_without_whole,
    /// A misspelt folder.
    stray_folder,
    /// A tab in the indentation.
    tab,
    /// A text where a record is expected.
    text_for_record,
    /// Faults of different stages in one file: all are reported in one run.
    three_faults,
    /// Two YAML documents in one file.
    two_documents,
    /// A reference to an activity that does not exist.
    unknown_activity,
    /// Hyphenated words that are not codes, and a code with one wrong letter.
    unknown_code,
    /// A reference to a controller that does not exist.
    unknown_controller,
    /// Data that the activity does not have.
    unknown_data_id,
    /// Unknown keys, one of them misspelt.
    unknown_key,
    /// A language that the municipality does not have.
    unknown_language,
    /// A reference to a processor that does not exist.
    unknown_processor,
    /// A reference to a system that does not exist.
    unknown_system,
    /// A reference to a shared text that does not exist.
    unknown_text,
    /// Words for none, yes and unknown instead of a list.
    word_for_list,
    /// A country in words, codes that only look like ISO 3166-1, and an unassigned code.
    wrong_country,
    /// A date that does not exist, and a date in words.
    wrong_date,
    /// Ids with a capital letter, with å, with a path out of the folder, and with a name reserved by Windows.
    wrong_id,
    /// Periods in words, misspelt, and with two units.
    wrong_period,
}

/// Compares the messages of a case, and checks that every finding has a place and a help or label.
fn shows(case: &str) {
    let case = case.replace('_', "-");
    let workspace = Workspace::complete();
    workspace.lay("registers/one-language", &fixture(&format!("broken/{case}")));
    let run = workspace.check();
    let found = library::check(&workspace.path(""), "one-language");
    assert!(!found.findings.is_empty(), "nothing is wrong with {case}");
    for finding in &found.findings {
        let address = found.sources.address(locate::exact_place(finding, &found.sources));
        assert!(run.out.contains(&format!("--> {address}\n")), "{address} is not named in:\n{}", run.out);
        assert!(finding.help.is_some() || !finding.label.is_empty(), "no way out: {}", finding.message.en);
    }
    keep(&case, &run.out);
}

/// Compares or updates the stored messages in `broken/`.
fn keep(name: &str, said: &str) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("broken");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, said));
}

/// The messages of every case in one language, in sequence, for review by its speakers.
fn said_in(lang: &str) -> String {
    let mut said = String::new();
    for case in folders(&fixture("broken")) {
        let workspace = Workspace::complete();
        workspace.lay("registers/one-language", &fixture(&format!("broken/{case}")));
        let run = workspace.ropa(&["check", "--all", "--date", DAY, "--lang", lang]);
        said.push_str(&format!("===== {case} =====\n\n{}\n", run.out));
    }
    said
}

#[test]
fn every_case_is_told_in_swedish() {
    keep("told-in-swedish", &said_in("sv"));
}

#[test]
fn every_case_is_told_in_danish() {
    keep("told-in-danish", &said_in("da"));
}
