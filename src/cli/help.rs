//! The help of the command line in Swedish and Danish (`templates/help`). English help is the doc comments of the
//! arguments.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, Command, CommandFactory as _};
use serde::Deserialize;

use crate::assets::{Files, Table};
use crate::cli::refusal::{self, Sentences};
use crate::cli::{Cli, workspace};
use crate::error::Error;
use crate::say::Tongue;

/// The help in one language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    about: String,
    /// What stands below the help of the program.
    after: String,
    words: Words,
    errors: Sentences,
    /// Arguments of every command, by name.
    args: BTreeMap<String, String>,
    commands: BTreeMap<String, CommandTexts>,
}

/// Headings, and the words that stand in every help.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Words {
    usage: String,
    /// The place of a command in the usage line.
    command: String,
    commands: String,
    options: String,
    arguments: String,
    default: String,
    values: String,
    help: String,
    help_short: String,
    help_command: String,
    version: String,
}

/// The help of a command.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct CommandTexts {
    about: String,
    /// The whole text, if it has more than its first line.
    long: Option<String>,
    #[serde(default)]
    args: BTreeMap<String, String>,
    /// What the possible values of arguments mean.
    #[serde(default)]
    values: BTreeMap<String, String>,
}

static SWEDISH: Table<Texts> = Table::new(|files| files.read("help/sv.toml"));
static DANISH: Table<Texts> = Table::new(|files| files.read("help/da.toml"));

/// Checks that the texts of every language can be read.
pub(super) fn check(files: &Files) -> Result<(), Error> {
    [&SWEDISH, &DANISH].into_iter().try_for_each(|texts| texts.check(files))
}

/// The texts of a language; none in English, which clap has.
fn texts(tongue: Tongue) -> Option<&'static Texts> {
    match tongue {
        Tongue::English => None,
        Tongue::Swedish => Some(SWEDISH.get()),
        Tongue::Danish => Some(DANISH.get()),
    }
}

/// The language that a command line asks for by `--lang`, also if the rest of it is wrong.
pub(super) fn asked(arguments: impl Iterator<Item = OsString>) -> Option<Tongue> {
    value_of("--lang", arguments).and_then(|code| workspace::tongue(code.to_str()?).ok())
}

/// The folder that a command line names by `--workspace`, also if the rest of it is wrong.
pub(super) fn workspace(arguments: impl Iterator<Item = OsString>) -> PathBuf {
    value_of("--workspace", arguments).map_or_else(|| ".".into(), PathBuf::from)
}

/// The last value of an option.
fn value_of(option: &str, arguments: impl Iterator<Item = OsString>) -> Option<OsString> {
    let joined = format!("{option}=");
    let mut value = None;
    let mut is_next = false;
    for argument in arguments {
        if is_next {
            value = Some(argument.clone());
        }
        is_next = argument == option;
        if let Some(written) = argument.to_str().and_then(|argument| argument.strip_prefix(&joined)) {
            value = Some(written.into());
        }
    }
    value
}

/// The arguments, without the language after `ropa help`: that command of clap takes no options.
pub(super) fn without_lang(arguments: impl Iterator<Item = String>) -> Vec<String> {
    let mut arguments: Vec<String> = arguments.collect();
    if arguments.get(1).is_some_and(|first| first == "help") {
        if let Some(at) = arguments.iter().position(|argument| argument == "--lang") {
            arguments.drain(at..arguments.len().min(at + 2));
        }
        arguments.retain(|argument| !argument.starts_with("--lang="));
    }
    arguments
}

/// The program with its help in a language.
pub(super) fn command(tongue: Tongue) -> Command {
    let mut command = Cli::command();
    command.build();
    match texts(tongue) {
        Some(texts) => told(command, texts),
        None => command,
    }
}

/// What clap prints, in a language: help or an error. clap itself writes `[OPTIONS]` in English. `cause` tells what is
/// wrong with a value.
pub(super) fn rendered(fault: &clap::Error, cause: Option<String>, tongue: Tongue) -> String {
    let own = || fault.render().ansi().to_string();
    let Some(texts) = texts(tongue) else { return own() };
    let words = &texts.words;
    let told = refusal::told(fault, &texts.errors, (&words.usage, &words.values), cause).unwrap_or_else(own);
    told.replace("[OPTIONS]", &format!("[{}]", words.options.to_uppercase()))
}

