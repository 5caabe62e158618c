//! A form of the drawing as SVG. Colours and fonts are in `templates/page.css`.

use std::fmt::Write as _;

use crate::document::drawing::Sign;
use crate::render::drawing::measure::Style;
use crate::render::drawing::picture::{Frame, Head, Look, Picture, Way, Words};
use crate::render::elements::escape;

/// The texts of a form by their class.
const STYLES: [(&[Style], &str); 4] = [
    (&[Style::Head, Style::Strong], "b"),
    (&[Style::Name], "n"),
    (&[Style::Small, Style::Open], "s"),
    (&[Style::Mark], "m"),
];

/// Appends a form, which screen readers skip.
pub(super) fn svg(class: &str, picture: &Picture, page: &mut String) {
    let Picture { width, height, boxes, texts, signs, ways, heads } = picture;
    _ = write!(page, "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\">");
    boxes.iter().for_each(|frame| self::frame(*frame, page));
    let ways = ways.iter().map(|way| match *way {
        Way::Level(x, end, y) => format!("M{x} {y}H{end}"),
        Way::Upright(y, end, x) => format!("M{x} {y}V{end}"),
    });
    path("way", &ways.collect::<String>(), page);
    let heads = heads.iter().map(|head| match *head {
        Head::Right(x, y) => format!("M{x} {y}l-7-4v8z"),
        Head::Down(x, y) => format!("M{x} {y}l-4-7h8z"),
    });
    path("head", &heads.collect::<String>(), page);
    for (class, is_open) in [("sign", false), ("sign open", true)] {
        let signs = signs.iter().filter(|(.., open)| *open == is_open).map(|(sign, x, y, _)| match sign {
            // A flag, and a diamond.
            Sign::Abroad => format!("M{x} {}h11l-3 3 3 3h-9v6h-2z", y - 10),
            Sign::Protected => format!("M{} {}l5 5-5 5-5-5z", x + 5, y - 10),
        });
        path(class, &signs.collect::<String>(), page);
    }
    for (styles, class) in STYLES {
        let texts = texts.iter().filter(|words| styles.contains(&words.style));
        let texts = texts.map(words).collect::<String>();
        if !texts.is_empty() {
            _ = write!(page, "<g class=\"{class}\">{texts}</g>");
        }
    }
    page.push_str("</svg>\n");
}

fn path(class: &str, data: &str, page: &mut String) {
    if !data.is_empty() {
        _ = write!(page, "<path class=\"{class}\" d=\"{data}\"/>");
    }
}

fn frame(Frame { x, y, width, height, look }: Frame, page: &mut String) {
    let class = match look {
        Look::Bare => return,
        Look::Plain => "",
        Look::Holder => " class=\"holder\"",
        Look::Marked => " class=\"mark\"",
        Look::Open => " class=\"open\"",
        Look::Unsettled => " class=\"open part\"",
    };
    page.push_str("<rect");
    page.push_str(class);
    for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
        if value > 0 {
            _ = write!(page, " {name}=\"{value}\"");
        }
    }
    page.push_str(" rx=\"6\"/>");
}

fn words(Words { x, y, text, style: _, room: _ }: &Words) -> String {
    let mut words = String::from("<text");
    if *x > 0 {
        _ = write!(words, " x=\"{x}\"");
    }
    _ = write!(words, " y=\"{y}\">");
    escape(text, &mut words);
    words.push_str("</text>");
    words
}
