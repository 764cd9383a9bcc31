//! The topics of guides as `frontrow check` shows them: which entries claim some by their words alone, and which topics
//! that people ask about in nearly every film no entry claims.
//!
//! A line or two below the findings by default, guide by guide with `--topics`.

use std::io::{self, Write};

use serde::Serialize;

use super::layout;
use super::screen::Screen;
use super::table::{self, left};
use crate::guide::Guide;
use crate::reply::texts::topics as texts;
use crate::search::{self, ClaimedBy, EntryTopics, Topic};

/// Of more guides than this the topics are counted rather than listed: a screen has few lines to spare.
const MAX_LISTED: usize = 5;
/// Stands before the lines of a list.
const INDENT: &str = "  ";

/// The topics of a guide.
struct GuideTopics<'a> {
    guide: &'a Guide,
    claimed: Vec<EntryTopics<'a>>,
    not_covered: Vec<&'static str>,
}

/// The JSON of a guide's topics.
#[derive(Debug, Serialize)]
pub(super) struct GuideTopicsJson {
    film: String,
    claims: Vec<ClaimJson>,
    not_covered: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct ClaimJson {
    entry: String,
    topics: Vec<&'static str>,
    /// `fact`, `key`, `title` or `phrasing`.
    by: &'static str,
}

/// Writes what the guides leave out, and how many entries claim topics without naming them; an empty line after it.
pub(super) fn write_summary(out: &mut Screen, guides: &[Guide]) -> io::Result<()> {
    let all: Vec<GuideTopics<'_>> = guides.iter().map(GuideTopics::of).collect();
    let lacking: Vec<&GuideTopics<'_>> = all
        .iter()
        .filter(|topics| !topics.not_covered.is_empty())
        .collect();
    write_lacking(out, &lacking, guides.len())?;
    let n_claiming: usize = all.iter().map(|topics| topics.by_words().count()).sum();
    if n_claiming > 0 {
        layout::say(out, &texts::claims(n_claiming))?;
    }
    if !lacking.is_empty() || n_claiming > 0 {
        writeln!(out)?;
    }
    Ok(())
}

/// Writes the common topics that guides leave out, as shortly as their number allows.
fn write_lacking(
    out: &mut Screen,
    lacking: &[&GuideTopics<'_>],
    n_guides: usize,
) -> io::Result<()> {
    match lacking {
        [] => return Ok(()),
        [one] if n_guides == 1 => layout::say(out, &texts::also_asked(&one.not_covered))?,
        few if few.len() <= MAX_LISTED => {
            writeln!(out, "{}", texts::ALSO_ASKED)?;
            for topics in few {
                let line = format!("{}: {}", topics.guide.id, topics.not_covered.join(", "));
                layout::indented(out, INDENT, &line)?;
            }
        }
        many => {
            let counted = counted(many);
            layout::say(out, &texts::also_asked_of(n_guides, &counted))?;
        }
    }
    layout::say(out, texts::HOW_TO_COVER)
}

/// Returns the topics that guides leave out with how many do so, most first.
fn counted(lacking: &[&GuideTopics<'_>]) -> Vec<(&'static str, usize)> {
    let common = search::topics().iter().filter(|topic| topic.common);
    let counted = common.map(|topic| {
        let without = |topics: &&&GuideTopics<'_>| topics.not_covered.contains(&topic.id.as_str());
        (topic.id.as_str(), lacking.iter().filter(without).count())
    });
    let mut counted: Vec<(&str, usize)> = counted.filter(|(_, n)| *n > 0).collect();
    counted.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    counted
}

/// Writes the topics of each guide and below them, once, what to do about them; an empty line after each.
pub(super) fn write_all(out: &mut Screen, guides: &[Guide]) -> io::Result<()> {
    let all: Vec<GuideTopics<'_>> = guides.iter().map(GuideTopics::of).collect();
    for topics in &all {
        write_guide(out, topics)?;
    }
    let are_claimed = all.iter().any(GuideTopics::has_claims);
    let are_lacking = all.iter().any(|topics| !topics.not_covered.is_empty());
    if are_claimed {
        layout::dim(out, texts::HOW_TO_CHANGE)?;
    }
    if are_lacking {
        layout::dim(out, texts::HOW_TO_COVER)?;
    }
    if are_claimed || are_lacking {
        writeln!(out)?;
    }
    Ok(())
}

fn write_guide(out: &mut Screen, topics: &GuideTopics<'_>) -> io::Result<()> {
    layout::title(out, &topics.guide.film.label())?;
    if topics.has_claims() {
        layout::say(out, texts::CLAIMED)?;
        write_claims(out, topics)?;
    }
    if !topics.not_covered.is_empty() {
        layout::say(out, &texts::also_asked(&topics.not_covered))?;
    } else if !topics.has_claims() {
        layout::say(out, texts::NOTHING_TO_SAY)?;
    }
    writeln!(out)
}

/// Writes the entries that claim topics by their words, each with these.
fn write_claims(out: &mut Screen, topics: &GuideTopics<'_>) -> io::Result<()> {
    let rows = topics.by_words().map(|claims| {
        let claimed = format!("{}, {}", ids(&claims.topics).join(", "), reason(claims.by));
        [claims.entry.id.to_string(), claimed]
    });
    for line in table::lines(&[left(0, 2), left(0, 0)], rows) {
        writeln!(out, "{INDENT}{line}")?;
    }
    Ok(())
}

/// Returns the reason why an entry claims topics, in words.
pub(super) fn reason(by: ClaimedBy) -> &'static str {
    match by {
        ClaimedBy::Fact => texts::AS_FACT,
        ClaimedBy::Key => texts::BY_KEY,
        ClaimedBy::Title => texts::BY_TITLE,
        ClaimedBy::Phrasing => texts::BY_PHRASING,
    }
}

fn ids(topics: &[&'static Topic]) -> Vec<&'static str> {
    topics.iter().map(|topic| topic.id.as_str()).collect()
}

impl<'a> GuideTopics<'a> {
    fn of(guide: &'a Guide) -> Self {
        let claimed = search::claimed_in(guide);
        Self {
            guide,
            not_covered: ids(&search::not_covered(&claimed)),
            claimed,
        }
    }

    fn has_claims(&self) -> bool {
        self.by_words().next().is_some()
    }

    /// Returns the entries that claim topics by their words alone.
    fn by_words(&self) -> impl Iterator<Item = &EntryTopics<'a>> {
        let is_by_words = |claims: &&EntryTopics<'_>| match claims.by {
            ClaimedBy::Title | ClaimedBy::Phrasing => true,
            ClaimedBy::Fact | ClaimedBy::Key => false,
        };
        self.claimed.iter().filter(is_by_words)
    }
}

impl GuideTopicsJson {
    /// Puts the topics of a guide into the shape.
    pub(super) fn of(guide: &Guide) -> Self {
        let topics = GuideTopics::of(guide);
        let claims = topics.claimed.iter().map(|claims| ClaimJson {
            entry: claims.entry.id.to_string(),
            topics: ids(&claims.topics),
            by: claims.by.as_str(),
        });
        Self {
            film: guide.id.to_string(),
            claims: claims.collect(),
            not_covered: topics.not_covered,
        }
    }
}
