//! Findings about changes, as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::diff::RecordKind;
use crate::diff::form::json::text::Text;
use crate::diff::remarks::{Kind as RemarkKind, Remark as Found, message};
use crate::diff::site::Site;

/// A finding about changes.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Remark {
    /// Its code.
    code: RemarkKind,
    /// The kind of record.
    room: RecordKind,
    /// The id of the record.
    id: String,
    /// The message.
    message: Text,
    /// The fingerprints of the changes that it is about.
    changes: Vec<String>,
    /// The languages in which the text did not change.
    kept: Vec<String>,
    /// The file and line; null if it is not known.
    site: Option<Site>,
}

pub(super) fn remark(remark: &Found) -> Remark {
    Remark {
        code: remark.kind,
        room: remark.room,
        id: remark.id.clone(),
        message: (&message(remark, &remark.id)).into(),
        changes: remark.changes.clone(),
        kept: remark.kept.iter().map(ToString::to_string).collect(),
        site: remark.site.clone(),
    }
}
