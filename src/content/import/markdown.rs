//! Reads Markdown: headings, paragraphs, lists and links, the front matter, and the `??? question` of MkDocs.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::markup_writer::{InlineSpan, MarkupWriter};
use super::outline::Outline;
use super::{datum, html};
use crate::content::diagnostic::Lines;

/// Markup that guides do not have, told apart so that its words can be taken.
const TAKEN_AS_WORDS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// Reads an article.
pub(super) fn read(text: &str) -> Outline {
    let mut outline = Outline::default();
    let (matter, body) = front_matter(text);
    if let Some(matter) = matter {
        read_front_matter(matter, &mut outline);
    }
    let first = text.len() - body.len();
    let first = text[..first].matches('\n').count();
    for part in parts(body) {
        match part.admonition {
            None => outline.append(read_plain(&part.text), first + part.line),
            Some(admonition) => {
                let line = first + part.line + 1;
                admonition.begin(line, &mut outline);
                outline.append(read_plain(&part.text), first + part.line + 1);
            }
        }
    }
    outline
}

/// Returns the YAML between two lines of three hyphens at the top, and what is below.
fn front_matter(text: &str) -> (Option<&str>, &str) {
    let Some(rest) = text.strip_prefix("---\n") else {
        return (None, text);
    };
    match rest.split_once("\n---\n") {
        Some((matter, body)) => (Some(matter), body),
        None => (None, text),
    }
}

fn read_front_matter(matter: &str, outline: &mut Outline) {
    match datum::yaml(matter) {
        Ok(matter) => outline.take_film(&matter),
        Err((line, message)) => outline.note(line + 1, format!("the front matter: {message}")),
    }
}

/// A stretch of Markdown, or an admonition of MkDocs with what is indented below it.
struct MarkdownPart {
    /// The lines before it.
    line: usize,
    admonition: Option<Admonition>,
    text: String,
}

/// The line `??? question "Is it long?"`.
struct Admonition {
    kind: String,
    title: String,
}

impl Admonition {
    fn parse(line: &str) -> Option<Self> {
        let marks = ["???+", "???", "!!!"];
        let rest = marks.iter().find_map(|mark| line.strip_prefix(mark))?;
        let rest = rest.strip_prefix(' ')?.trim();
        let (kind, title) = rest.split_once(' ').unwrap_or((rest, ""));
        let title = title.rsplit_once('"').map_or(title, |(title, _)| title);
        let title = title.split_once('"').map_or(title, |(_, title)| title);
        Some(Self {
            kind: kind.to_lowercase(),
            title: title.trim().to_owned(),
        })
    }

    fn begin(&self, line: usize, outline: &mut Outline) {
        let is_question = ["question", "faq", "help"].contains(&self.kind.as_str());
        if self.title.is_empty() {
            outline.note(
                line,
                format!("the box \"{}\" became plain paragraphs", self.kind),
            );
        } else if is_question || self.title.ends_with('?') {
            outline.question(line, &self.title);
        } else {
            // Deeper than any heading, so that it belongs to the section around it.
            outline.heading(line, 7, &self.title);
        }
    }
}

fn parts(text: &str) -> Vec<MarkdownPart> {
    let mut parts = vec![MarkdownPart {
        line: 0,
        admonition: None,
        text: String::new(),
    }];
    let mut is_fenced = false;
    for (number, line) in text.lines().enumerate() {
        is_fenced ^= line.trim_start().starts_with("```");
        let admonition = Admonition::parse(line).filter(|_| !is_fenced);
        let Some(last) = parts.last_mut() else {
            break;
        };
        let is_inside = last.admonition.is_some();
        let indented = line
            .strip_prefix("    ")
            .or_else(|| line.strip_prefix('\t'));
        match (admonition, is_inside, indented) {
            (Some(admonition), ..) => parts.push(MarkdownPart {
                line: number,
                admonition: Some(admonition),
                text: String::new(),
            }),
            (None, true, Some(inner)) => last.text.push_str(&format!("{inner}\n")),
            (None, true, None) if !line.trim().is_empty() => parts.push(MarkdownPart {
                line: number,
                admonition: None,
                text: format!("{line}\n"),
            }),
            _ => last.text.push_str(&format!("{line}\n")),
        }
    }
    parts
}

/// Reads Markdown without anything of MkDocs.
fn read_plain(text: &str) -> Outline {
    let mut reader = MarkdownReader {
        text,
        lines: Lines::of(text),
        writer: MarkupWriter::default(),
        skipped: 0,
        cells: 0,
        html: String::new(),
    };
    for (event, span) in Parser::new_ext(text, TAKEN_AS_WORDS).into_offset_iter() {
        reader.event(event, span);
    }
    reader.writer.end_blocks();
    reader.writer.outline
}

/// The part of some Markdown that has been read.
struct MarkdownReader<'a> {
    text: &'a str,
    lines: Lines,
    writer: MarkupWriter,
    /// The number of open elements whose words are left out.
    skipped: usize,
    /// The number of cells of a row that have begun.
    cells: usize,
    /// The block of HTML that is being read.
    html: String,
}

