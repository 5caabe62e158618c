//! Broken registers: each case in `broken/` is laid over the complete register, and the whole message is kept beside it.

use insta::{Settings, assert_snapshot};
use ropa::internals::draft::locate;

use crate::support::{DAY, Workspace, fixture, folders, library};

/// One test for each folder of `broken/`.
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
    /// A colon in a text of a list: YAML makes a mapping of it.
    colon_in_item,
    /// A colon in a text: YAML does not allow a mapping there.
    colon_in_text,
    /// A comma in a text between braces: YAML begins a new key there.
    comma_in_text,
    /// A number sign in a text: YAML takes the rest for a comment.
    cut_text,
    /// An id for two categories of data of one activity.
    duplicate_data_id,
    /// An id in two files.
    duplicate_id,
    /// A key twice in one record.
    duplicate_key,
    /// A file with a comment only.
    empty_file,
    /// Keys with nothing after the colon.
    empty_key,
    /// An entry and a text with nothing in them.
    empty_value,
    /// A fault in a whole: what its part takes over from it is not said to be missing.
    fault_in_whole,
    /// What follows from a value that could not be read.
    follow_up,
    /// Keys in Swedish and Danish.
    key_in_danish,
    /// Words in Swedish and Danish where codes are expected.
    label_for_code,
    /// A key that is a list.
    list_as_key,
    /// A list where one text is expected.
    list_for_text,
    /// The marks that git leaves.
    merge_conflict,
    /// A list without its last bracket.
    missing_bracket,
    /// Records without a key that they need.
    missing_key,
    /// A quotation mark without its partner.
    missing_quote,
    /// Names of records where their ids are expected.
    name_for_id,
    /// No-break spaces around keys.
    no_break_space,
    /// A number in words.
    number_word,
    /// The id of a part, but no whole.
    part_without_whole,
    /// A folder that is nearly called right.
    stray_folder,
    /// A tab in the indentation.
    tab,
    /// A text where a record is expected.
    text_for_record,
    /// Faults of different stages in one file: all are told in one run.
    three_faults,
    /// Two YAML documents in one file.
    two_documents,
    /// An activity that is nowhere.
    unknown_activity,
    /// Words with a hyphen that are no codes, and a code with one wrong letter.
    unknown_code,
    /// A controller that is nowhere.
    unknown_controller,
    /// Data that the activity does not have.
    unknown_data_id,
    /// Keys that no record has, one of them nearly right.
    unknown_key,
    /// A language that the municipality does not write.
    unknown_language,
    /// A processor that is nowhere.
    unknown_processor,
    /// A system that is nowhere.
    unknown_system,
    /// A shared text that is nowhere.
    unknown_text,
    /// Words that mean none, yes or unknown where things are expected.
    word_for_list,
    /// A country in words, codes that only look like those of ISO 3166-1, and a code of no country.
    wrong_country,
    /// A day that no calendar has, and a date in words.
    wrong_date,
    /// Ids with a capital, with å, on the way out of the folder, and with a name that Windows keeps.
    wrong_id,
    /// Periods in words, misspelt, and with two units.
    wrong_period,
}

/// Shows what is said about a case, and holds that every finding has a place and a way out.
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

/// Keeps what is said in `broken/`.
fn keep(name: &str, said: &str) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("broken");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, said));
}

/// What is said about every case in one language, one after the other, to be read by those who speak it.
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
