//! Links between the entries of a guide, for which somebody who knows the guide has the addresses.

use super::escape;
use super::parse::ENTRY_SCHEME;
use super::tree::{NodeKind, RichText, Slice, number};

impl RichText {
    /// Returns the text with addresses in place of entry ids; a link without words of its own gets the entry's title.
    ///
    /// `find` returns address and title of the entry with an id. Where it returns none, the link stays as it is.
    pub fn with_addresses(&self, find: impl Fn(&str) -> Option<(String, String)>) -> Self {
        if self
            .all_nodes()
            .all(|node| node.kind() != NodeKind::EntryLink)
        {
            return self.clone();
        }
        let mut buffer = self.buffer.to_string();
        let mut nodes = self.nodes.clone();
        for (at, link) in self.all_nodes().enumerate() {
            let is_link = link.kind() == NodeKind::EntryLink;
            let id = link.text().strip_prefix(ENTRY_SCHEME).filter(|_| is_link);
            let Some((address, title)) = id.and_then(&find) else {
                continue;
            };
            let mut add = |text: &str| {
                buffer.push_str(text);
                Slice::from(buffer.len() - text.len()..buffer.len())
            };
            nodes[at].text = add(&address);
            if is_bare(link.source())
                && let Some(words) = nodes.get_mut(at + 1)
            {
                words.text = add(&title);
            }
        }
        Self {
            buffer: buffer.into_boxed_str(),
            source_len: number(self.source().len()),
            nodes,
        }
    }

    /// Returns the text in the markup of guides, its links to entries with the addresses that they have got.
    pub fn to_markup(&self) -> String {
        let mut markup = String::with_capacity(self.source().len());
        let mut copied = 0;
        let links = self.all_nodes();
        for link in links.filter(|node| node.kind() == NodeKind::EntryLink) {
            let written = link.source();
            let label = match written.rsplit_once("](") {
                Some((label, _)) if !is_bare(written) => {
                    label.get(1..).unwrap_or_default().to_owned()
                }
                _ => escape::markup(&link.words()),
            };
            let range = link.source_range();
            markup.push_str(self.source().get(copied..range.start).unwrap_or_default());
            markup.push_str(&format!("[{label}]({})", link.text()));
            copied = range.end;
        }
        markup.push_str(self.source().get(copied..).unwrap_or_default());
        markup.trim().to_owned()
    }
}

/// Returns whether a link is written as `<address>`, so that its words are the address.
fn is_bare(written: &str) -> bool {
    written.starts_with('<')
}
