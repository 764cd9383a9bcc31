//! Markup: paragraphs, bold, italic, lists and links; everything else would look different in every place.

use std::ops::Range;

use super::discord_marks;
use super::links;
use super::names::Names;
use super::offsets::in_file;
use super::plain_text;
use super::problem::{LocatedProblem, Problem, malformed, not_allowed};
use crate::content::draft::{Draft, Text};
use crate::content::report::Report;
use crate::markup::{Node, NodeKind, RichText, Unsupported};

/// Texts longer than this are not looked into, in bytes: they are ten times too long, which is said elsewhere.
const MAX_JUDGED: usize = 40_000;

/// Judges the markup of all texts, and looks for chat markup in all other strings that are shown.
pub(super) fn check(draft: &Draft, names: &Names, source: &str, report: &mut Report) {
    let titles = draft.blocks().filter_map(|entry| entry.title.as_ref());
    let lines = titles.chain(draft.film.strings());
    for line in lines.filter(|line| line.value.len() <= MAX_JUDGED) {
        report_all(discord_marks::marks(&line.value), line, source, report);
    }
    let texts = draft
        .blocks()
        .filter_map(|entry| Some((entry.text.as_ref()?, &entry.tree)));
    for (text, tree) in texts.filter(|(text, _)| text.value.len() <= MAX_JUDGED) {
        report_all(problems(tree, names), text, source, report);
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
fn problems(text: &RichText, names: &Names) -> Vec<LocatedProblem> {
    let source = text.source();
    let mut found = discord_marks::marks(source);
    for node in text.all_nodes() {
        let at = node.source_range();
        if node.kind() == NodeKind::Text {
            found.extend(plain_text::problems(source, &at));
        } else if let Some(problem) = judge(node, names) {
            found.push((trimmed(source, at), problem));
        }
    }
    found
}

/// Judges one piece of markup.
fn judge(node: Node<'_>, names: &Names) -> Option<Problem> {
    let unsupported = match node.kind() {
        NodeKind::Link | NodeKind::EntryLink => return judge_link(node, names),
        NodeKind::Unsupported(unsupported) => unsupported,
        _ => return None,
    };
    let what = match unsupported {
        Unsupported::Heading => "a heading",
        Unsupported::Quote => "a quote",
        Unsupported::IndentedCode => {
            let help = "begin the line at the left edge: four spaces make it a block of code";
            let message = "a block of code is not possible here";
            return Some(Problem::error("markup", message, help));
        }
        Unsupported::CodeBlock => "a block of code",
        Unsupported::Code => "code",
        Unsupported::Html => "HTML",
        Unsupported::Table => "a table",
        Unsupported::Image => "an image",
        Unsupported::Footnote => "a footnote",
        Unsupported::Rule => "a line across",
        Unsupported::TaskBox => "a box to tick",
        Unsupported::Strikethrough => "a struck-out text",
        Unsupported::LinkDefinition => return Some(link_elsewhere()),
    };
    Some(not_allowed(what))
}

fn judge_link(link: Node<'_>, names: &Names) -> Option<Problem> {
    let (written, target) = (link.source(), link.text());
    if written.starts_with('<') {
        Some(malformed("a link between < and > has no words to click on"))
    } else if !written.ends_with(')') {
        Some(link_elsewhere())
    } else if written.starts_with("[]") {
        Some(malformed("the link has no words to click on"))
    } else if target.trim().is_empty() {
        Some(malformed("the link leads nowhere"))
    } else {
        links::link(target, names)
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
