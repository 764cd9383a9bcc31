//! Writes the markup of guides from the events of a parser: what guides cannot have becomes plain text.

use super::escape;
use super::outline::{ItemKind, Outline};
use crate::content::validate::is_refused_link;
use crate::markup;

/// Numbers from here on are years at the start of a paragraph, not the numbers of a list.
const FIRST_YEAR: u64 = 1000;

/// Lists stand at most this deep in one another; the items of deeper ones move up. Nobody reads more levels in a chat.
const MAX_LISTS: usize = 6;

/// Emphasis or a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum InlineSpan {
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
    /// A link and its address.
    Link(String),
}

/// A list that is being read.
#[derive(Debug, Default)]
struct OpenList {
    ordered: bool,
    line: usize,
    items: Vec<ListItem>,
}

/// An item of a list: its number, and its paragraphs and lists in markup.
#[derive(Debug, Default)]
struct ListItem {
    line: usize,
    number: u64,
    blocks: Vec<String>,
}

/// Collects what a parser reads and adds it to an outline, paragraph by paragraph.
#[derive(Debug, Default)]
pub(super) struct MarkupWriter {
    /// The markup that has been read.
    pub(super) outline: Outline,
    /// Words that are not escaped yet, because what follows may belong to them.
    raw: String,
    /// The markup of the paragraph, outside and inside the spans that are open.
    text: String,
    spans: Vec<(InlineSpan, String)>,
    /// The words of the paragraph without any markup, line by line.
    plain: String,
    line: usize,
    lists: Vec<OpenList>,
    /// The number of open lists that stand too deep to be any.
    n_too_deep: usize,
}

impl MarkupWriter {
    /// Adds words.
    pub(super) fn words(&mut self, words: &str, line: usize) {
        let is_start = self.plain.is_empty() && self.raw.is_empty();
        if is_start && words.trim().is_empty() {
            return;
        }
        if is_start {
            self.line = line;
        }
        self.raw.push_str(words);
    }

    /// Adds a line break that the reader does not see.
    pub(super) fn soft_break(&mut self) {
        self.break_with("\n");
    }

    /// Adds a line break that the writer wants.
    pub(super) fn hard_break(&mut self) {
        self.break_with("\\\n");
    }

    /// Begins a span; one inside another of the same kind says nothing new.
    pub(super) fn open(&mut self, span: InlineSpan) {
        self.flush();
        self.spans.push((span, String::new()));
    }

    /// Ends the innermost span that `is_it`, and those inside it.
    pub(super) fn close(&mut self, is_it: impl Fn(&InlineSpan) -> bool) {
        self.flush();
        let Some(at) = self.spans.iter().rposition(|(span, _)| is_it(span)) else {
            return;
        };
        while self.spans.len() > at {
            self.close_last();
        }
    }

    /// Begins a list.
    pub(super) fn open_list(&mut self, ordered: bool, line: usize) {
        self.end_paragraph();
        if self.lists.len() >= MAX_LISTS {
            self.n_too_deep += 1;
            return;
        }
        let items = Vec::new();
        self.lists.push(OpenList {
            ordered,
            line,
            items,
        });
    }

    /// Begins an item of the innermost list; without a number it follows the one before.
    pub(super) fn open_item(&mut self, number: Option<u64>, line: usize) {
        self.end_paragraph();
        if let Some(list) = self.lists.last_mut() {
            let next = list.items.last().map_or(1, |item| item.number + 1);
            list.items.push(ListItem {
                line,
                number: number.unwrap_or(next),
                blocks: Vec::new(),
            });
        }
    }

    /// Ends the innermost list.
    pub(super) fn close_list(&mut self) {
        self.end_paragraph();
        if self.n_too_deep > 0 {
            self.n_too_deep -= 1;
            return;
        }
        let Some(list) = self.lists.pop() else {
            return;
        };
        if self.lists.is_empty() && list.add_questions(&mut self.outline) {
            return;
        }
        let line = list.line;
        for block in list.blocks() {
            self.add_block(block, line);
        }
    }

