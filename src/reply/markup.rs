//! The markup of guides as plain text for a terminal: paragraphs, lists and links, wrapped.
//!
//! Guides use little: bold, italic, lists, links. Words keep their order; what cannot be shown is dropped,
//! so nothing here can fail.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::wrap;

/// Renders markup as plain text with lines of at most `width` columns.
pub fn plain(text: &str, width: usize) -> String {
    let mut page = Page {
        width,
        ..Page::default()
    };
    for event in Parser::new(text) {
        page.take(event);
    }
    page.end_block();
    page.lines.join("\n")
}

/// What has been laid out so far.
#[derive(Default)]
struct Page {
    width: usize,
    lines: Vec<String>,
    /// The paragraph being read; a line break that the writer wants is a `\n`.
    paragraph: String,
    /// The next number of each list we are in; `None` for one with bullets.
    lists: Vec<Option<u64>>,
    /// The sign of the list item whose first line is still to come.
    marker: Option<String>,
    /// Whether the lines end with an item of a list that goes on.
    after_item: bool,
    /// Where a link leads and where its words begin in the paragraph.
    link: Option<(String, usize)>,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) => self.paragraph.push_str(&text),
            Event::SoftBreak => self.paragraph.push(' '),
            Event::HardBreak => self.paragraph.push('\n'),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.end_block();
                self.lists.push(first);
            }
            Tag::Item => {
                self.end_block();
                self.marker = Some(self.next_marker());
            }
            Tag::Link { dest_url, .. } => {
                self.link = Some((dest_url.into_string(), self.paragraph.len()));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock => {
                self.end_block();
            }
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
                self.after_item &= !self.lists.is_empty();
            }
            TagEnd::Link => self.end_link(),
            _ => {}
        }
    }

    /// Adds the address behind a link's words; one within the guides is no use in a terminal.
    fn end_link(&mut self) {
        if let Some((address, start)) = self.link.take() {
            let is_shown = self.paragraph.get(start..) == Some(address.as_str());
            if address.starts_with("http") && !is_shown {
                self.paragraph.push_str(&format!(" ({address})"));
            }
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
    use super::plain;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(plain(text, 30), expected, "{text:?}");
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
}
