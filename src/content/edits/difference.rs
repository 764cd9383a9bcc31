//! The difference between two versions of an entry, word by word: for the second of two moderators who edit it at once.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::guide::{Entry, EntryKind, FactValue, Guide, Spoiler};

/// Changes with at most so many words between them are one.
const NEAR: usize = 2;
/// A text that keeps less than this share of its words was written anew.
const KEPT: f32 = 0.3;

/// The difference between two versions of an entry; everything is empty where there is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntryDifference {
    /// The title, before and after.
    pub title: Option<(String, String)>,
    /// The phrasings that are new.
    pub added_phrasings: Vec<String>,
    /// The phrasings that are gone.
    pub removed_phrasings: Vec<String>,
    /// The topics, before and after.
    pub topics: Option<(Vec<String>, Vec<String>)>,
    /// The spoiler level, before and after.
    pub spoiler: Option<(Spoiler, Spoiler)>,
    /// The section where one can read on, before and after.
    pub section: Option<(String, String)>,
    /// The changes of the text, or of a fact's value.
    pub text: TextDifference,
}

/// The difference between two texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TextDifference {
    /// There is none.
    #[default]
    Same,
    /// These words are others.
    Changed(Vec<ChangedWords>),
    /// Hardly a word is the same; the text that it is now.
    Anew(String),
}

/// Some words in a row, before and after; one of the two may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangedWords {
    /// The words that were there.
    pub before: String,
    /// The words that are there now.
    pub after: String,
    /// The word that stands before them in both; empty at the beginning.
    pub behind: String,
}

/// Compares two versions of an entry, each with its guide.
pub fn entry_difference(before: (&Guide, &Entry), after: (&Guide, &Entry)) -> EntryDifference {
    let (old, new) = (before.1, after.1);
    let is_in = |list: &[String], text: &String| list.contains(text);
    let added = new.ask.iter().filter(|ask| !is_in(&old.ask, ask));
    let removed = old.ask.iter().filter(|ask| !is_in(&new.ask, ask));
    let section = |entry: &Entry| match &entry.kind {
        EntryKind::Faq { section, .. } => section.clone().unwrap_or_default(),
        EntryKind::Text | EntryKind::Fact(_) => String::new(),
    };
    EntryDifference {
        title: changed(old.title.clone(), new.title.clone()),
        added_phrasings: added.cloned().collect(),
        removed_phrasings: removed.cloned().collect(),
        topics: changed(old.topics.clone(), new.topics.clone()),
        spoiler: changed(old.spoiler, new.spoiler),
        section: changed(section(old), section(new)),
        text: text_difference(&said(before), &said(after)),
    }
}

impl EntryDifference {
    /// Returns whether the two are the same but for the order of their phrasings.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn changed<T: PartialEq>(before: T, after: T) -> Option<(T, T)> {
    (before != after).then_some((before, after))
}

/// Returns the text of an entry, or the parts of a fact's value.
fn said((guide, entry): (&Guide, &Entry)) -> String {
    match entry.kind {
        EntryKind::Fact(kind) => {
            let value = guide.film.facts.get(kind);
            let parts = value.map(FactValue::parts).unwrap_or_default();
            parts.join("\n")
        }
        EntryKind::Text | EntryKind::Faq { .. } => entry.text.source().to_owned(),
    }
}

/// Compares two texts word by word; white space is no matter.
pub fn text_difference(before: &str, after: &str) -> TextDifference {
    let old: Vec<&str> = before.split_whitespace().collect();
    let new: Vec<&str> = after.split_whitespace().collect();
    let parts = capture_diff_slices(Algorithm::Myers, &old, &new);
    let kept = parts.iter().map(|part| match part {
        DiffOp::Equal { len, .. } => *len,
        _ => 0,
    });
    let kept: usize = kept.sum();
    if kept == old.len() && kept == new.len() {
        return TextDifference::Same;
    }
    if (kept as f32) < KEPT * old.len().min(new.len()) as f32 {
        return TextDifference::Anew(after.to_owned());
    }
    let words = |words: &[&str], range: std::ops::Range<usize>| {
        words.get(range).unwrap_or_default().join(" ")
    };
    let changes = joined(&parts).into_iter().map(|(of_old, of_new)| {
        let behind = of_old.start.checked_sub(1).and_then(|at| old.get(at));
        ChangedWords {
            before: words(&old, of_old),
            after: words(&new, of_new),
            behind: behind.copied().unwrap_or_default().to_owned(),
        }
    });
    TextDifference::Changed(changes.collect())
}

/// The words of a change in the old text and in the new one.
type Change = (std::ops::Range<usize>, std::ops::Range<usize>);

/// Returns what differs, changes that are near each other as one.
fn joined(parts: &[DiffOp]) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for part in parts {
        let (old, new) = (part.old_range(), part.new_range());
        if matches!(part, DiffOp::Equal { .. }) {
            continue;
        }
        match changes.last_mut() {
            Some(last) if old.start - last.0.end <= NEAR => {
                last.0.end = old.end;
                last.1.end = new.end;
            }
            _ => changes.push((old, new)),
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::{ChangedWords, TextDifference, text_difference};

    #[track_caller]
    fn check(before: &str, after: &str, expected: &[(&str, &str, &str)]) {
        let changes = expected.iter().map(|(behind, before, after)| ChangedWords {
            before: (*before).to_owned(),
            after: (*after).to_owned(),
            behind: (*behind).to_owned(),
        });
        let expected = TextDifference::Changed(changes.collect());
        assert_eq!(text_difference(before, after), expected);
    }

    #[test]
    fn words_are_compared() {
        check(
            "The baker of the town went home.",
            "The baker of the town came home at last.",
            &[("town", "went home.", "came home at last.")],
        );
        check(
            "It rains. The old cook, whom nobody likes, drowns.",
            "The old cook, whom nobody likes, drowns.",
            &[("", "It rains.", "")],
        );
        check(
            "one two three four five six seven",
            "one two 3 four five six seven eight",
            &[("two", "three", "3"), ("seven", "", "eight")],
        );
    }

    #[test]
    fn white_space_is_no_difference_and_other_words_are_another_text() {
        assert_eq!(text_difference("a  b\n\nc", "a b c"), TextDifference::Same);
        let anew = text_difference("It ends well for them.", "Nobody survives the fire.");
        let now = "Nobody survives the fire.".to_owned();
        assert_eq!(anew, TextDifference::Anew(now));
    }
}
