//! A text as plain text for a terminal: paragraphs, lists and links, wrapped; and in one line.
//!
//! Words keep their order; what cannot be shown is dropped, so nothing here can fail.

use super::tree::{Node, NodeKind, RichText, Unsupported};
use super::wrap::wrap;

/// Renders a text as plain text with lines of at most `width` columns.
pub fn plain(text: &RichText, width: usize) -> String {
    let mut page = Layout {
        width,
        ..Layout::default()
    };
    text.nodes().for_each(|node| page.node(node));
    page.end_block();
    page.lines.join("\n")
}

/// Renders a text as plain text in one line.
pub fn one_line(text: &RichText) -> String {
    let plain = plain(text, usize::MAX);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text that has been laid out so far.
#[derive(Default)]
struct Layout {
    width: usize,
    lines: Vec<String>,
    /// The paragraph being read; a line break that the writer wants is a `\n`.
    paragraph: String,
    /// The next number of each list we are in; `None` for one with bullets.
    lists: Vec<Option<u32>>,
    /// The sign of the list item whose first line is still to come.
    marker: Option<String>,
    /// True if the lines end with an item of a list that goes on.
    after_item: bool,
}

impl Layout {
    fn node(&mut self, node: Node<'_>) {
        match node.kind() {
            NodeKind::Text => self.paragraph.push_str(node.text()),
            NodeKind::SoftBreak => self.paragraph.push(' '),
            NodeKind::HardBreak => self.paragraph.push('\n'),
            NodeKind::BulletList => self.list(None, node),
            NodeKind::NumberedList(first) => self.list(Some(first), node),
            NodeKind::Item => {
                self.end_block();
                self.marker = Some(self.next_marker());
                self.inside(node);
                self.end_block();
            }
            NodeKind::Paragraph
            | NodeKind::Unsupported(
                Unsupported::Heading | Unsupported::CodeBlock | Unsupported::IndentedCode,
            ) => {
                self.inside(node);
                self.end_block();
            }
            NodeKind::Link | NodeKind::EntryLink => self.link(node),
            NodeKind::Emphasis | NodeKind::Strong | NodeKind::Unsupported(_) => self.inside(node),
        }
    }

    fn inside(&mut self, node: Node<'_>) {
        node.inside().for_each(|inner| self.node(inner));
    }

    fn list(&mut self, first: Option<u32>, node: Node<'_>) {
        self.end_block();
        self.lists.push(first);
        self.inside(node);
        self.end_block();
        self.lists.pop();
        self.after_item &= !self.lists.is_empty();
    }

    /// Adds the address behind a link's words; one within the guides is no use in a terminal.
    fn link(&mut self, node: Node<'_>) {
        let start = self.paragraph.len();
        self.inside(node);
        let address = node.text();
        let is_shown = self.paragraph.get(start..) == Some(address);
        if address.starts_with("http") && !is_shown {
            self.paragraph.push_str(&format!(" ({address})"));
        }
    }

    fn next_marker(&mut self) -> String {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        }
    }

    /// Lays out the paragraph that was read, if any.
    fn end_block(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if paragraph.trim().is_empty() {
            return;
        }
        // Items stand together; paragraphs, and a list as a whole, stand apart.
        let is_next_item = self.marker.is_some() && self.after_item;
        if !self.lines.is_empty() && !is_next_item {
            self.lines.push(String::new());
        }
        self.after_item = !self.lists.is_empty();
        let outer = "  ".repeat(self.lists.len().saturating_sub(1));
        let marker = self.marker.take();
        let inner = " ".repeat(marker.as_ref().map_or_else(
            || if self.lists.is_empty() { 0 } else { 2 },
            |marker| marker.chars().count(),
        ));
        let width = self.width.saturating_sub(outer.len() + inner.len());
        let lines = paragraph.split('\n').flat_map(|part| wrap(part, width));
        for (index, line) in lines.enumerate() {
            let lead = match &marker {
                Some(marker) if index == 0 => marker,
                _ => &inner,
            };
            self.lines.push(format!("{outer}{lead}{line}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{one_line, plain};
    use crate::markup::parse;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(plain(&parse(text), 30), expected, "{text:?}");
    }

    #[test]
    fn paragraphs_are_wrapped_and_stand_apart() {
        check(
            "A film about *coming home*,\nwith **no** lesson in it.\n\nIt is funny.",
            "A film about coming home, with\nno lesson in it.\n\nIt is funny.",
        );
        check("one\\\ntwo", "one\ntwo");
        check("", "");
    }

    #[test]
    fn lists_are_indented_under_their_signs() {
        check(
            "Who plays whom:\n\n- Simon Rex as Mikey Saber, the lead of it\n- Bree Elrod as Lexi\n\nAnd more.",
            "Who plays whom:\n\n- Simon Rex as Mikey Saber,\n  the lead of it\n- Bree Elrod as Lexi\n\nAnd more.",
        );
        check(
            "1. one\n2. two\n   - inner\n3. three",
            "1. one\n2. two\n  - inner\n3. three",
        );
        check(
            "- one\n\n  more of it\n- two",
            "- one\n\n  more of it\n- two",
        );
    }

    #[test]
    fn links_show_an_address_that_can_be_opened() {
        check(
            "[a review](https://x.example)",
            "a review (https://x.example)",
        );
        check("<https://x.example>", "https://x.example");
        check(
            "see [Critics](/red-rocket/critical-reception#critics)",
            "see Critics",
        );
    }

    #[test]
    fn one_line_holds_all_words() {
        let text = parse("A *film*\nabout\n\n1. one\n2. two\n\nAnd more.");
        assert_eq!(one_line(&text), "A film about 1. one 2. two And more.");
    }
}
