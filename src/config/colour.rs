//! Colours: their contrast against the pages.

use crate::say;
use crate::say::Message;

/// The least contrast of text (WCAG 2.2, 1.4.3).
const LEAST: f64 = 4.5;

/// The background with the least contrast to dark text on a light page: `--tint` of `page.css`.
const LIGHT: [u8; 3] = [0xf4, 0xf7, 0xfa];

/// The background with the least contrast to light text on a dark page: the dark `--tint` of `page.css`.
const DARK: [u8; 3] = [0x1e, 0x24, 0x2a];

/// In how many steps a colour becomes white.
const STEPS: u16 = 40;

/// The error in a colour for light pages.
pub(super) fn on_light(colour: &str) -> Option<Message> {
    match channels(colour) {
        None => Some(not_a_colour("brand.colour", colour)),
        Some(channels) if contrast(channels, LIGHT) < LEAST => Some(say!(
            en: "brand.colour: `{colour}` is too pale to read on a light page; choose a darker colour",
            sv: "brand.colour: `{colour}` är för ljus för att kunna läsas på en ljus sida; välj en mörkare färg",
            da: "brand.colour: `{colour}` er for lys til at kunne læses på en lys side; vælg en mørkere farve",
        )),
        Some(_) => None,
    }
}

/// The error in a colour for dark pages.
pub(super) fn on_dark(colour: &str) -> Option<Message> {
    match channels(colour) {
        None => Some(not_a_colour("brand.colour-dark", colour)),
        Some(channels) if contrast(channels, DARK) < LEAST => Some(say!(
            en: "brand.colour-dark: `{colour}` is too dark to read on a dark page; choose a lighter colour",
            sv: "brand.colour-dark: `{colour}` är för mörk för att kunna läsas på en mörk sida; välj en ljusare färg",
            da: "brand.colour-dark: `{colour}` er for mørk til at kunne læses på en mørk side; vælg en lysere farve",
        )),
        Some(_) => None,
    }
}

fn not_a_colour(key: &str, colour: &str) -> Message {
    say!(
        en: "{key}: `{colour}` is not a colour; write `#` and six hexadecimal digits",
        sv: "{key}: `{colour}` är inte en färg; skriv `#` och sex hexadecimala siffror",
        da: "{key}: `{colour}` er ikke en farve; skriv `#` og seks hexadecimale cifre",
        key = key,
        colour = colour.escape_debug(),
    )
}

/// The shade of a colour that can be read on a dark page: mixed with as little white as possible.
pub(super) fn lightened(colour: &str) -> String {
    let Some(channels) = channels(colour) else { return "#ffffff".to_owned() };
    let mixed = |step: u16| {
        let lighter = |channel: u8| u16::from(channel) + (255 - u16::from(channel)) * step / STEPS;
        channels.map(|channel| u8::try_from(lighter(channel)).unwrap_or(u8::MAX))
    };
    let [red, green, blue] =
        (0..STEPS).map(mixed).find(|shade| contrast(*shade, DARK) >= LEAST + 1.0).unwrap_or([u8::MAX; 3]);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The channels of `#rrggbb`.
fn channels(colour: &str) -> Option<[u8; 3]> {
    let is_hex = |digits: &&str| digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let digits = colour.strip_prefix('#').filter(is_hex)?;
    let channel = |from: usize| u8::from_str_radix(digits.get(from..from + 2)?, 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

/// The contrast of two colours (WCAG 2.2, 1.4.3).
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(channels: [u8; 3]) -> f64 {
    let [red, green, blue] = channels.map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::{DARK, channels, contrast, lightened};

    #[test]
    fn a_colour_is_lightened_until_it_can_be_read() {
        for colour in ["#000000", "#14508c", "#7a1f1f", "#004d00", "#2b2bff"] {
            let light = lightened(colour);
            assert!(channels(&light).is_some_and(|light| contrast(light, DARK) >= 4.5), "{colour}: {light}");
        }
        let white = contrast([255; 3], [0; 3]);
        assert!((white - 21.0).abs() < 0.001, "{white}");
    }
}
