//! The keys that each table of a guide file may have. A test keeps the JSON Schema the same.

use crate::guide::FACTS;

/// Tables of the file.
pub(crate) const GUIDE: &[&str] = &["film", "section", "faq", "check"];
/// Keys of `[film]` before those of the facts.
const BEFORE_FACTS: [&str; 4] = ["title", "year", "note", "also"];
/// Keys of `[film]` after those of the facts.
const AFTER_FACTS: [&str; 3] = ["ask", "source", "reviewed"];
/// Keys of one member of the cast.
pub(crate) const ROLE: &[&str] = &["actor", "role"];
/// Keys of `[[section]]`.
pub(crate) const SECTION: &[&str] = &[
    "id", "title", "text", "ask", "topic", "spoiler", "also_id", "entry",
];
/// Keys of `[[section.entry]]`.
pub(crate) const ENTRY: &[&str] = &["id", "title", "text", "ask", "topic", "spoiler", "also_id"];
/// Keys of `[[faq]]`.
pub(crate) const FAQ: &[&str] = &[
    "id", "question", "answer", "ask", "topic", "section", "sums_up", "spoiler", "also_id",
];
/// Keys of `[[check]]`.
pub(crate) const CHECK: &[&str] = &["ask", "answer"];
/// Tables that there can be several of, as their headers name them.
pub(crate) const REPEATED: &[&str] = &["section", "section.entry", "faq", "check"];

/// Returns the keys of `[film.ask]`: those of the facts.
pub(crate) fn facts() -> Vec<&'static str> {
    FACTS.iter().map(|fact| fact.key).collect()
}

/// Returns the keys of `[film]`.
pub(crate) fn film() -> Vec<&'static str> {
    BEFORE_FACTS
        .into_iter()
        .chain(facts())
        .chain(AFTER_FACTS)
        .collect()
}
