//! What a form of the drawing consists of, in pixels.

use crate::document::drawing::{Mark, Node, Sign};
use crate::render::drawing::measure::{Style, lines};

/// The height of a line of text.
pub(super) const LINE: usize = 18;
/// The space between the border of a box and its text, on the left and the right.
pub(super) const SIDE: usize = 10;
/// The space above and below the text of a box.
const ABOVE: usize = 8;
/// How far below the top of its line a text stands.
const BASE: usize = 14;
/// The space that a sign takes before its words.
const SIGN: usize = 17;

/// A form of the drawing.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Picture {
    /// Its width.
    pub width: usize,
    /// Its height.
    pub height: usize,
    /// The boxes, the outer ones first.
    pub boxes: Vec<Frame>,
    /// The texts.
    pub texts: Vec<Words>,
    /// The signs, each with its left end and its base line, and whether it is open.
    pub signs: Vec<(Sign, usize, usize, bool)>,
    /// The ways of the data.
    pub ways: Vec<Way>,
    /// The ends of arrows.
    pub heads: Vec<Head>,
}

/// A box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    /// The left edge.
    pub x: usize,
    /// The upper edge.
    pub y: usize,
    /// The width.
    pub width: usize,
    /// The height.
    pub height: usize,
    /// How it looks.
    pub look: Look,
}

/// How a box looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// A usual box.
    Plain,
    /// The box of the controllers.
    Holder,
    /// A box with a mark.
    Marked,
    /// A box that says that something is not settled.
    Open,
    /// A box of something of which not all is settled.
    Unsettled,
    /// Words without a box.
    Bare,
}

/// A line of text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Words {
    /// The left end.
    pub x: usize,
    /// The base line.
    pub y: usize,
    /// The text.
    pub text: String,
    /// Its size and weight.
    pub style: Style,
    /// The space that it has.
    pub room: usize,
}

/// A straight line, level or upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// From one x to another, at a y.
    Level(usize, usize, usize),
    /// From one y to another, at an x.
    Upright(usize, usize, usize),
}

/// The end of an arrow, by its tip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// It points to the right.
    Right(usize, usize),
    /// It points down.
    Down(usize, usize),
}

/// A box before it has its place.
#[derive(Debug)]
pub(super) struct Laid {
    rows: Vec<Row>,
    look: Look,
    width: usize,
}

#[derive(Debug)]
struct Row {
    text: String,
    style: Style,
    /// How far to the right the text stands.
    indent: usize,
    sign: Option<(Sign, bool)>,
}

impl Laid {
    /// A box of a width, with the texts of a node.
    #[must_use]
    pub(super) fn new(node: &Node, width: usize, name_style: Style) -> Self {
        // A gap is among the details.
        let Node { kind, names, details, marks, is_open, has_gap: _ } = node;
        let room = width - 2 * SIDE;
        let mut rows = Vec::new();
        let mut add = |text: &str, style, sign: Option<(Sign, bool)>| {
            let indent = if sign.is_some() { SIGN } else { 0 };
            for (number, text) in lines(text, room - indent, style).into_iter().enumerate() {
                rows.push(Row { text, style, indent, sign: sign.filter(|_| number == 0) });
            }
        };
        add(&kind.plain(), Style::Small, None);
        names.iter().for_each(|name| add(&name.plain(), name_style, None));
        details.iter().for_each(|detail| add(&detail.plain(), Style::Small, None));
        for Mark { sign, words, is_open } in marks {
            let style = if *is_open { Style::Open } else { Style::Mark };
            add(&words.plain(), style, Some((*sign, *is_open)));
        }
        let has = |open: bool| marks.iter().any(|mark| mark.is_open == open);
        let look = match (*is_open, has(false), has(true)) {
            (true, _, _) => Look::Open,
            (false, true, _) => Look::Marked,
            (false, false, true) => Look::Unsettled,
            (false, false, false) => Look::Plain,
        };
        Self { rows, look, width }
    }

    /// The box with another look.
    #[must_use]
    pub(super) fn look(self, look: Look) -> Self {
        Self { look, ..self }
    }

    /// Its width.
    #[must_use]
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Its height.
    #[must_use]
    pub(super) fn height(&self) -> usize {
        2 * self.above() + LINE * self.rows.len()
    }

    /// The space above and below its text.
    fn above(&self) -> usize {
        if self.look == Look::Bare { 0 } else { ABOVE }
    }

    /// Puts it in its place, `more` pixels higher than its text needs.
    pub(super) fn place(self, (x, y): (usize, usize), more: usize, picture: &mut Picture) {
        let frame = Frame { x, y, width: self.width, height: self.height() + more, look: self.look };
        picture.boxes.push(frame);
        let above = self.above();
        let side = if self.look == Look::Bare { 0 } else { SIDE };
        for (number, Row { text, style, indent, sign }) in self.rows.into_iter().enumerate() {
            let (x, y) = (x + side, y + above + LINE * number + BASE);
            picture.signs.extend(sign.map(|(sign, is_open)| (sign, x, y, is_open)));
            picture.texts.push(Words { x: x + indent, y, text, style, room: self.width - 2 * SIDE - indent });
        }
    }
}