    /// Ends a paragraph, where there is one.
    pub(super) fn end_paragraph(&mut self) {
        let line = self.line;
        let (markup, _) = self.take_paragraph();
        if !markup.is_empty() {
            self.add_block(markup, line);
        }
    }

    /// Ends all lists and the paragraph.
    pub(super) fn end_blocks(&mut self) {
        while !self.lists.is_empty() {
            self.close_list();
        }
        self.end_paragraph();
    }

    /// Ends a heading; what was read since the last paragraph is its title.
    pub(super) fn end_heading(&mut self, level: u8, line: usize) {
        let (_, plain) = self.take_paragraph();
        let title = one_line(&plain);
        if !title.is_empty() {
            self.outline.heading(line, level, &title);
        }
    }

    /// Returns whether a list is open.
    pub(super) fn is_in_list(&self) -> bool {
        !self.lists.is_empty()
    }

    fn add_block(&mut self, block: String, line: usize) {
        let list = self.lists.last_mut();
        match list.and_then(|list| list.items.last_mut()) {
            Some(item) => item.blocks.push(block),
            None => self.outline.push(line, ItemKind::Text(block)),
        }
    }

    fn break_with(&mut self, sign: &str) {
        self.flush();
        if self.plain.trim().is_empty() {
            return;
        }
        self.plain.push('\n');
        self.target().push_str(sign);
    }

    fn flush(&mut self) {
        let raw = std::mem::take(&mut self.raw);
        let is_after_space = self.plain.ends_with([' ', '\n']);
        let raw = single_spaces(&raw, is_after_space);
        if raw.is_empty() {
            return;
        }
        let starts_line = self.plain.is_empty() || self.plain.ends_with('\n');
        let mut escaped = escape::words(&raw);
        if starts_line {
            escaped = escape::line_start(&escaped);
        }
        self.plain.push_str(&escape::harmless(&raw));
        self.target().push_str(&escaped);
    }

    fn target(&mut self) -> &mut String {
        match self.spans.last_mut() {
            Some((_, text)) => text,
            None => &mut self.text,
        }
    }

    /// Ends the innermost span: white space at its edges stays outside, or it would be none.
    fn close_last(&mut self) {
        let Some((span, inside)) = self.spans.pop() else {
            return;
        };
        let nested = self.spans.iter().any(|(outer, _)| {
            outer == &span || matches!((outer, &span), (InlineSpan::Link(_), InlineSpan::Link(_)))
        });
        let words = inside.trim_matches([' ', '\n']);
        let sign = match &span {
            _ if words.is_empty() || nested => None,
            InlineSpan::Strong => Some("**".to_owned()),
            InlineSpan::Emphasis => Some("*".to_owned()),
            InlineSpan::Link(_) => None,
        };
        let wrapped = match (&span, sign) {
            (_, Some(sign)) => format!("{sign}{words}{sign}"),
            (InlineSpan::Link(address), None) if !words.is_empty() && !nested => {
                self.link(words, address)
            }
            _ => words.to_owned(),
        };
        let start = inside.len() - inside.trim_start_matches([' ', '\n']).len();
        let lead = inside.get(..start).unwrap_or_default().to_owned();
        let tail = match words.is_empty() {
            true => String::new(),
            false => inside
                .get(start + words.len()..)
                .unwrap_or_default()
                .to_owned(),
        };
        let target = self.target();
        target.push_str(&lead);
        target.push_str(&wrapped);
        target.push_str(&tail);
    }

    /// Returns a link where its address is one that guides can have, or the words of it.
    fn link(&mut self, words: &str, address: &str) -> String {
        let address = address.trim().replace(' ', "%20");
        let address = address.replace('(', "%28").replace(')', "%29");
        let is_inside = address.starts_with('#') && address.len() > 1;
        if is_inside || (address.starts_with("http") && !is_refused_link(&address)) {
            return format!("[{words}]({address})");
        }
        let message = format!("a link that leads nowhere from here became plain words: {address}");
        self.outline.note(self.line, message);
        words.to_owned()
    }

