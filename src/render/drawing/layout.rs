//! The two forms of the drawing: columns from left to right, and one column from top to bottom.

use crate::document::drawing::{Column, Flow, Node};
use crate::render::drawing::measure::Style;
use crate::render::drawing::picture::{Head, LINE, Laid, Look, Picture, SIDE, Way, Words};

/// The width of the wide form.
const WIDE: usize = 664;
/// The width of the boxes of its outer columns.
const OUTER: usize = 180;
/// The width of the box of the controllers.
pub(super) const MIDDLE: usize = 232;
/// The space between the columns.
const BETWEEN: usize = (WIDE - 2 * OUTER - MIDDLE) / 2;
/// The width of the tall form.
pub(super) const TALL: usize = 288;
/// How far to the right its boxes stand; the ways of the data are on their left.
const RIGHT: usize = 28;
/// Where these ways are.
const RAIL: usize = 12;
/// The space between boxes.
const GAP: usize = 8;
/// The space between the border of the box of the controllers and the boxes in it.
const INSET: usize = 8;
/// The space that the heading of boxes in it takes.
const TITLED: usize = LINE + 2;
/// The space that a heading of a column takes.
const HEADED: usize = LINE + 8;
/// The space that an arrow from top to bottom takes.
const ARROW: usize = 26;
/// The space for half of the border of the box of the controllers.
const BORDER: usize = 1;

/// The box of the controllers with the boxes in it, by heading.
struct Holder {
    own: Laid,
    inside: Vec<(String, Vec<Laid>)>,
}

impl Holder {
    fn new(flow: &Flow, width: usize) -> Self {
        let own = Laid::new(&flow.holder, width, Style::Strong);
        let look = if flow.holder.is_open { Look::Open } else { Look::Holder };
        let stacked = |column: &Column| (column.head.plain(), stack(&column.nodes, width - 2 * INSET));
        let inside = flow.inside.iter().map(stacked);
        Self { own: own.look(look), inside: inside.collect() }
    }

    /// How much higher it is than its text needs.
    fn more(&self) -> usize {
        self.inside.iter().map(|(_, boxes)| TITLED + height(boxes) + INSET).sum()
    }

    fn height(&self) -> usize {
        self.own.height() + self.more()
    }

    fn place(self, (x, y): (usize, usize), picture: &mut Picture) {
        let (more, mut top) = (self.more(), y + self.own.height());
        let room = self.own.width() - 2 * SIDE;
        self.own.place((x, y), more, picture);
        for (text, boxes) in self.inside {
            let end = top + TITLED + height(&boxes) + INSET;
            picture.texts.push(Words { x: x + SIDE, y: top + LINE - 4, text, style: Style::Small, room });
            place(boxes, (x + INSET, top + TITLED), picture);
            top = end;
        }
    }
}

fn stack(nodes: &[Node], width: usize) -> Vec<Laid> {
    nodes.iter().map(|node| Laid::new(node, width, Style::Name)).collect()
}

/// The height of boxes one below the other.
fn height(boxes: &[Laid]) -> usize {
    (boxes.iter().map(|laid| laid.height() + GAP).sum::<usize>()).saturating_sub(GAP)
}

/// Places boxes one below the other. Returns the middle of each.
fn place(boxes: Vec<Laid>, (x, mut y): (usize, usize), picture: &mut Picture) -> Vec<usize> {
    let mut middles = Vec::new();
    for laid in boxes {
        let height = laid.height();
        middles.push(y + height / 2);
        laid.place((x, y), 0, picture);
        y += height + GAP;
    }
    middles
}

fn head(column: &Column, (x, y): (usize, usize), room: usize, picture: &mut Picture) {
    picture.texts.push(Words { x, y: y + LINE - 4, text: column.head.plain(), style: Style::Head, room });
}

/// Places the notes below everything else, and closes the picture.
fn notes(flow: &Flow, width: usize, y: usize, picture: &mut Picture) {
    let notes = flow.notes.iter().map(|note| {
        let look = if note.is_open { Look::Open } else { Look::Bare };
        Laid::new(note, width, Style::Name).look(look)
    });
    let notes: Vec<Laid> = notes.collect();
    picture.width = width;
    picture.height = y + BORDER;
    if !notes.is_empty() {
        picture.height += 2 * GAP + height(&notes);
        place(notes, (0, y + 2 * GAP), picture);
    }
}

