//! The report of a reload to moderators: what changed, or what is wrong and where.

use jiff::Timestamp;

use crate::content::{Diagnostic, Diagnostics, Reloaded, Severity};
use crate::guide::{EntryId, FilmId};
use crate::library::Changes;
use crate::markup::{cut, escape, spoiler};
use crate::reply::{limits, texts};

/// The report to moderators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReloadReport {
    /// The message, at most as long as Discord takes.
    pub text: String,
    /// All that is wrong, where the message has no room for it.
    pub file: Option<String>,
}

/// The number of ids of a kind that are listed.
const MAX_IDS: usize = 15;
/// The longest list of ids, in characters.
const MAX_LIST: usize = 400;
/// The frame of a block of code.
const FENCE: &str = "```";

/// Reports on a reload; `since` is when the guides that answer were loaded, told in UTC.
pub(super) fn report(outcome: &Result<Reloaded, Diagnostics>, since: Timestamp) -> ReloadReport {
    match outcome {
        Ok(reloaded) => ReloadReport {
            text: success(reloaded),
            file: None,
        },
        Err(found) => failure(found, &since.strftime("%H:%M").to_string()),
    }
}

fn success(reloaded: &Reloaded) -> String {
    let Changes {
        added,
        changed,
        removed,
    } = &reloaded.changes;
    let mut text = texts::reloaded(added.len(), changed.len(), removed.len());
    let lists = [
        (texts::ADDED, added),
        (texts::CHANGED, changed),
        (texts::REMOVED, removed),
    ];
    for (what, ids) in lists {
        if !ids.is_empty() {
            text.push_str(&format!("\n{what} {}", list(ids)));
        }
    }
    let warnings: Vec<String> = reloaded
        .warnings
        .iter()
        .filter(|one| one.severity == Severity::Warning)
        .map(|one| line(&reloaded.warnings, one))
        .collect();
    if !warnings.is_empty() {
        text.push_str(&format!("\n{}\n", texts::warnings(warnings.len())));
        let room = limits::CONTENT.saturating_sub(text.chars().count());
        text.push_str(&spoiler::wrap(&escape::discord(&warnings.join("\n")), room));
    }
    text
}

fn failure(found: &Diagnostics, time: &str) -> ReloadReport {
    let count = |severity| found.count(severity);
    let problems = texts::problems(
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note),
    );
    let head = texts::not_reloaded(&problems, time);
    let all = found.render(false);
    let fits = |body: &str| block(&head, body).chars().count() <= limits::CONTENT;
    if fits(all.trim_end()) {
        return ReloadReport {
            text: block(&head, all.trim_end()),
            file: None,
        };
    }
    // The first lines say where to begin; the file has everything.
    let mut short = String::new();
    let errors = found.iter().filter(|one| one.severity == Severity::Error);
    for one in errors {
        let longer = format!("{short}{}\n", line(found, one));
        if !fits(&longer) {
            break;
        }
        short = longer;
    }
    ReloadReport {
        text: block(&head, short.trim_end()),
        file: Some(all),
    }
}

fn block(head: &str, body: &str) -> String {
    // Nothing in it may end the block.
    let body = body.replace(FENCE, "'''");
    format!("{head}\n{FENCE}\n{body}\n{FENCE}")
}

/// Returns a problem as one line: where, and what.
fn line(all: &Diagnostics, one: &Diagnostic) -> String {
    match all.location(one) {
        Some(place) => format!("{place}: {}", one.message),
        None => one.message.clone(),
    }
}

fn list(ids: &[(FilmId, EntryId)]) -> String {
    let shown = ids.iter().take(MAX_IDS);
    let shown: Vec<String> = shown
        .map(|(film, entry)| format!("`{film}/{entry}`"))
        .collect();
    let list = cut(&shown.join(", "), MAX_LIST);
    match ids.len().saturating_sub(MAX_IDS) {
        0 => list,
        more => format!("{list} {}", texts::and_more(more)),
    }
}
