//! A wrong command line in Swedish and Danish. English is clap's own.

use clap::builder::Styles;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use serde::Deserialize;

/// The sentences of one language, with `{arg}`, `{value}`, `{other}` and `{help}` in them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Sentences {
    error: String,
    tip: String,
    unknown_argument: String,
    unknown_command: String,
    no_value: String,
    invalid_value: String,
    extra_value: String,
    missing: String,
    conflict: String,
    repeated: String,
    no_command: String,
    similar: String,
    more: String,
}

/// The text of an error, with its usage line; `None` for a rare kind. `usage` and `values` are the words before a usage
/// line and before possible values; `cause` tells what is wrong with a value.
pub(super) fn told(
    fault: &Error,
    sentences: &Sentences,
    (usage, values): (&str, &str),
    cause: Option<String>,
) -> Option<String> {
    let styles = Styles::styled();
    let (bad, good) = (styles.get_invalid(), styles.get_valid());
    let text = |kind| match fault.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    let list = |kind| match fault.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.iter().map(String::as_str).collect(),
        Some(ContextValue::String(text)) => vec![text.as_str()],
        _ => Vec::new(),
    };
    let marked = |word: &str| format!("'{bad}{word}{bad:#}'");
    let put = |sentence: &str, arg: &str| sentence.replace("{arg}", &marked(arg));
    let argument = || text(ContextKind::InvalidArg);
    let command = || text(ContextKind::InvalidSubcommand);
    let with_value = |sentence: &str| {
        let value = text(ContextKind::InvalidValue)?;
        Some(put(sentence, argument()?).replace("{value}", &marked(value)))
    };
    let mut said = match fault.kind() {
        ErrorKind::UnknownArgument => put(&sentences.unknown_argument, argument()?),
        ErrorKind::InvalidSubcommand => put(&sentences.unknown_command, command()?),
        ErrorKind::MissingSubcommand => put(&sentences.no_command, command()?),
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue) == Some("") => put(&sentences.no_value, argument()?),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => with_value(&sentences.invalid_value)?,
        ErrorKind::TooManyValues => with_value(&sentences.extra_value)?,
        ErrorKind::MissingRequiredArgument => {
            let missing = list(ContextKind::InvalidArg);
            missing.iter().fold(sentences.missing.clone(), |said, arg| format!("{said}\n  {good}{arg}{good:#}"))
        }
        ErrorKind::ArgumentConflict => {
            let (own, others) = (argument().or_else(command)?, list(ContextKind::PriorArg));
            match others.as_slice() {
                [] => return None,
                [only] if *only == own => put(&sentences.repeated, own),
                others => {
                    let others = others.iter().map(|other| marked(other)).collect::<Vec<_>>().join(", ");
                    put(&sentences.conflict, own).replace("{other}", &others)
                }
            }
        }
        _ => return None,
    };
    if let Some(cause) = cause {
        said.push_str(&format!(": {cause}"));
    }
    let possible = [ContextKind::ValidValue, ContextKind::ValidSubcommand].map(list).concat();
    if !possible.is_empty() {
        let possible: Vec<String> = possible.iter().map(|value| format!("{good}{value}{good:#}")).collect();
        said.push_str(&format!("\n  [{values}: {}]", possible.join(", ")));
    }
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue].map(list);
    if let Some(near) = near.concat().first() {
        let near = sentences.similar.replace("{arg}", &format!("'{good}{near}{good:#}'"));
        said.push_str(&format!("\n\n  {good}{}:{good:#} {near}", sentences.tip));
    }
    if let Some(ContextValue::StyledStr(line)) = fault.get(ContextKind::Usage) {
        said.push_str(&format!("\n\n{}", line.ansi().to_string().replacen("Usage:", &format!("{usage}:"), 1)));
    }
    let literal = styles.get_literal();
    let more = sentences.more.replace("{help}", &format!("'{literal}--help{literal:#}'"));
    let error = styles.get_error();
    Some(format!("{error}{}:{error:#} {said}\n\n{more}\n", sentences.error))
}
