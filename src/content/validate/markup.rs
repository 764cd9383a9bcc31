//! Markup: paragraphs, bold, italic, lists and links; everything else would look different in every place.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};

use super::discord_marks;
use super::links;
use super::names::Names;
use super::offsets::in_file;
use super::plain_text;
use super::problem::{LocatedProblem, Problem, malformed, not_allowed};
use crate::content::draft::{Draft, Text};
use crate::content::report::Report;

/// Texts longer than this are not looked into, in bytes: they are ten times too long, which is said elsewhere.
const MAX_JUDGED: usize = 40_000;

/// Judges the markup of all texts, and looks for chat markup in all other strings that are shown.
pub(super) fn check(draft: &Draft, names: &Names, source: &str, report: &mut Report) {
    let titles = draft.blocks().filter_map(|entry| entry.title.as_ref());
    let lines = titles.chain(draft.film.strings());
    for line in lines.filter(|line| line.value.len() <= MAX_JUDGED) {
        report_all(discord_marks::marks(&line.value), line, source, report);
    }
    let texts = draft.blocks().filter_map(|entry| entry.text.as_ref());
    for text in texts.filter(|text| text.value.len() <= MAX_JUDGED) {
        report_all(problems(&text.value, names), text, source, report);
    }
}

/// Notes problems in order, leaving out those inside another.
fn report_all(mut found: Vec<LocatedProblem>, text: &Text, source: &str, report: &mut Report) {
    found.sort_by_key(|(at, _)| (at.start, usize::MAX - at.end));
    let mut judged = 0;
    for (at, problem) in found {
        if at.start >= judged {
            judged = at.end;
            problem.report(&in_file(text, at, source), report);
        }
    }
}

/// Returns everything in a text that is not allowed there.
fn problems(text: &str, names: &Names) -> Vec<LocatedProblem> {
    let mut found = discord_marks::marks(text);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let parser = Parser::new_ext(text, options);
    for (_, definition) in parser.reference_definitions().iter() {
        found.push((definition.span.clone(), link_elsewhere()));
    }
    let mut plain = 0..0;
    for (event, at) in parser.into_offset_iter() {
        if let Event::Text(_) = event {
            // The parser splits text at every bracket; what belongs together is judged together.
            if at.start != plain.end {
                found.extend(plain_text::problems(text, &plain));
                plain.start = at.start;
            }
            plain.end = at.end;
            continue;
        }
        found.extend(plain_text::problems(text, &plain));
        plain = at.end..at.end;
        if let Some(problem) = judge(&event, &text[at.clone()], names) {
            found.push((trimmed(text, at), problem));
        }
    }
    found
}

/// Judges one piece of markup.
fn judge(event: &Event<'_>, written: &str, names: &Names) -> Option<Problem> {
    let what = match event {
        Event::Start(tag) => return judge_tag(tag, written, names),
        Event::Code(_) => "code",
        Event::Html(_) | Event::InlineHtml(_) => "HTML",
        Event::FootnoteReference(_) => "a footnote",
        Event::Rule => "a line across",
        Event::TaskListMarker(_) => "a box to tick",
        _ => return None,
    };
    Some(not_allowed(what))
}

fn judge_tag(tag: &Tag<'_>, written: &str, names: &Names) -> Option<Problem> {
    let what = match tag {
        Tag::Link {
            link_type,
            dest_url,
            ..
        } => return judge_link(*link_type, dest_url, written, names),
        Tag::Heading { .. } => "a heading",
        Tag::BlockQuote(_) => "a quote",
        Tag::CodeBlock(CodeBlockKind::Indented) => {
            let help = "begin the line at the left edge: four spaces make it a block of code";
            return Some(Problem::error(
                "markup",
                "a block of code is not possible here",
                help,
            ));
        }
        Tag::CodeBlock(_) => "a block of code",
        Tag::HtmlBlock => "HTML",
        Tag::Table(_) => "a table",
        Tag::Image { .. } => "an image",
        Tag::FootnoteDefinition(_) => "a footnote",
        // One tilde is how people write "about".
        Tag::Strikethrough if written.starts_with("~~") => "a struck-out text",
        _ => return None,
    };
    Some(not_allowed(what))
}

fn judge_link(link_type: LinkType, target: &str, written: &str, names: &Names) -> Option<Problem> {
    match link_type {
        LinkType::Inline if written.starts_with("[]") => {
            Some(malformed("the link has no words to click on"))
        }
        LinkType::Inline if target.trim().is_empty() => Some(malformed("the link leads nowhere")),
        LinkType::Inline => links::link(target, names),
        LinkType::Autolink | LinkType::Email => {
            Some(malformed("a link between < and > has no words to click on"))
        }
        _ => Some(link_elsewhere()),
    }
}

/// Leaves out the line breaks at the end of a block, so that a mark stays on its own lines.
fn trimmed(text: &str, at: Range<usize>) -> Range<usize> {
    let written = text[at.clone()].trim_end().len();
    at.start..at.start + written.max(1).min(at.len())
}

fn link_elsewhere() -> Problem {
    malformed("the address of a link stands elsewhere in the text")
}
