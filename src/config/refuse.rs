//! Checks of folders and titles in the settings.

use std::borrow::Cow;
use std::path::{Component, Path};

use crate::audience::Audience;
use crate::config::Folders;
use crate::say;
use crate::say::Message;
use crate::visible;

/// The error in the folders: one is not below the workspace, or the output folder is in a folder named `public`.
pub(super) fn folders(folders: &Folders) -> Option<Message> {
    let named = [("folders.registers", &folders.registers), ("folders.out", &folders.out)];
    let wrong = named.into_iter().find_map(|(key, folder)| not_below(key, folder));
    let is_published = || folders.out.components().any(is_public);
    wrong.or_else(|| is_published().then(published))
}

fn published() -> Message {
    say!(
        en: "folders.out: a folder that is called `public` would hold the internal register too; name the folder above it, such as `build`",
        sv: "folders.out: en mapp som heter `public` skulle också innehålla det interna registret; ange mappen ovanför, till exempel `build`",
        da: "folders.out: en mappe, der hedder `public`, ville også indeholde den interne fortegnelse; angiv mappen ovenover, for eksempel `build`",
    )
}

/// Whether a path component is named `public`, ignoring case.
fn is_public(part: Component) -> bool {
    Audience::Public.is_named(part.as_os_str())
}

/// The error in a text that has invisible characters or only such.
pub(super) fn title(key: &str, title: &str) -> Option<Message> {
    let is_hidden = matches!(visible::line(title), Cow::Owned(_));
    (is_hidden || !visible::has_shape(title)).then(|| {
        say!(
            en: "{key}: write a text in which every character is visible",
            sv: "{key}: skriv en text där alla tecken syns",
            da: "{key}: skriv en tekst, hvor alle tegn kan ses",
        )
    })
}

/// The error in a folder that is not below the workspace on every system.
pub(super) fn not_below(key: &str, folder: &Path) -> Option<Message> {
    let written = folder.to_string_lossy();
    let is_name = |part| matches!(part, Component::Normal(name) if !name.eq_ignore_ascii_case(".git"));
    let is_below = folder.components().all(is_name) && !written.is_empty();
    let is_plain = !written.contains(|letter: char| matches!(letter, '\\' | ':') || letter.is_control());
    let written = written.escape_debug();
    (!is_below || !is_plain).then(|| {
        say!(
            en: "{key}: `{written}` is not a path below the workspace, outside `.git`; write a name, or names with `/` between them",
            sv: "{key}: `{written}` är inte en sökväg under arbetsytan, utanför `.git`; skriv ett namn, eller namn med `/` emellan",
            da: "{key}: `{written}` er ikke en sti under arbejdsområdet, uden for `.git`; skriv et navn, eller navne med `/` imellem",
        )
    })
}
