//! Reads HTML: what a page says, without its menus, scripts and boxes.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::markup_writer::{InlineSpan, MarkupWriter};
use super::outline::Outline;
use super::titles;

/// Elements whose words are no part of the article.
const LEFT_OUT: [&str; 15] = [
    "script", "style", "nav", "noscript", "template", "svg", "form", "button", "select", "iframe",
    "footer", "figure", "math", "object", "aside",
];
/// Elements that part paragraphs.
const BLOCKS: [&str; 19] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "blockquote",
    "header",
    "body",
    "html",
    "center",
    "figcaption",
    "address",
    "details",
    "fieldset",
    "hr",
    "pre",
    "dl",
    "tbody",
    "thead",
];
/// Classes of boxes that wikis put beside or below their articles.
const WIKI_BOXES: [&str; 9] = [
    "infobox",
    "navbox",
    "reference",
    "mw-editsection",
    "toc",
    "reflist",
    "hatnote",
    "metadata",
    "noprint",
];

/// Those of them that somebody may miss.
const LISTED_BOXES: [&str; 2] = ["infobox", "hatnote"];

/// Reads an article.
pub(super) fn read(text: &str) -> Outline {
    let reader = HtmlReader::default();
    let reader = tokenize(text, reader);
    let mut reader = reader.0.into_inner();
    reader.writer.end_blocks();
    let mut outline = reader.writer.outline;
    outline.title = outline
        .title
        .or_else(|| titles::of_page(&reader.page_title));
    outline
}

fn tokenize(text: &str, reader: HtmlReader) -> HtmlSink {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let sink = HtmlSink(RefCell::new(reader));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink
}

/// Hands the tokens on.
struct HtmlSink(RefCell<HtmlReader>);

/// The part of a page that has been read.
#[derive(Default)]
struct HtmlReader {
    writer: MarkupWriter,
    /// The element that is left out, and how many of its name are open.
    skipped: Option<(String, usize)>,
    /// True if the words are those of `<title>`.
    is_in_title: bool,
    page_title: String,
    /// True if the words are laid out as they are written.
    is_preformatted: bool,
    /// The number of cells of a row that have begun.
    cells: usize,
    /// The number of tables that are open.
    tables: usize,
}

impl TokenSink for HtmlSink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        let mut reader = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => {
                let name = tag.name.to_string();
                match tag.kind {
                    TagKind::StartTag => reader.start(&name, &tag, line),
                    TagKind::EndTag => reader.end(&name, line),
                }
                if tag.kind == TagKind::StartTag && !tag.self_closing {
                    return raw(&name);
                }
            }
            Token::CharacterTokens(words) => reader.words(&words, line),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Returns how the words of an element are to be read: those of a script are no HTML.
fn raw(name: &str) -> TokenSinkResult<()> {
    match name {
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "style" | "iframe" | "noscript" => TokenSinkResult::RawData(RawKind::Rawtext),
        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        _ => TokenSinkResult::Continue,
    }
}

