//! Makes `entry:section/entry` links of a guide's text lead to real addresses, so that no door must know them.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag};

use super::link;
use crate::guide::Guide;

/// What addresses of entries begin with in a guide's text.
const SCHEME: &str = "entry:";

/// Returns `text` with its links to entries as ordinary links; one without words of its own gets the entry's title.
pub(super) fn resolve(guide: &Guide, base: Option<&str>, text: &str) -> String {
    if !text.contains(SCHEME) {
        return text.to_owned();
    }
    let mut resolved = String::with_capacity(text.len());
    let mut copied = 0;
    for (event, range) in Parser::new(text).into_offset_iter() {
        if let Event::Start(Tag::Link {
            link_type,
            dest_url,
            ..
        }) = event
            && let Some(id) = dest_url.strip_prefix(SCHEME)
            && let Some(replacement) =
                ordinary_link(guide, base, id, link_type, &text[range.clone()])
        {
            let Range { start, end } = range;
            resolved.push_str(&text[copied..start]);
            resolved.push_str(&replacement);
            copied = end;
        }
    }
    resolved.push_str(&text[copied..]);
    resolved
}

fn ordinary_link(
    guide: &Guide,
    base: Option<&str>,
    id: &str,
    link_type: LinkType,
    source: &str,
) -> Option<String> {
    let entry = guide.entry(id)?;
    let address = link::entry(base, &guide.id, &entry.id);
    let label = match link_type {
        LinkType::Inline => source.rsplit_once("](")?.0.strip_prefix('[')?,
        LinkType::Autolink => "",
        _ => return None,
    };
    Some(if label.is_empty() {
        format!("[{}]({address})", escaped(&entry.title))
    } else {
        format!("[{label}]({address})")
    })
}

fn escaped(title: &str) -> String {
    let mut escaped = String::with_capacity(title.len());
    for c in title.chars() {
        if r"\`*_[]<>".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
