//! Proves that a change changes what it means to and nothing else.

use super::{Change, Put, Step, Wanted};
use crate::format::yaml::{self, Kind, Node};

/// Whether the edited text reads as the text did with this change, and nothing else is different.
#[must_use]
pub(super) fn reads_as_meant(before: &Node, put: &Put, after: &str) -> bool {
    let Some(after) = yaml::parse(0, after, &mut Vec::new()) else { return false };
    let mut meant = Tree::of(before);
    meant.put(put) && meant.is_same(&Tree::of(&after))
}

/// Whether a change has been made already.
#[must_use]
pub(crate) fn is_made(root: &Node, put: &Put) -> bool {
    let mut tree = Tree::of(root);
    match (&put.change, tree.find(&put.path)) {
        (Change::Set { to, .. }, Some(there)) => there.is_same(&Tree::wanted(to)),
        (Change::Items { with, .. }, Some(Tree::List(items))) => {
            let is_there = |item: &Wanted| items.iter().any(|(_, own)| own.is_same(&Tree::wanted(item)));
            !with.is_empty() && with.iter().all(is_there)
        }
        (Change::Gone, None) => true,
        _ => false,
    }
}

/// A file as values. Items have their index in the file as it was.
#[derive(Debug)]
enum Tree {
    Scalar(Option<String>),
    List(Vec<(Option<usize>, Tree)>),
    Record(Vec<(String, Tree)>),
}

impl Tree {
    fn of(node: &Node) -> Self {
        match &node.kind {
            Kind::Scalar { .. } => Self::Scalar(node.text().map(|text| text.trim().to_owned())),
            Kind::Seq(items) => {
                Self::List(items.iter().enumerate().map(|(index, item)| (Some(index), Self::of(item))).collect())
            }
            Kind::Map(entries) => {
                let key = |key: &Node| key.text().unwrap_or_default().to_owned();
                Self::Record(entries.iter().map(|(name, value)| (key(name), Self::of(value))).collect())
            }
        }
    }

    fn wanted(value: &Wanted) -> Self {
        match value {
            Wanted::Scalar(text) => Self::Scalar(Some(text.trim().to_owned())),
            Wanted::List(items) => Self::List(items.iter().map(|item| (None, Self::wanted(item))).collect()),
            Wanted::Record(fields) => {
                Self::Record(fields.iter().map(|(key, value)| (key.clone(), Self::wanted(value))).collect())
            }
        }
    }

    /// Makes a change. Returns false if there is no such place.
    fn put(&mut self, put: &Put) -> bool {
        match &put.change {
            Change::Set { to, short, .. } => self.set(&put.path, to, short.as_deref()),
            Change::Items { without, with } => self.find(&put.path).is_some_and(|list| list.items(without, with)),
            Change::Gone => {
                let Some((Step::Key(key), above)) = put.path.split_last() else { return false };
                let Some(Self::Record(fields)) = self.find(above) else { return false };
                fields.retain(|(name, _)| name != key);
                true
            }
        }
    }

    fn find(&mut self, path: &[Step]) -> Option<&mut Self> {
        let Some((step, rest)) = path.split_first() else { return Some(self) };
        match (step, self) {
            (Step::Key(key), Self::Record(fields)) => {
                fields.iter_mut().find(|(name, _)| name == key).and_then(|(_, value)| value.find(rest))
            }
            (Step::Item(index), Self::List(items)) => {
                items.iter_mut().find(|(own, _)| own == &Some(*index)).and_then(|(_, item)| item.find(rest))
            }
            (Step::Item(0), lone) => lone.find(rest),
            _ => None,
        }
    }

    fn set(&mut self, path: &[Step], to: &Wanted, short: Option<&str>) -> bool {
        if let Some(there) = self.find(path) {
            *there = Self::wanted(to);
            return true;
        }
        let Some((Step::Key(key), above)) = path.split_last() else { return false };
        let Some(there) = self.find(above) else {
            return self.set(above, &Wanted::Record(vec![(key.clone(), to.clone())]), None);
        };
        if let (Self::Scalar(_), Some(short)) = (&*there, short) {
            let lone = std::mem::replace(there, Self::Scalar(None));
            *there = Self::Record(vec![(short.to_owned(), lone)]);
        }
        let Self::Record(fields) = there else { return false };
        fields.push((key.clone(), Self::wanted(to)));
        true
    }

    fn items(&mut self, without: &[usize], with: &[Wanted]) -> bool {
        if !matches!(self, Self::List(_)) {
            let lone = std::mem::replace(self, Self::Scalar(None));
            *self = Self::List(vec![(Some(0), lone)]);
        }
        let Self::List(items) = self else { return false };
        items.retain(|(index, _)| index.is_none_or(|index| !without.contains(&index)));
        items.extend(with.iter().map(|item| (None, Self::wanted(item))));
        true
    }

    /// Whether two trees have the same values. The order of keys does not count; a new key may stand anywhere.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Scalar(one), Self::Scalar(two)) => one == two,
            (Self::List(one), Self::List(two)) => {
                one.len() == two.len() && one.iter().zip(two).all(|((_, one), (_, two))| one.is_same(two))
            }
            (Self::Record(one), Self::Record(two)) => {
                let has =
                    |(key, value): &(String, Self)| two.iter().any(|(name, other)| name == key && value.is_same(other));
                one.len() == two.len() && one.iter().all(has)
            }
            _ => false,
        }
    }
}
