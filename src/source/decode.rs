//! Decodes bytes to text, or explains why they are not text.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::finding::{Finding, Place};
use crate::say;
use crate::say::Message;

/// The text of a file: without byte-order mark, with line feeds as line ends, composed (NFC).
///
/// # Errors
/// A finding if the bytes are not UTF-8 or contain a NUL.
pub(super) fn decode(file: u32, bytes: Vec<u8>) -> Result<String, Box<Finding>> {
    text(bytes).map_err(|message| {
        Box::new(Finding::error("file-encoding", Place::start_of(file), message).help(say!(
            en: "open the file in your editor and save it again with the encoding UTF-8",
            sv: "öppna filen i din textredigerare och spara den igen med teckenkodningen UTF-8",
            da: "åbn filen i dit tekstredigeringsprogram, og gem den igen med tegnkodningen UTF-8",
        )))
    })
}

/// The same for a file outside a register.
///
/// # Errors
/// What is wrong with the bytes, with the line.
pub(crate) fn text(bytes: Vec<u8>) -> Result<String, Message> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(say!(
            en: "the file is saved as UTF-16",
            sv: "filen är sparad som UTF-16",
            da: "filen er gemt som UTF-16",
        ));
    }
    let text = String::from_utf8(bytes).map_err(|fault| {
        let good = fault.utf8_error().valid_up_to();
        let line = 1 + fault.as_bytes()[..good].iter().filter(|byte| **byte == b'\n').count();
        say!(
            en: "the file is not UTF-8: line {line} holds a letter of another encoding, such as Latin-1",
            sv: "filen är inte UTF-8: rad {line} har ett tecken i en annan teckenkodning, till exempel Latin-1",
            da: "filen er ikke UTF-8: Linje {line} har et tegn i en anden tegnkodning, for eksempel Latin-1",
        )
    })?;
    if let Some(nul) = text.find('\0') {
        let line = 1 + text[..nul].matches('\n').count();
        return Err(say!(
            en: "the file is not a text: line {line} holds a NUL byte",
            sv: "filen är inte en text: rad {line} innehåller ett nolltecken (NUL)",
            da: "filen er ikke en tekst: Linje {line} indeholder et nultegn (NUL)",
        ));
    }
    Ok(composed(unix_lines(text)))
}

pub(super) fn unix_lines(text: String) -> String {
    let text = match text.strip_prefix('\u{FEFF}') {
        Some(rest) => Cow::Owned(rest.to_owned()),
        None => Cow::Borrowed(text.as_str()),
    };
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.into_owned() }
}

pub(super) fn composed(text: String) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        IsNormalized::No | IsNormalized::Maybe => text.nfc().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn message(bytes: &[u8]) -> String {
        decode(0, bytes.to_vec()).map_or_else(|finding| finding.message.en, |text| format!("ok: {text}"))
    }

    #[test]
    fn what_is_a_text_is_read_and_what_is_none_is_named() {
        assert_eq!(message("\u{FEFF}id: a\r\n".as_bytes()), "ok: id: a\n");
        assert_eq!(message("a\u{30A}".as_bytes()), "ok: å");
        assert!(message(b"title: sk\xF6n\n").contains("line 1 holds a letter of another encoding"));
        assert!(message(b"\xFF\xFEi\0").contains("UTF-16"));
        assert!(message(b"id: a\n\0").contains("line 2 holds a NUL byte"));
    }
}
