//! A mapping while it is parsed; each key once.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use crate::finding::{Finding, Place};
use crate::format::alias::Size;
use crate::format::node::{Kind, Node};
use crate::format::syntax;
use crate::steps;

/// A mapping that is not closed yet.
pub(super) struct OpenMap {
    pub(super) place: Place,
    pub(super) anchor: usize,
    /// The size of the tree before the mapping.
    pub(super) size: Size,
    pub(super) entries: Vec<(Node, Node)>,
    /// The key whose value follows.
    pub(super) key: Option<Node>,
    /// The first place of each key.
    pub(super) seen: HashMap<Rc<str>, Place>,
}

impl OpenMap {
    /// Adds a key with its value, or returns a finding if the key exists already.
    pub(super) fn put(&mut self, key: Node, value: Node) -> Option<Finding> {
        steps::count(1);
        let name: Rc<str> = match &key.kind {
            Kind::Scalar { text, .. } if !key.is_null() => Rc::clone(text),
            _ => "".into(),
        };
        match self.seen.entry(name) {
            Entry::Vacant(free) => {
                free.insert(key.place);
                self.entries.push((key, value));
                None
            }
            Entry::Occupied(taken) => Some(syntax::twice(taken.key(), key.place, *taken.get())),
        }
    }
}
