//! Parses YAML text into a tree of values with places. The only module that uses the YAML parser.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span, options};

use crate::finding::{Finding, Findings, Place};
use crate::format::alias::{Size, too_much_aliased};
use crate::format::comma;
use crate::format::mapping::OpenMap;
pub use crate::format::node::{Kind, Node};
use crate::format::syntax;
use crate::say;
use crate::steps;
use crate::visible;

/// How deep lists and mappings may be nested.
pub(super) const MAX_DEPTH: usize = 32;
/// How many values one file may contain.
const MAX_NODES: usize = 200_000;

/// Parses one YAML document. A duplicate key is reported and the rest is returned; a syntax error or an exceeded
/// limit gives `None`. Every fault becomes a finding.
#[must_use]
pub fn parse(file: u32, text: &str, findings: &mut Findings) -> Option<Node> {
    steps::count(text.len());
    let mut builder = Builder::new(file, text);
    match builder.run() {
        Ok(()) => {
            findings.append(&mut builder.findings);
            builder.document(findings)
        }
        Err(fault) => {
            findings.append(&mut builder.findings);
            findings.push(*fault);
            None
        }
    }
}

/// A text in double quotation marks.
#[must_use]
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A list or mapping that is not closed yet.
enum Open {
    Seq { place: Place, anchor: usize, size: Size, items: Vec<Node> },
    Map(OpenMap),
}

/// Builds the tree from the parser's events and enforces the limits.
struct Builder<'t> {
    file: u32,
    text: &'t str,
    open: Vec<Open>,
    roots: Vec<Node>,
    /// The anchored values and their sizes.
    anchors: HashMap<usize, (Node, Size)>,
    /// Anchored texts that no alias uses.
    unused: BTreeMap<usize, Place>,
    /// The number of values written.
    nodes: usize,
    /// The size of what was read so far, aliases included.
    whole: Size,
    /// The size of what the aliases expand to.
    aliased: Size,
    findings: Findings,
}

type Built<T> = Result<T, Box<Finding>>;

impl<'t> Builder<'t> {
    fn new(file: u32, text: &'t str) -> Self {
        Self {
            file,
            text,
            open: Vec::new(),
            roots: Vec::new(),
            anchors: HashMap::new(),
            unused: BTreeMap::new(),
            nodes: 0,
            whole: Size::default(),
            aliased: Size::default(),
            findings: Vec::new(),
        }
    }

    fn run(&mut self) -> Built<()> {
        let limits = options! {
            emit_comments: false,
            flow_nesting_limit: MAX_DEPTH,
            block_nesting_limit: MAX_DEPTH
        };
        for event in Parser::new_from_str_with_options(self.text, limits) {
            let (event, span) = event.map_err(|fault| Box::new(self.syntax(&fault)))?;
            let place = self.place(span);
            self.event(event, place)?;
        }
        let unused = self.unused.values();
        self.findings.extend(unused.filter_map(|place| syntax::sign(self.text, *place, '&')));
        Ok(())
    }

    fn event(&mut self, event: Event, place: Place) -> Built<()> {
        if event.is_node() {
            self.count(place)?;
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let plain = style == ScalarStyle::Plain;
                if plain {
                    self.findings.extend(syntax::cut(self.text, place));
                }
                self.findings.extend(tag.and_then(|_| syntax::sign(self.text, place, '!')));
                if anchor != 0 {
                    self.unused.insert(anchor, place);
                }
                if text.contains(|letter| !matches!(letter, '\n' | '\t') && visible::is_hidden(letter)) {
                    self.findings.extend(syntax::hidden(&text, place));
                }
                let is_written = !plain || place.start < place.end;
                let text: Rc<str> = if is_written { text.into() } else { "".into() };
                let size = Size { nodes: 1, bytes: text.len() };
                self.whole.add(size);
                let kind = Kind::Scalar { text, plain };
                let in_flow = self.is_in_flow();
                self.finish(Node { place, kind, in_flow }, anchor, size);
            }
            Event::SequenceStart(_, anchor, _) => {
                let size = self.whole;
                self.open.push(Open::Seq { place, anchor, size, items: Vec::new() });
            }
            Event::MappingStart(_, anchor, _) => {
                let (size, entries, seen) = (self.whole, Vec::new(), HashMap::new());
                self.open.push(Open::Map(OpenMap { place, anchor, size, entries, key: None, seen }));
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(place),
            Event::Alias(id) => self.alias(id, place)?,
            _ => {}
        }
        Ok(())
    }

    /// Counts one more value, or fails at the limit.
    fn count(&mut self, place: Place) -> Built<()> {
        self.nodes += 1;
        if self.nodes <= MAX_NODES {
            return Ok(());
        }
        Err(Box::new(
            Finding::error(
                "yaml-too-large",
                place,
                say!(
                    en: "the file holds more than {MAX_NODES} values",
                    sv: "filen innehåller fler än {MAX_NODES} värden",
                    da: "filen indeholder flere end {MAX_NODES} værdier",
                ),
            )
            .help(say!(
                en: "split the register into one file per activity",
                sv: "dela upp registret i en fil för varje behandling",
                da: "del fortegnelsen op i én fil for hver behandling",
            )),
        ))
    }

