//! The logo of the pages: a picture whose first bytes say what it is.

use std::path::Path;

use crate::config::{Config, fault};
use crate::error::Error;
use crate::say;
use crate::say::Message;
use crate::source::content::Content;
use crate::source::inside;

/// Maximum size of the logo in bytes: 32 KiB. Each page holds it.
const MAX_LOGO: u64 = 32 << 10;

/// A picture in the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Its media type.
    pub media: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Config {
    /// Reads the logo, if there is one.
    ///
    /// # Errors
    /// If the file is not below the workspace, is no regular file, is too large, or is no PNG, JPEG or WebP.
    pub fn logo(&self, root: &Path) -> Result<Option<Logo>, Error> {
        let Some(written) = self.brand.logo() else { return Ok(None) };
        inside::refuse_outside(root, Path::new(written))?;
        let wrong = |what: Message| fault::at(&root.join("ropa.toml"), self.logo_place, &what);
        let content = Content::at(&root.join(written), MAX_LOGO).map_err(|cause| wrong(unreadable(written, &cause)))?;
        let Content::Bytes(bytes) = content else { return Err(wrong(unfit(written))) };
        let media = media(&bytes).ok_or_else(|| wrong(unfit(written)))?;
        Ok(Some(Logo { media, bytes }))
    }
}

/// The media type of a picture, by its first bytes.
fn media(bytes: &[u8]) -> Option<&'static str> {
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    match bytes {
        _ if bytes.starts_with(b"\x89PNG\r\n\x1a\n") => Some("image/png"),
        _ if bytes.starts_with(b"\xff\xd8\xff") => Some("image/jpeg"),
        _ if is_webp => Some("image/webp"),
        _ => None,
    }
}

fn unreadable(written: &str, cause: &std::io::Error) -> Message {
    say!(
        en: "brand.logo: `{written}` cannot be read ({cause}); write the path of a picture below the workspace",
        sv: "brand.logo: `{written}` går inte att läsa ({cause}); skriv sökvägen till en bild under arbetsytan",
        da: "brand.logo: `{written}` kan ikke læses ({cause}); skriv stien til et billede under arbejdsområdet",
    )
}

fn unfit(written: &str) -> Message {
    say!(
        en: "brand.logo: `{written}` is not a PNG, JPEG or WebP file of at most {MAX_LOGO} bytes; save a small picture in one of these formats (SVG is refused, because it can hold scripts)",
        sv: "brand.logo: `{written}` är inte en PNG-, JPEG- eller WebP-fil på högst {MAX_LOGO} byte; spara en liten bild i något av de formaten (SVG tas inte emot, eftersom det kan innehålla skript)",
        da: "brand.logo: `{written}` er ikke en PNG-, JPEG- eller WebP-fil på højst {MAX_LOGO} byte; gem et lille billede i et af de formater (SVG afvises, fordi det kan indeholde scripts)",
    )
}

#[cfg(test)]
mod tests {
    use super::media;

    #[test]
    fn only_pictures_without_scripts_are_taken() {
        assert_eq!(media(b"\x89PNG\r\n\x1a\n...."), Some("image/png"));
        assert_eq!(media(b"\xff\xd8\xff\xe0"), Some("image/jpeg"));
        assert_eq!(media(b"RIFF\x00\x00\x00\x00WEBPVP8 "), Some("image/webp"));
        for other in [&b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"[..], b"GIF89a", b"", b"RIFF", b"<?xml?>"] {
            assert_eq!(media(other), None);
        }
    }
}
