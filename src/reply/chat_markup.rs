//! The markup of guides as Discord writes it: paragraphs, bold, italic, lists, links.
//!
//! The two differ where it hurts: Discord shows bars, tildes, single underscores and a hash at the start of a line in
//! ways of its own, keeps line breaks, and prints links to anything but the web as they stand.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Signs that mean something to Discord wherever they stand.
const SIGNS: &str = r"\*_~`|<>[]";
/// Signs that mean something to Discord at the start of a line.
const LINE_SIGNS: &str = "#-+>";

/// Renders a guide's markup for Discord.
pub fn for_chat(text: &str) -> String {
    let mut chat = Chat::default();
    for event in Parser::new(text) {
        chat.take(event);
    }
    chat.out.trim().to_owned()
}

/// Returns plain text so that Discord shows it as it is.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        let starts_line = escaped.is_empty() || escaped.ends_with('\n');
        if SIGNS.contains(sign) || (starts_line && LINE_SIGNS.contains(sign)) {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}

/// What has been written so far.
#[derive(Default)]
struct Chat {
    out: String,
    /// The next number of each list we are in; `None` for one with bullets.
    lists: Vec<Option<u64>>,
    /// Where a link leads, and its words so far.
    link: Option<(String, String)>,
}

impl Chat {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) => self.text(&text),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.mark("\n"),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match &mut self.link {
            Some((_, label)) => label.push_str(text),
            None if self.out.is_empty() || self.out.ends_with('\n') => {
                self.out.push_str(&escaped(text));
            }
            // The first letter of a piece is no start of a line here.
            None => self
                .out
                .push_str(escaped(&format!(" {text}")).get(1..).unwrap_or_default()),
        }
    }

    /// Writes a mark; inside the words of a link there are none.
    fn mark(&mut self, mark: &str) {
        if self.link.is_none() {
            self.out.push_str(mark);
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.mark("*"),
            Tag::Strong => self.mark("**"),
            Tag::Paragraph if !self.lists.is_empty() => self.paragraph_of_item(),
            Tag::Paragraph => self.blank_line(),
            Tag::List(first) => {
                if self.lists.is_empty() {
                    self.blank_line();
                }
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::Link { dest_url, .. } => self.link = Some((dest_url.into_string(), String::new())),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.mark("*"),
            TagEnd::Strong => self.mark("**"),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Link => {
                if let Some((address, label)) = self.link.take() {
                    self.out.push_str(&link(&address, &label));
                }
            }
            _ => {}
        }
    }

    fn blank_line(&mut self) {
        if !self.out.is_empty() {
            self.out.push_str("\n\n");
        }
    }

    /// Begins a paragraph of a list item below the one before; the first stands beside the item's sign.
    fn paragraph_of_item(&mut self) {
        if !self.out.ends_with(' ') {
            self.out.push('\n');
            self.out.push_str(&"  ".repeat(self.lists.len()));
        }
    }

    fn item(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.out
            .push_str(&"  ".repeat(self.lists.len().saturating_sub(1)));
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
        return escaped(label);
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
    use super::{escaped, for_chat};

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
            assert_eq!(for_chat(text), expected, "{text:?}");
        }
    }

    #[test]
    fn plain_text_cannot_become_markup() {
        assert_eq!(
            escaped("# *a* <@1> `b` ||c||\n- d"),
            "\\# \\*a\\* \\<@1\\> \\`b\\` \\|\\|c\\|\\|\n\\- d"
        );
    }
}
