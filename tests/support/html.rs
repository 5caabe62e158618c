//! The tags of a page, as far as tests need them.

/// One opening tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    /// The name.
    pub(crate) name: String,
    /// The attributes in order.
    pub(crate) attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The level of a heading.
    pub(crate) fn heading(&self) -> Option<u32> {
        self.name.strip_prefix('h').and_then(|level| level.parse().ok())
    }
}

/// The opening tags of a page, in order. Our pages quote every attribute, and contain no comments or scripts.
pub(crate) fn tags(page: &str) -> Vec<Tag> {
    let opens = page.match_indices('<').map(|(at, _)| &page[at + 1..]);
    opens.filter(|rest| rest.starts_with(|first: char| first.is_ascii_alphabetic())).map(tag).collect()
}

fn tag(rest: &str) -> Tag {
    let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    let mut attributes = Vec::new();
    let mut rest = rest[name.len()..].trim_start();
    while let Some(end) = rest.find(['=', '>', ' ']) {
        if rest.as_bytes()[end] != b'=' {
            break;
        }
        let value = &rest[end + 1..];
        assert!(value.starts_with('"'), "an attribute without quotes: {}", &rest[..end]);
        let close = value[1..].find('"').unwrap() + 1;
        attributes.push((rest[..end].to_owned(), unescape(&value[1..close])));
        rest = value[close + 1..].trim_start();
    }
    Tag { name, attributes }
}

/// Decodes the entities of a value.
pub(crate) fn unescape(value: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&#x2f;", "/")];
    let text = named.iter().fold(value.to_owned(), |text, (name, letter)| text.replace(name, letter));
    text.replace("&amp;", "&")
}
