//! Enumerations of the tables that know all their values.

/// Defines an enumeration with the list of its values; each is shown as it is written in the table.
macro_rules! listed {
    (
        $(#[doc = $about:literal])*
        $sight:vis enum $name:ident { $($(#[doc = $doc:literal])* $value:ident),* $(,)? }
    ) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize)]
        #[serde(rename_all = "kebab-case")]
        $sight enum $name {
            $($(#[doc = $doc])* $value,)*
        }

        impl $name {
            /// Every value, in the order of their definition.
            $sight const ALL: &[Self] = &[$(Self::$value),*];
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
                serde::Serialize::serialize(self, out)
            }
        }
    };
}

pub(crate) use listed;