fn told(command: Command, texts: &'static Texts) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|own| own.get_name().to_owned()).collect();
    let whole = with_words(command, texts, None).about(texts.about.as_str()).after_help(texts.after.trim());
    names.into_iter().fold(whole, |whole, name| match texts.commands.get(&name) {
        Some(own) => whole.mut_subcommand(&name, |command| {
            let long = own.long.as_ref().unwrap_or(&own.about);
            with_words(command, texts, Some(own)).about(own.about.as_str()).long_about(long.trim())
        }),
        None => whole.mut_subcommand(&name, |command| command.about(texts.words.help_command.as_str())),
    })
}

/// The headings and arguments of a command.
fn with_words(command: Command, texts: &'static Texts, own: Option<&'static CommandTexts>) -> Command {
    let words = &texts.words;
    let template =
        format!("{{before-help}}{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", words.usage);
    command
        .help_template(template)
        .subcommand_help_heading(words.commands.as_str())
        .subcommand_value_name(words.command.as_str())
        .mut_args(|argument| told_argument(argument, texts, own))
}

fn told_argument(argument: Arg, texts: &'static Texts, own: Option<&'static CommandTexts>) -> Arg {
    let words = &texts.words;
    let heading = if argument.is_positional() { &words.arguments } else { &words.options };
    let argument = match argument.get_index() {
        Some(index) => argument.help_heading(heading.as_str()).display_order(index),
        None => argument.help_heading(heading.as_str()),
    };
    let name = argument.get_id().as_str().to_owned();
    match name.as_str() {
        "help" => return argument.help(words.help_short.as_str()).long_help(words.help.as_str()),
        "version" => return argument.help(words.version.as_str()),
        _ => {}
    }
    let written = own.and_then(|own| own.args.get(&name)).or_else(|| texts.args.get(&name));
    let Some(written) = written.map(|written| written.trim()) else { return argument };
    let first = written.split("\n\n").next().unwrap_or_default();
    let (short, long) = values(&argument, words, own);
    let default: Vec<_> = argument.get_default_values().iter().filter_map(|value| value.to_str()).collect();
    let is_shown = argument.get_action().takes_values() && !default.is_empty() && !argument.is_hide_default_value_set();
    let default = if is_shown { format!(" [{}: {}]", words.default, default.join(", ")) } else { String::new() };
    argument
        .help(format!("{first}{default}{short}"))
        .long_help(format!("{written}{default}{long}"))
        .hide_default_value(true)
        .hide_possible_values(true)
}

/// The possible values of an argument, on the line of its help, and below it with what each means.
fn values(argument: &Arg, words: &Words, own: Option<&CommandTexts>) -> (String, String) {
    let values = argument.get_possible_values();
    if values.is_empty() || !argument.get_action().takes_values() || argument.is_hide_possible_values_set() {
        return Default::default();
    }
    let names: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
    let id = argument.get_id().as_str();
    let meaning = |name: &str| {
        let values = &own?.values;
        values.get(&format!("{id}.{name}")).or_else(|| values.get(name))
    };
    let line = |name: &&str| meaning(name).map_or_else(|| format!("\n- {name}"), |says| format!("\n- {name}: {says}"));
    let list: String = names.iter().map(line).collect();
    (format!(" [{}: {}]", words.values, names.join(", ")), format!("\n\n{}:{list}", words.values))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory as _;

    use super::{DANISH, SWEDISH, Texts};
    use crate::cli::Cli;

    /// What the program has and a language does not, and the other way round.
    fn differences(texts: &Texts) -> BTreeSet<String> {
        let mut command = Cli::command();
        command.build();
        let mut wanted = BTreeSet::new();
        let of = |name: &str, command: &clap::Command| -> Vec<String> {
            let own = command.get_arguments().map(|argument| argument.get_id().to_string());
            own.filter(|id| !["help", "version", "workspace", "lang"].contains(&id.as_str()))
                .map(|id| format!("{name} {id}"))
                .collect()
        };
        for own in command.get_subcommands().filter(|own| own.get_name() != "help") {
            wanted.insert(own.get_name().to_owned());
            wanted.extend(of(own.get_name(), own));
        }
        let mut had = BTreeSet::new();
        for (name, own) in &texts.commands {
            had.insert(name.clone());
            had.extend(own.args.keys().map(|id| format!("{name} {id}")));
        }
        assert_eq!(texts.args.keys().collect::<Vec<_>>(), ["lang", "workspace"]);
        wanted.symmetric_difference(&had).cloned().collect()
    }

    #[test]
    fn every_command_and_argument_is_told_in_each_language() {
        assert_eq!(differences(SWEDISH.get()), BTreeSet::new());
        assert_eq!(differences(DANISH.get()), BTreeSet::new());
    }
}