impl MarkdownReader<'_> {
    fn event(&mut self, event: Event<'_>, span: Range<usize>) {
        let line = self.lines.line(span.start);
        match event {
            Event::Start(tag) => self.start(&tag, line, span),
            Event::End(tag) => self.end(tag, line),
            _ if self.skipped > 0 => {}
            Event::Text(words) => self.words(&words, line),
            Event::Code(words) => self.writer.words(&words, line),
            Event::SoftBreak => self.writer.soft_break(),
            Event::HardBreak => self.writer.hard_break(),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(html) => self.inline_html(&html, line),
            Event::FootnoteReference(_) => {
                self.note(line, "the number of a footnote was left out");
            }
            Event::Rule
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, line: usize, span: Range<usize>) {
        match tag {
            Tag::Strong => self.writer.open(InlineSpan::Strong),
            Tag::Emphasis => self.writer.open(InlineSpan::Emphasis),
            Tag::Link { dest_url, .. } => self.writer.open(InlineSpan::Link(dest_url.to_string())),
            Tag::List(first) => self.writer.open_list(first.is_some(), line),
            Tag::Item => self.writer.open_item(self.number(span.start), line),
            Tag::Image { .. } => {
                self.note(line, "a picture was left out");
                self.skipped += 1;
            }
            Tag::FootnoteDefinition(_) => {
                self.note(line, "a footnote was left out");
                self.skipped += 1;
            }
            Tag::Heading { .. } => self.writer.end_blocks(),
            Tag::Table(_) => {
                self.writer.end_paragraph();
                self.note(line, "a table became a list");
                self.writer.open_list(false, line);
            }
            Tag::TableHead | Tag::TableRow => {
                self.cells = 0;
                self.writer.open_item(None, line);
            }
            Tag::TableCell => {
                if self.cells > 0 {
                    self.writer.words(" – ", line);
                }
                self.cells += 1;
            }
            Tag::BlockQuote(_) => self.note(line, "a quote became plain paragraphs"),
            Tag::CodeBlock(_) => self.note(line, "a block of code became plain paragraphs"),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, line: usize) {
        match tag {
            TagEnd::Image | TagEnd::FootnoteDefinition => self.skipped -= 1,
            TagEnd::Strong => self.writer.close(|span| *span == InlineSpan::Strong),
            TagEnd::Emphasis => self.writer.close(|span| *span == InlineSpan::Emphasis),
            TagEnd::Link => self
                .writer
                .close(|span| matches!(span, InlineSpan::Link(_))),
            TagEnd::List(_) | TagEnd::Table => self.writer.close_list(),
            TagEnd::Heading(level) => self.writer.end_heading(depth(level), line),
            TagEnd::HtmlBlock => self.html_block(line),
            TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::CodeBlock
            | TagEnd::TableRow
            | TagEnd::TableHead => {
                self.writer.end_paragraph();
            }
            _ => {}
        }
    }

    /// Adds words; a block of code comes as one text with all its lines.
    fn words(&mut self, words: &str, line: usize) {
        for (number, one) in words.split('\n').enumerate() {
            if number > 0 {
                self.writer.soft_break();
            }
            self.writer.words(one, line);
        }
    }

    /// Leaves out a tag, whose words stay; `<br>` is a line break, and comments nobody reads.
    fn inline_html(&mut self, html: &str, line: usize) {
        if html.to_lowercase().starts_with("<br") {
            self.writer.hard_break();
        } else if !html.starts_with("<!--") {
            self.note(line, "HTML was left out, its words were not");
        }
    }

    /// Reads a block of HTML as a page of its own.
    fn html_block(&mut self, line: usize) {
        let html = std::mem::take(&mut self.html);
        // Boxes of the writer's own, which would stand beside the article on a page of the web.
        let html = html.replace("<aside>", "").replace("</aside>", "");
        self.writer.end_paragraph();
        let mut page = html::read(&html);
        page.title = None;
        self.writer.outline.append(page, line - 1);
    }

    fn note(&mut self, line: usize, message: &str) {
        self.writer.outline.note(line, message);
    }

    /// Returns the number that an item of a list begins with.
    fn number(&self, at: usize) -> Option<u64> {
        let rest = self.text.get(at..)?.trim_start();
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        rest[..end].parse().ok()
    }
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::content::import::outline::told;

    #[test]
    fn markdown_becomes_headings_texts_and_questions() {
        for (text, expected) in [
            ("# A\n\n*b* **c**\nd", "1 # A\n3 *b* **c**\nd"),
            ("A\n=\n\nb\\\nc", "1 # A\n4 b\\\nc"),
            (
                "1912. It sails.\n\n1931. It is found.",
                "1 1912\\. It sails.\n1 1931\\. It is found.",
            ),
            ("1. a\n2. b\n   - c", "1 1. a\n2. b\n\n   - c"),
            (
                "1. Is it long?\n\n   No.\n2. Is it sad?\n\n   Yes.",
                "1 ? Is it long?\n1 No.\n4 ? Is it sad?\n4 Yes.",
            ),
            ("- Who called?\n- Why?", "1 - Who called?\n- Why?"),
            (
                "??? question \"Is it long?\"\n    No, **90** minutes.\n\nMore.",
                "1 ? Is it long?\n2 No, **90** minutes.\n4 More.",
            ),
            ("a `b` ~~c~~ ![d](e) <b>f</b>", "1 a b c f"),
            (
                "[a](https://a.example/b) [c](d.md) [e](#f)",
                "1 [a](https://a.example/b) c [e](#f)",
            ),
            ("| a | b |\n|---|---|\n| c | d |", "1 - a – b\n- c – d"),
            ("<aside>\na\n</aside>", "2 a"),
            (
                "<details>\n<summary>Is it long?</summary>\n\nNo.\n\n</details>",
                "2 ####### Is it long?\n4 No.",
            ),
            ("> quoted\n\n    code", "1 quoted\n3 code"),
        ] {
            assert_eq!(told(&read(text)), expected, "{text:?}");
        }
    }

    #[test]
    fn the_front_matter_names_the_film() {
        let outline = read("---\ntitle: The Tin Orchard\nyear: 1999\n---\n# Plot\n\nTin.\n");
        assert_eq!(outline.title.as_deref(), Some("The Tin Orchard"));
        assert_eq!(outline.year, Some(1999));
        assert_eq!(told(&outline), "5 # Plot\n7 Tin.");
    }
}