/// The form for wide windows.
#[must_use]
pub(super) fn wide(flow: &Flow) -> Picture {
    let (from, to) = (stack(&flow.from.nodes, OUTER), stack(&flow.to.nodes, OUTER));
    let holder = Holder::new(flow, MIDDLE);
    let outer = [height(&from), height(&to)];
    // The middles of the columns are on one line, which the arrows to and from the controllers follow.
    let above = |height: usize| height.div_ceil(2);
    let middle = outer.map(|outer| above(outer) + HEADED).into_iter().chain([above(holder.height()) + BORDER]);
    let middle = middle.max().unwrap_or_default();
    let bottom = outer.into_iter().chain([holder.height()]).map(|height| middle + height / 2).max();
    let mut picture = Picture::default();
    let (left, right) = (OUTER + BETWEEN, WIDE - OUTER);
    let top = middle - above(outer[0]);
    head(&flow.from, (0, top - HEADED), OUTER, &mut picture);
    let sources = place(from, (0, top), &mut picture);
    let of_holder = middle - above(holder.height());
    holder.place((left, of_holder), &mut picture);
    let top = middle - above(outer[1]);
    head(&flow.to, (right, top - HEADED), OUTER, &mut picture);
    let recipients = place(to, (right, top), &mut picture);
    let rail = OUTER + BETWEEN / 2;
    picture.ways.extend(sources.iter().map(|y| Way::Level(OUTER, rail, *y)));
    picture.ways.extend(upright(rail, &sources, middle));
    picture.ways.push(Way::Level(rail, left - 2, middle));
    picture.heads.push(Head::Right(left - 2, middle));
    let rail = right - BETWEEN / 2;
    picture.ways.push(Way::Level(left + MIDDLE, rail, middle));
    picture.ways.extend(upright(rail, &recipients, middle));
    picture.ways.extend(recipients.iter().map(|y| Way::Level(rail, right - 1, *y)));
    picture.heads.extend(recipients.iter().map(|y| Head::Right(right - 1, *y)));
    notes(flow, WIDE, bottom.unwrap_or_default(), &mut picture);
    picture
}

/// An upright line that meets all these places, if they are not one.
fn upright(x: usize, places: &[usize], middle: usize) -> Option<Way> {
    let all = || places.iter().copied().chain([middle]);
    let (first, last) = (all().min()?, all().max()?);
    (first < last).then_some(Way::Upright(first, last, x))
}

/// The form for narrow windows.
#[must_use]
pub(super) fn tall(flow: &Flow) -> Picture {
    let mut picture = Picture::default();
    let room = TALL - RIGHT;
    let from = stack(&flow.from.nodes, room);
    let mut y = HEADED;
    head(&flow.from, (RIGHT, 0), room, &mut picture);
    let end = y + height(&from);
    let sources = place(from, (RIGHT, y), &mut picture);
    let top = end + ARROW;
    picture.ways.extend(sources.iter().map(|y| Way::Level(RAIL, RIGHT, *y)));
    picture.ways.push(Way::Upright(sources.first().copied().unwrap_or(end), top - 2, RAIL));
    picture.heads.push(Head::Down(RAIL, top - 2));
    let holder = Holder::new(flow, TALL - 2 * BORDER);
    y = top + holder.height();
    holder.place((BORDER, top), &mut picture);
    let to = stack(&flow.to.nodes, room);
    head(&flow.to, (RIGHT, y + ARROW / 2), room, &mut picture);
    let top = y + ARROW / 2 + HEADED;
    let end = top + height(&to);
    let recipients = place(to, (RIGHT, top), &mut picture);
    picture.ways.push(Way::Upright(y, recipients.last().copied().unwrap_or(end), RAIL));
    picture.ways.extend(recipients.iter().map(|y| Way::Level(RAIL, RIGHT - 1, *y)));
    picture.heads.extend(recipients.iter().map(|y| Head::Right(RIGHT - 1, *y)));
    notes(flow, TALL, end, &mut picture);
    picture
}