    /// Returns the paragraph in markup and in plain words, and begins a new one.
    fn take_paragraph(&mut self) -> (String, String) {
        self.flush();
        while !self.spans.is_empty() {
            self.close_last();
        }
        let plain = std::mem::take(&mut self.plain);
        let text = std::mem::take(&mut self.text);
        let lines: Vec<&str> = text.trim().lines().map(str::trim).collect();
        let text = lines.join("\n");
        let text = text.trim_end_matches('\\').trim().to_owned();
        if one_line(&markup::parse(&text).words()) == one_line(&plain) {
            return (text, plain);
        }
        // Emphasis within a word or beside a bracket is none everywhere: then the words are all that counts.
        let lines = plain
            .lines()
            .map(|line| escape::line_start(&escape::words(line.trim())));
        let words = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
        if text.contains('*') && words != text {
            self.outline
                .note(self.line, "bold or italic became plain words");
        }
        (words, plain)
    }
}

impl OpenList {
    /// Adds the items as questions where they are questions with their answers, as a list of frequent questions has
    /// them; a lone number before a question counts too: its answer follows.
    fn add_questions(&self, outline: &mut Outline) -> bool {
        let is_alone = self.ordered && self.items.len() == 1;
        let are_questions = |item: &ListItem| {
            let has_answer = item.rest().is_some() || is_alone;
            item.question().is_some() && has_answer
        };
        if self.items.is_empty() || !self.items.iter().all(are_questions) {
            return false;
        }
        for item in &self.items {
            outline.question(item.line, &item.question().unwrap_or_default());
            if let Some(rest) = item.rest() {
                outline.push(item.line, ItemKind::Text(rest));
            }
        }
        true
    }

    /// Returns the list in markup, or paragraphs where its numbers are years.
    fn blocks(self) -> Vec<String> {
        let first = self.items.first().map_or(1, |item| item.number);
        let numbers = self.items.iter().map(|item| item.number);
        let counts = numbers
            .zip(first..)
            .all(|(number, expected)| number == expected);
        let same = self.items.iter().all(|item| item.number == first);
        let is_list = !self.ordered || ((counts || same) && first < FIRST_YEAR);
        let items = self
            .items
            .into_iter()
            .filter(|item| !item.blocks.is_empty());
        if !is_list {
            return items
                .map(|item| format!("{}\\. {}", item.number, item.blocks.join("\n\n")))
                .collect();
        }
        let items = items.zip(first..).map(|(item, number)| {
            let marker = if self.ordered {
                format!("{number}. ")
            } else {
                "- ".to_owned()
            };
            let indent = " ".repeat(marker.len());
            let lines = item
                .blocks
                .join("\n\n")
                .replace('\n', &format!("\n{indent}"));
            let lines = lines.replace(&format!("\n{indent}\n"), "\n\n");
            format!("{marker}{lines}")
        });
        let list = items.collect::<Vec<_>>().join("\n");
        Some(list)
            .filter(|list| !list.is_empty())
            .into_iter()
            .collect()
    }
}

impl ListItem {
    fn question(&self) -> Option<String> {
        let first = self.blocks.first()?;
        let line = first.lines().next()?.trim_end_matches('\\');
        let words = one_line(&markup::parse(line).words());
        words.ends_with('?').then_some(words)
    }

    /// Returns what follows the first line.
    fn rest(&self) -> Option<String> {
        let (first, others) = self.blocks.split_first()?;
        let more = first.split_once('\n').map(|(_, more)| more.to_owned());
        let parts: Vec<String> = more.into_iter().chain(others.iter().cloned()).collect();
        let rest = parts.join("\n\n").trim().to_owned();
        (!rest.is_empty()).then_some(rest)
    }
}

/// Returns words with single spaces, and without one at the start where one stands before.
fn single_spaces(words: &str, is_after_space: bool) -> String {
    let mut single = String::with_capacity(words.len());
    for sign in words.chars() {
        let is_space = sign.is_whitespace();
        let stands_before = match single.is_empty() {
            true => is_after_space,
            false => single.ends_with(' '),
        };
        if !(is_space && stands_before) {
            single.push(if is_space { ' ' } else { sign });
        }
    }
    single
}

/// Returns text in one line with single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
