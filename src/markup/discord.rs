//! A text as Discord writes it: paragraphs, bold, italic, lists, links.
//!
//! The two kinds of markup differ where it hurts: Discord shows bars, tildes, single underscores and a hash at the start
//! of a line in ways of its own, keeps line breaks, and prints links to anything but the web as they stand.

use super::escape;
use super::tree::{Node, NodeKind, RichText};

/// Renders a text for Discord.
pub fn discord(text: &RichText) -> String {
    let mut writer = Writer::default();
    text.nodes().for_each(|node| writer.node(node));
    writer.out.trim().to_owned()
}

/// The text that has been written so far.
#[derive(Default)]
struct Writer {
    out: String,
    /// The next number of each list we are in; `None` for one with bullets.
    lists: Vec<Option<u32>>,
}

impl Writer {
    fn node(&mut self, node: Node<'_>) {
        match node.kind() {
            NodeKind::Text => escape::push_discord(&mut self.out, node.text()),
            NodeKind::SoftBreak => self.out.push(' '),
            NodeKind::HardBreak => self.out.push('\n'),
            NodeKind::Emphasis => self.marked("*", node),
            NodeKind::Strong => self.marked("**", node),
            NodeKind::Link | NodeKind::EntryLink => {
                self.out.push_str(&link(node.text(), &node.words()));
            }
            NodeKind::BulletList => self.list(None, node),
            NodeKind::NumberedList(first) => self.list(Some(first), node),
            NodeKind::Item => {
                self.start_item();
                self.inside(node);
            }
            NodeKind::Paragraph => {
                self.start_paragraph();
                self.inside(node);
            }
            NodeKind::Unsupported(_) => self.inside(node),
        }
    }

    fn inside(&mut self, node: Node<'_>) {
        node.inside().for_each(|inner| self.node(inner));
    }

    fn marked(&mut self, mark: &str, node: Node<'_>) {
        self.out.push_str(mark);
        self.inside(node);
        self.out.push_str(mark);
    }

    fn list(&mut self, first: Option<u32>, node: Node<'_>) {
        if self.lists.is_empty() {
            self.blank_line();
        }
        self.lists.push(first);
        self.inside(node);
        self.lists.pop();
    }

    fn blank_line(&mut self) {
        if !self.out.is_empty() {
            self.out.push_str("\n\n");
        }
    }

    /// Begins a paragraph: in a list item below the one before, the item's first beside its sign.
    fn start_paragraph(&mut self) {
        if self.lists.is_empty() {
            self.blank_line();
        } else if !self.out.ends_with(' ') {
            self.out.push('\n');
            self.out.push_str(&"  ".repeat(self.lists.len()));
        }
    }

    fn start_item(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        let depth = self.lists.len().saturating_sub(1);
        self.out.push_str(&"  ".repeat(depth));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.out.push_str(&format!("{number}. "));
                *number += 1;
            }
            _ => self.out.push_str("- "),
        }
    }
}

/// Writes a link: its words only where the address is no web address, which Discord would print as it stands.
fn link(address: &str, label: &str) -> String {
    if !address.starts_with("https://") && !address.starts_with("http://") {
        return escape::discord(label);
    }
    // Discord reads no escapes in a label, and no address.
    if label.contains("://") {
        return format!("<{address}>");
    }
    let label: String = label
        .chars()
        .filter(|sign| !"[]`|".contains(*sign))
        .collect();
    format!("[{label}]({})", address.replace(')', "%29"))
}

#[cfg(test)]
mod tests {
    use super::discord;
    use crate::markup::parse;

    #[test]
    fn guides_look_in_chat_as_they_were_meant() {
        let rows = [
            (
                "A film about *coming home*,\nwith **no** lesson.\n\nFunny.",
                "A film about *coming home*, with **no** lesson.\n\nFunny.",
            ),
            (
                "Who:\n\n- one\n- two\n\nMore.",
                "Who:\n\n- one\n- two\n\nMore.",
            ),
            ("1. one\n2. two\n   - inner", "1. one\n2. two\n  - inner"),
            ("- one\n\n  more\n- two", "- one\n  more\n- two"),
            ("one\\\ntwo", "one\ntwo"),
            (
                "see [Critics](/red-rocket/critical-reception#critics)",
                "see Critics",
            ),
            (
                "a [good **review**](https://x.example/a)",
                "a [good review](https://x.example/a)",
            ),
            (
                "[x](https://x.example/Film_(2021))",
                "[x](https://x.example/Film_(2021%29)",
            ),
            (
                "a | b, snake_case, ~5, 2 \\* 3",
                r"a \| b, snake\_case, \~5, 2 \* 3",
            ),
            ("\\# no heading", r"\# no heading"),
            ("well - known", "well - known"),
            ("", ""),
        ];
        for (text, expected) in rows {
            assert_eq!(discord(&parse(text)), expected, "{text:?}");
        }
    }
}