    /// Inserts the value of an alias, within the limits.
    fn alias(&mut self, id: usize, place: Place) -> Built<()> {
        self.unused.remove(&id);
        let Some((node, size)) = self.anchors.get(&id) else {
            return Err(Box::new(
                Finding::error(
                    "yaml-alias",
                    place,
                    say!(
                        en: "the alias refers to a value that contains the alias itself",
                        sv: "aliaset står för ett värde som innehåller aliaset självt",
                        da: "aliasset står for en værdi, der indeholder aliasset selv",
                    ),
                )
                .help(say!(
                    en: "write the value out where it is needed",
                    sv: "skriv ut värdet där det behövs",
                    da: "skriv værdien ud, hvor der er brug for den",
                )),
            ));
        };
        let (mut node, size) = (node.clone(), *size);
        self.aliased.add(size);
        if let Some(message) = self.aliased.is_too_much() {
            return Err(Box::new(too_much_aliased(message, place)));
        }
        self.whole.add(size);
        (node.place, node.in_flow) = (place, self.is_in_flow());
        self.finish(node, 0, size);
        Ok(())
    }

    /// Closes the innermost list or mapping at `end`.
    fn close(&mut self, end: Place) {
        let (place, anchor, before, kind) = match self.open.pop() {
            Some(Open::Seq { place, anchor, size, items }) => (place, anchor, size, Kind::Seq(items.into())),
            Some(Open::Map(OpenMap { place, anchor, size, entries, .. })) => {
                (place, anchor, size, Kind::Map(entries.into()))
            }
            None => return,
        };
        let last = match &kind {
            Kind::Seq(items) => items.last().map(|last| last.place.end),
            Kind::Map(entries) => entries.last().map(|(_, last)| last.place.end),
            Kind::Scalar { .. } => None,
        };
        let place = Place { end: last.unwrap_or(end.end).max(place.end), ..place };
        self.whole.nodes += 1;
        let size = self.whole.since(before);
        let in_flow = self.is_in_flow();
        self.finish(Node { place, kind, in_flow }, anchor, size);
    }

    /// Whether the innermost open list or mapping is written with brackets or braces.
    fn is_in_flow(&self) -> bool {
        let (Open::Seq { place, .. } | Open::Map(OpenMap { place, .. })) = match self.open.last() {
            Some(open) => open,
            None => return false,
        };
        self.text.get(place.start as usize..).is_some_and(|text| text.starts_with(['[', '{']))
    }

    /// Adds a finished value to its parent.
    fn finish(&mut self, node: Node, anchor: usize, size: Size) {
        if anchor != 0 {
            self.anchors.insert(anchor, (node.clone(), size));
        }
        match self.open.last_mut() {
            None => self.roots.push(node),
            Some(Open::Seq { items, .. }) => items.push(node),
            Some(Open::Map(map)) => match map.key.take() {
                Some(key) => {
                    let place = comma::after_colon(self.text, &key, &node).unwrap_or(node.place);
                    self.findings.extend(map.put(key, Node { place, ..node }));
                }
                None => map.key = Some(node),
            },
        }
    }

    /// The root, if there is exactly one document.
    fn document(self, findings: &mut Findings) -> Option<Node> {
        let mut roots = self.roots.into_iter();
        let first = roots.next();
        if let Some(second) = roots.next() {
            findings.push(
                Finding::error(
                    "yaml-documents",
                    second.place,
                    say!(
                        en: "the file holds more than one YAML document",
                        sv: "filen innehåller mer än ett YAML-dokument",
                        da: "filen indeholder mere end ét YAML-dokument",
                    ),
                )
                .label(say!(
                    en: "a second document begins here",
                    sv: "ett andra dokument börjar här",
                    da: "et andet dokument begynder her",
                ))
                .help(say!(
                    en: "remove the line `---`, or move what follows to a file of its own",
                    sv: "ta bort raden `---`, eller flytta det som följer till en egen fil",
                    da: "fjern linjen `---`, eller flyt det, der følger, til en fil for sig",
                )),
            );
        }
        first.filter(|node| !node.is_null())
    }

    fn syntax(&self, fault: &ScanError) -> Finding {
        let at = fault.marker().byte_offset().unwrap_or(self.text.len());
        syntax::finding(self.file, self.text, at, &fault.info())
    }

    fn place(&self, span: Span) -> Place {
        let range = span.byte_range().unwrap_or(0..0);
        Place { file: self.file, start: offset(range.start), end: offset(range.end) }
    }
}

/// A byte offset as `u32`. A file has at most 4 MiB (`source::disk`), so it always fits.
pub(crate) fn offset(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}
