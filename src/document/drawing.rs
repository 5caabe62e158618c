//! The drawing of an activity: where its data come from, who is responsible for them, and to whom they go.
//!
//! Its names are those of the sections. It is an overview: of sub-processors it names those in third countries, and it
//! leaves out tasks that another authority carries out, because the register does not say that data go there.

mod abroad;
mod boxes;
mod inside;

use crate::document::Block;
use crate::document::anchor::Anchor;
use crate::document::scene::Scene;
use crate::language::line::Line;
use crate::model::activity::Activity;

/// The most boxes of a column, besides those that are marked, open or have a gap.
const MOST: usize = 8;

/// Where the data of an activity go.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Flow {
    /// Where the data come from.
    pub from: Column,
    /// The controllers.
    pub holder: Node,
    /// Their processors, and other systems.
    pub inside: Vec<Column>,
    /// To whom the data go.
    pub to: Column,
    /// What is said below the drawing.
    pub notes: Vec<Node>,
}

/// Boxes with a heading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Column {
    /// The heading.
    pub head: Line,
    /// The boxes.
    pub nodes: Vec<Node>,
}

/// A box.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Node {
    /// What it is, such as `supplier`.
    pub kind: Line,
    /// The names, each on a line of its own.
    pub names: Vec<Line>,
    /// What else is told of it.
    pub details: Vec<Line>,
    /// What needs attention.
    pub marks: Vec<Mark>,
    /// Whether it says that something is not settled.
    pub is_open: bool,
    /// Whether one of its details says so.
    pub has_gap: bool,
}

/// A sign with words.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Mark {
    /// The sign.
    pub sign: Sign,
    /// The words.
    pub words: Line,
    /// Whether they say that something is not settled.
    pub is_open: bool,
}

/// The signs of a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// A third country (Chapter V).
    Abroad,
    /// A special category of data (Article 9), or data about offences (Article 10).
    Protected,
}

/// The drawing of an activity with its heading.
#[must_use]
pub(crate) fn drawing(scene: &Scene, activity: &Activity) -> [Block; 2] {
    let heading = Block::Heading(2, scene.say("heading.drawing", &[]), Anchor::of("drawing"));
    [heading, Block::Drawing(Box::new(flow(scene, activity)))]
}

fn flow(scene: &Scene, activity: &Activity) -> Flow {
    let boxes::Boxes { inside, to, notes } = boxes::boxes(scene, activity);
    let head = |key| scene.language.code("ask", key);
    Flow {
        from: Column { head: head("sources"), nodes: cut(scene, boxes::sources(scene, activity)) },
        holder: boxes::holder(scene, activity),
        inside,
        to: Column { head: head("recipients"), nodes: cut(scene, to) },
        notes,
    }
}

/// Nodes for a column: if there are many, how many more there are. None that is marked, open or has a gap is left out.
fn cut(scene: &Scene, nodes: Vec<Node>) -> Vec<Node> {
    let all = nodes.len();
    if all <= MOST + 1 {
        return nodes;
    }
    let stays = |node: &Node| node.is_open || node.has_gap || !node.marks.is_empty();
    let mut room = MOST.saturating_sub(nodes.iter().filter(|node| stays(node)).count());
    let mut kept = Vec::new();
    for node in nodes {
        if stays(&node) {
            kept.push(node);
        } else if room > 0 {
            room -= 1;
            kept.push(node);
        }
    }
    let count = Line::words(&(all - kept.len()).to_string());
    if all > kept.len() {
        kept.push(Node::named(scene.say("drawing.more", &[("count", count)])));
    }
    kept
}

/// A word of the drawing.
fn code(scene: &Scene, key: &str) -> Line {
    scene.language.code("drawing", key)
}

impl Node {
    /// A box with a name.
    fn named(name: Line) -> Self {
        Self { names: vec![name], ..Self::default() }
    }

    /// A box that says that something is not settled.
    fn open(words: Line) -> Self {
        Self { is_open: true, ..Self::named(words.unstopped().capital()) }
    }

    /// Adds the detail that something is not settled, if it is not.
    fn gap(&mut self, scene: &Scene, key: &str, is_open: bool) {
        if is_open {
            self.details.push(scene.say(key, &[("value", scene.say("say.unsettled", &[]))]));
            self.has_gap = true;
        }
    }

    /// The box in words: `Supplier: name (detail; mark)`.
    fn text(&self) -> Line {
        let mut line = self.kind.clone();
        line.push_words(if self.kind.is_empty() { "" } else { ": " });
        line.push(&Line::join(self.names.clone(), "; ", "; "));
        let added = self.details.iter().chain(self.marks.iter().map(|mark| &mark.words));
        let added = Line::join(added.map(|line| line.clone().small()).collect(), "; ", "; ");
        if !added.is_empty() {
            line.push_words(" (");
            line.push(&added);
            line.push_words(")");
        }
        line
    }
}

impl Column {
    /// The boxes in one sentence. What is not settled is a sentence of its own.
    fn nodes(&self) -> Line {
        let mut line = Line::default();
        let mut follows_open = false;
        for node in &self.nodes {
            let is_apart = std::mem::replace(&mut follows_open, node.is_open) || node.is_open;
            line.push_words(match (line.is_empty(), is_apart) {
                (true, _) => "",
                (false, true) => ". ",
                (false, false) => "; ",
            });
            line.push(&if is_apart { node.text().capital() } else { node.text() });
        }
        line
    }

    /// A question, then the boxes.
    fn answered(&self) -> Line {
        Line::join(vec![self.head.clone(), sentence(self.nodes())], " ", " ")
    }

    /// The heading, then the boxes.
    fn listed(&self) -> Line {
        sentence(Line::join(vec![self.head.clone(), self.nodes()], ": ", ": "))
    }
}

impl Flow {
    /// The drawing in words: the same, in the same order.
    #[must_use]
    pub fn text(&self) -> Vec<Line> {
        let Self { from, holder, inside, to, notes } = self;
        let holders = sentence(Node { marks: Vec::new(), ..holder.clone() }.text());
        let marks = holder.marks.iter().map(|mark| sentence(mark.words.clone()));
        let middle = std::iter::once(holders).chain(marks).chain(inside.iter().map(Column::listed)).collect();
        let notes = notes.iter().map(|note| sentence(note.text())).collect();
        let all = [from.answered(), Line::join(middle, " ", " "), to.answered(), Line::join(notes, " ", " ")];
        all.into_iter().filter(|line| !line.is_empty()).collect()
    }
}

fn sentence(line: Line) -> Line {
    line.capital().stopped()
}
