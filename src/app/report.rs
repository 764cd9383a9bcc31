//! The report of a reload to moderators: what changed, or what is wrong and where.

use jiff::Timestamp;

use super::edit_words;
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
/// The number of edits that are listed.
const MAX_PARKED: usize = 3;
/// The longest list of ids, in characters.
const MAX_LIST: usize = 400;
/// The frame of a block of code.
const FENCE: &str = "```";

/// Reports on a reload; `since` is when the guides that answer were loaded, told in UTC.
pub(super) fn report(outcome: &Result<Reloaded, Diagnostics>, since: Timestamp) -> ReloadReport {
    match outcome {
        Ok(reloaded) if reloaded.refused.is_empty() => ReloadReport {
            text: with_warnings(taken_over(reloaded), &reloaded.found),
            file: None,
        },
        Ok(reloaded) => {
            let head = format!("{}{}", taken_over(reloaded), refused(reloaded));
            with_problems(&head, &reloaded.found)
        }
        Err(found) => {
            let time = since.strftime("%H:%M").to_string();
            with_problems(&texts::not_reloaded(&problems(found), &time), found)
        }
    }
}

/// Says what changed, and which edits do not hold any more.
fn taken_over(reloaded: &Reloaded) -> String {
    let mut text = changes(&reloaded.changes);
    let parked = &reloaded.parked;
    for edit in parked.iter().take(MAX_PARKED) {
        text.push_str(&format!("\n{}", escape::discord(&edit_words::parked(edit))));
    }
    if parked.len() > MAX_PARKED {
        text.push_str(&format!("\n{}", texts::and_more(parked.len() - MAX_PARKED)));
    }
    text
}

/// Says what changed.
fn changes(changes: &Changes) -> String {
    let Changes {
        added,
        changed,
        removed,
    } = changes;
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
    text
}

/// Says which files were not taken over, and what becomes of their films.
fn refused(reloaded: &Reloaded) -> String {
    let names = |is_kept: bool| {
        let refused = reloaded.refused.iter();
        let refused = refused.filter(move |one| one.is_kept == is_kept);
        let files = refused.filter_map(|one| reloaded.found.sources().get(one.file));
        let names = files.map(|file| format!("`{}`", file.shown_name().replace('`', "'")));
        listed(&names.collect::<Vec<_>>())
    };
    let lists = [(texts::KEPT, names(true)), (texts::LEFT_OUT, names(false))];
    let lists = lists.iter().filter(|(_, names)| !names.is_empty());
    lists
        .map(|(what, names)| format!("\n{what} {names}"))
        .collect()
}

fn with_warnings(mut text: String, found: &Diagnostics) -> String {
    let warnings: Vec<String> = found
        .iter()
        .filter(|one| one.severity == Severity::Warning)
        .map(|one| line(found, one))
        .collect();
    if !warnings.is_empty() {
        text.push_str(&format!("\n{}\n", texts::warnings(warnings.len())));
        let room = limits::CONTENT.saturating_sub(text.chars().count());
        text.push_str(&spoiler::wrap(&escape::discord(&warnings.join("\n")), room));
    }
    text
}

fn problems(found: &Diagnostics) -> String {
    let count = |severity| found.count(severity);
    texts::problems(
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note),
    )
}

/// Adds all that was found, in a file of its own where the message has no room for it.
fn with_problems(head: &str, found: &Diagnostics) -> ReloadReport {
    let all = found.render(false);
    let fits = |body: &str| block(head, body).chars().count() <= limits::CONTENT;
    if fits(all.trim_end()) {
        return ReloadReport {
            text: block(head, all.trim_end()),
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
        text: block(head, short.trim_end()),
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
    let ids = ids.iter().map(|(film, entry)| format!("`{film}/{entry}`"));
    listed(&ids.collect::<Vec<_>>())
}

fn listed(names: &[String]) -> String {
    let shown = &names[..names.len().min(MAX_IDS)];
    let list = cut(&shown.join(", "), MAX_LIST);
    match names.len().saturating_sub(MAX_IDS) {
        0 => list,
        more => format!("{list} {}", texts::and_more(more)),
    }
}