impl HtmlReader {
    fn start(&mut self, name: &str, tag: &Tag, line: usize) {
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth += usize::from(skipped == name && !tag.self_closing);
            return;
        }
        if LEFT_OUT.contains(&name) || has_class(tag, &WIKI_BOXES) {
            if !tag.self_closing {
                self.skipped = Some((name.to_owned(), 1));
            }
            match name {
                "figure" | "svg" | "iframe" => self.note(line, "a picture or a film was left out"),
                "aside" => self.note(line, "a box beside the article was left out"),
                _ if has_class(tag, &LISTED_BOXES) => {
                    self.note(line, "a box of the wiki was left out")
                }
                _ => {}
            }
            return;
        }
        match name {
            "title" => self.is_in_title = true,
            "link" if attribute(tag, "rel").as_deref() == Some("canonical") => {
                self.writer.outline.source = attribute(tag, "href");
            }
            "b" | "strong" => self.writer.open(InlineSpan::Strong),
            "i" | "em" | "cite" => self.writer.open(InlineSpan::Emphasis),
            "a" => {
                if let Some(address) = attribute(tag, "href") {
                    self.writer.open(InlineSpan::Link(address));
                }
            }
            "br" => self.writer.hard_break(),
            "ul" | "ol" => self.writer.open_list(name == "ol", line),
            "li" if !self.writer.is_in_list() => self.writer.end_paragraph(),
            "li" => {
                let number = attribute(tag, "value").and_then(|value| value.parse().ok());
                self.writer.open_item(number, line);
            }
            "img" | "video" | "audio" => self.note(line, "a picture or a film was left out"),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "summary" | "dt" => self.writer.end_blocks(),
            _ => self.start_block(name, line),
        }
    }

    fn start_block(&mut self, name: &str, line: usize) {
        match name {
            "table" => {
                self.tables += 1;
                self.writer.end_paragraph();
                self.note(line, "a table became a list");
                self.writer.open_list(false, line);
            }
            "tr" if self.tables > 0 => {
                self.cells = 0;
                self.writer.open_item(None, line);
            }
            "td" | "th" => {
                if self.cells > 0 {
                    self.writer.words(" – ", line);
                }
                self.cells += 1;
            }
            "pre" => {
                self.writer.end_paragraph();
                self.is_preformatted = true;
            }
            _ if self.tables == 0 && (BLOCKS.contains(&name) || name == "dd") => {
                self.writer.end_paragraph();
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str, line: usize) {
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth -= usize::from(skipped == name);
            if *depth == 0 {
                self.skipped = None;
            }
            return;
        }
        match name {
            "title" => self.is_in_title = false,
            "b" | "strong" => self.writer.close(|span| *span == InlineSpan::Strong),
            "i" | "em" | "cite" => self.writer.close(|span| *span == InlineSpan::Emphasis),
            "a" => self
                .writer
                .close(|span| matches!(span, InlineSpan::Link(_))),
            "ul" | "ol" => self.writer.close_list(),
            "table" if self.tables > 0 => {
                self.tables -= 1;
                self.writer.close_list();
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes().get(1).map_or(1, |digit| digit - b'0');
                self.writer.end_heading(level, line);
            }
            // Terms and summaries head what follows, deeper than any heading.
            "summary" | "dt" => self.writer.end_heading(7, line),
            "pre" => {
                self.writer.end_paragraph();
                self.is_preformatted = false;
            }
            "li" | "tr" => self.writer.end_paragraph(),
            _ if self.tables == 0 && (BLOCKS.contains(&name) || name == "dd") => {
                self.writer.end_paragraph();
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str, line: usize) {
        if self.skipped.is_some() {
            return;
        }
        if self.is_in_title {
            self.page_title.push_str(words);
            return;
        }
        // The line is that of the end of the words.
        let line = line.saturating_sub(words.matches('\n').count());
        let before = words.len() - words.trim_start().len();
        let line = line + words[..before].matches('\n').count();
        for (number, one) in words.split('\n').enumerate() {
            if number > 0 && self.is_preformatted {
                self.writer.hard_break();
            } else if number > 0 {
                self.writer.words(" ", line);
            }
            let text = one.split([' ', '\t']).filter(|word| !word.is_empty());
            let joined = text.collect::<Vec<_>>().join(" ");
            let lead = if one.starts_with([' ', '\t']) {
                " "
            } else {
                ""
            };
            let tail = if one.ends_with([' ', '\t']) { " " } else { "" };
            self.writer.words(&format!("{lead}{joined}{tail}"), line);
        }
    }

    fn note(&mut self, line: usize, message: &str) {
        self.writer.outline.note(line, message);
    }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    let mut attributes = tag.attrs.iter();
    let found = attributes.find(|attribute| &*attribute.name.local == name)?;
    Some(found.value.to_string())
}

fn has_class(tag: &Tag, classes: &[&str]) -> bool {
    let own = attribute(tag, "class").unwrap_or_default();
    own.split_whitespace().any(|class| classes.contains(&class))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::content::import::outline::told;

    #[test]
    fn pages_become_headings_and_texts() {
        for (text, expected) in [
            (
                "<h1>A</h1><p>b <i>c</i>\n  d &amp; e<p>f<br>g",
                "1 # A\n1 b *c* d & e\n2 f\\\ng",
            ),
            ("<ul><li>a<li><b>b</b></ul>c", "1 - a\n- **b**\n1 c"),
            (
                "<nav>menu</nav>\n<script>if (a < b) {}</script><div>a<sup class=reference>[1]</sup></div>",
                "2 a",
            ),
            (
                "<dl><dt>Is it long?</dt><dd>No.</dd></dl>",
                "1 ####### Is it long?\n1 No.",
            ),
            (
                "<details><summary>Is it long?</summary>No.</details>",
                "1 ####### Is it long?\n1 No.",
            ),
            (
                "<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>",
                "1 - a – b\n- c",
            ),
        ] {
            assert_eq!(told(&read(text)), expected, "{text:?}");
        }
    }

    #[test]
    fn the_page_names_its_film() {
        let page = "<title>The Tin Orchard (1999 film) - Wiki</title><link rel=canonical href='https://a.example/b'><p>a";
        let outline = read(page);
        assert_eq!(
            outline.title.as_deref(),
            Some("The Tin Orchard (1999 film)")
        );
        assert_eq!(outline.source.as_deref(), Some("https://a.example/b"));
    }
}
