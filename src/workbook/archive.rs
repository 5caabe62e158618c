//! Packed files: XLSX and ODS. How large they become is known before anything is made of them.

use std::io::{self, Cursor, Read as _};

use zip::ZipArchive;

use super::{MAX_PARTS, MAX_UNPACKED, fault};
use crate::error::Error;

/// The format of a packed spreadsheet.
pub(super) enum Format {
    /// Excel.
    Xlsx,
    /// OpenDocument.
    Ods,
}

/// The part of an OpenDocument file with its sheets.
const CONTENT: &str = "content.xml";

/// Finds the format, and unpacks every part once to see that none is larger than it says, nor all together larger than
/// `most` bytes.
///
/// # Errors
/// When it is no spreadsheet, is damaged, or is too large.
pub(super) fn check(bytes: &[u8], most: u64) -> Result<Format, Error> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(fault::damaged)?;
    if archive.len() > MAX_PARTS {
        return Err(fault::too_large_unpacked(most));
    }
    let (mut left, mut format, mut is_locked) = (most, None, false);
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(fault::damaged)?;
        match part.name().map_err(fault::damaged)?.as_ref() {
            "xl/workbook.xml" => format = Some(Format::Xlsx),
            CONTENT => format = Some(Format::Ods),
            "EncryptedPackage" => is_locked = true,
            _ => {}
        }
        let size = part.size();
        left = left.checked_sub(size).ok_or_else(|| fault::too_large_unpacked(most))?;
        let unpacked = io::copy(&mut part.take(size + 1), &mut io::sink()).map_err(fault::damaged)?;
        if unpacked > size {
            return Err(fault::too_large_unpacked(most));
        }
    }
    match format {
        _ if is_locked => Err(fault::old_or_locked()),
        Some(format) => Ok(format),
        None => Err(fault::no_sheet()),
    }
}

/// The part of an OpenDocument file with its sheets.
///
/// # Errors
/// When it is damaged.
pub(super) fn content(bytes: &[u8]) -> Result<String, Error> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(fault::damaged)?;
    let mut part = archive.by_name(CONTENT).map_err(fault::damaged)?;
    let mut text = String::new();
    part.by_ref().take(MAX_UNPACKED).read_to_string(&mut text).map_err(fault::damaged)?;
    Ok(text)
}
