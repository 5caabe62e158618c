//! Fields that identify a record.

use crate::model::administration::Camera;
use crate::model::data::Data;
use crate::model::flow::SystemUse;
use crate::model::keys;
use crate::model::law::Law;
use crate::model::record::field;
use crate::model::retention::{Event, Retention};
use crate::model::rights::RightNote;
use crate::model::section::Link;

/// The fields that identify a record, the most specific first.
pub(super) const NAMES: [&str; 19] = [
    keys::TITLE,
    keys::TO,
    keys::WHO,
    keys::WHAT,
    field!(Retention, of),
    field!(Data, items),
    keys::NAME,
    keys::PROCESSOR,
    field!(SystemUse, system),
    keys::DECISION,
    keys::FROM,
    field!(Event, event),
    keys::CODE,
    field!(Law, cite),
    field!(Link, label),
    field!(RightNote, right),
    keys::COVERS,
    keys::KIND,
    field!(Camera, address),
];
