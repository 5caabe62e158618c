//! `[outputs]` in `ropa.toml`: what is written, and for whom.

use serde::Deserialize;

use crate::audience::{Audience, Sheets};

/// What to write.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Outputs {
    /// Public output: notices and the public register.
    pub public: bool,
    /// The complete register for the supervisory authority.
    pub internal: bool,
    /// Whether each page ends with the fingerprint of the register it was compiled from.
    pub fingerprint: bool,
    /// For whom workbooks are written.
    pub xlsx: Vec<Audience>,
    /// For whom CSV files for people are written.
    pub csv_people: Vec<Audience>,
    /// For whom CSV files for programs are written.
    pub csv_machines: Vec<Audience>,
}

impl Default for Outputs {
    fn default() -> Self {
        Self {
            public: true,
            internal: true,
            fingerprint: false,
            xlsx: vec![Audience::Internal],
            csv_people: vec![Audience::Internal],
            csv_machines: Audience::ALL.to_vec(),
        }
    }
}

impl Outputs {
    /// The sheets that are written for an audience.
    #[must_use]
    pub(crate) fn sheets(&self, audience: Audience) -> Sheets {
        Sheets {
            xlsx: self.xlsx.contains(&audience),
            csv_people: self.csv_people.contains(&audience),
            csv_machines: self.csv_machines.contains(&audience),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::config::Config;

    #[test]
    fn sheets_are_for_audiences() {
        let outputs = |line: &str| {
            let config = Config::parse(Path::new("ropa.toml"), &format!("[outputs]\n{line}"));
            config.err().map_or_else(String::new, |error| error.to_string())
        };
        for right in
            ["xlsx = []", "xlsx = [\"public\", \"internal\"]", "csv-people = [\"public\"]", "csv-machines = []"]
        {
            assert_eq!(outputs(right), "");
        }
        let unknown = outputs("xlsx = [\"intern\"]");
        assert!(unknown.contains("unknown variant `intern`, expected `public` or `internal`"), "{unknown}");
        assert!(outputs("csv-people = true").contains("expected a sequence"), "{}", outputs("csv-people = true"));
        assert!(outputs("csv = []").contains("unknown field `csv`"), "{}", outputs("csv = []"));
    }
}
