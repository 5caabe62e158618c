//! What the tests, benchmarks and fuzz targets call. Not a public interface: it changes with the private modules.

pub mod assets {
    pub use crate::assets::{Files, fingerprint};
}

pub mod audience {
    pub use crate::audience::Sheets;
}

pub mod cli {
    pub use crate::cli::{check_tables, command};
}

pub mod check {
    pub use crate::check::Checked;

    pub mod example {
        pub use crate::check::example::{Example, of};
    }

    pub mod levels {
        pub use crate::check::levels::Levels;
    }

    pub mod meaning {
        pub use crate::check::meaning::codes;
    }

    pub mod rule {
        pub use crate::check::rule::Rule;
    }

    pub mod rules {
        pub use crate::check::rules::{all, find, group_of};
    }

    pub mod uses {
        pub use crate::check::uses::ACTIVITY;
    }
}

pub mod claim {
    pub use crate::claim::{Category, Claim, Said, Topic, is_uncertain, read, special};
}

pub mod compile {
    pub use crate::compile::{Files, Fragment, municipality};
}

pub mod config {
    pub use crate::config::Config;
}

pub mod consolidate {
    pub use crate::consolidate::{Consolidated, Shape};
}

pub mod diff {
    pub use crate::diff::Change;

    pub mod codes {
        pub use crate::diff::codes::all_as_markdown;
    }

    pub mod compare {
        pub use crate::diff::compare::registers;
    }

    pub mod condition {
        pub use crate::diff::condition::ALL;
    }

    pub mod form {
        pub use crate::diff::form::tell;

        pub mod html {
            pub use crate::diff::form::html::page;
        }

        pub mod json {
            pub use crate::diff::form::json::diff;
        }

        pub mod markdown {
            pub use crate::diff::form::markdown::markdown;
        }

        pub mod text {
            pub use crate::diff::form::text::text;
        }
    }

    pub mod grade {
        pub use crate::diff::grade::{Grade, rows};
    }

    pub mod overrides {
        pub use crate::diff::overrides::Grade;
    }

    pub mod report {
        pub use crate::diff::report::{Judge, Municipality, Report, Seen, State, Version, municipality};
    }

    pub mod uses {
        pub use crate::diff::uses::ACTIVITY;
    }
}

pub mod document {
    pub mod audience {
        pub use crate::document::audience::Source;
    }

    pub mod uses {
        pub use crate::document::uses::ACTIVITY;
    }
}

pub mod draft {
    pub mod edit {
        pub use crate::draft::edit::edits;
    }

    pub mod folder {
        pub use crate::draft::folder::{Draft, read};
    }

    pub mod locate {
        pub use crate::draft::locate::{Locator, exact_place};
    }

    pub mod schema {
        pub use crate::draft::schema::{all, in_format};
        pub use crate::model::version::Version;
    }
}

pub mod emit {
    pub use crate::emit::{Folder, Mode, Output};
}

pub mod fields {
    pub use crate::fields::has_field;
}

pub mod finding {
    pub use crate::finding::{Finding, Findings, Level};
}

pub mod fix {
    pub use crate::fix::fix;
}

pub mod format {
    pub mod read {
        pub use crate::format::read::Read;
    }

    pub mod yaml {
        pub use crate::format::yaml::{Kind, Node, parse};
    }
}

pub mod language {
    pub mod sentences {
        pub use crate::language::sentences::{page, sources};
    }
}

pub mod law {
    pub use crate::law::read;

    pub mod adequacy {
        pub use crate::law::adequacy::{Decision, all, of};
    }

    pub mod phrase {
        pub use crate::law::phrase::{Kind, Kinds, compile, find, kinds_in};
    }

    pub mod version {
        pub use crate::law::version::version;
    }

    pub mod profile {
        pub use crate::law::profile::Row;
    }

    pub mod provision {
        pub use crate::law::provision::cite;
    }

    pub mod stale {
        pub use crate::law::stale::{Stale, all, compile};
    }
}

pub mod limit {
    pub use crate::limit::{CODE, MOST};
}

pub mod model {
    pub use crate::model::suggest;
    pub use crate::model::{
        acceptance, activity, administration, consent, data, decision, flow, law, municipality, notice, organisation,
        processor, purpose, retention, rights, section, shared, untold,
    };

    pub mod uses {
        pub use crate::model::uses::Use;
    }
}

pub mod pipeline {
    pub use crate::pipeline::Understood;
}

pub mod register {
    pub mod phase {
        pub use crate::register::phase::{Origin, Written};
    }
}

pub mod render {
    pub use crate::render::Artifact;

    pub mod html {
        pub use crate::render::html::{Look, Pages};
    }

    pub mod words {
        pub use crate::render::words::escape;
    }
}

pub mod report {
    pub use crate::report::{Part, Run};

    pub mod github {
        pub use crate::report::github::commands;
    }

    pub mod gitlab {
        pub use crate::report::gitlab::report;
    }

    pub mod human {
        pub use crate::report::human::finding;
    }

    pub mod json {
        pub use crate::report::json::report;
    }

    pub mod junit {
        pub use crate::report::junit::report;
    }

    pub mod sarif {
        pub use crate::report::sarif::log;
    }
}

pub mod say {
    pub use crate::say::{Tongue, Words};
}

pub mod source {
    pub use crate::source::{File, Read, Sources, sha256};

    pub mod content {
        pub use crate::source::content::Content;
    }

    pub mod disk {
        pub use crate::source::disk::{bytes, municipalities, read};
    }

    pub mod tree {
        pub use crate::source::tree::Tree;
    }
}

pub mod steps {
    pub use crate::steps::of;
}

pub mod todo {
    pub use crate::todo::{Filter, Todo, markdown, text};

    pub mod question {
        pub use crate::todo::question::{of_finding, of_gap};
    }
}

pub mod visible {
    pub use crate::visible::{json, patch, steers, styled};
}
