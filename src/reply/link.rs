//! Addresses of sections and entries: `/red-rocket/critical-reception#critics`.
//!
//! Replies lead there and pages stand there: the two must agree for ever.

use crate::guide::{EntryId, FilmId};

/// Returns the address of a section's page.
pub(super) fn section(base: Option<&str>, film: &FilmId, section: &str) -> String {
    format!("{}/{film}/{section}", base.unwrap_or_default())
}

/// Returns the address of an entry: an anchor on its section's page, or the page of a section that is one text.
pub(super) fn entry(base: Option<&str>, film: &FilmId, entry: &EntryId) -> String {
    let page = section(base, film, entry.section());
    match entry.name() {
        Some(name) => format!("{page}#{name}"),
        None => page,
    }
}

#[cfg(test)]
mod tests {
    use crate::guide::{EntryId, FilmId};

    #[test]
    fn an_entry_has_an_anchor_and_a_one_text_section_a_page() {
        let film = FilmId::parse("red-rocket").expect("a film id");
        let rows = [
            (
                None,
                "critical-reception/critics",
                "/red-rocket/critical-reception#critics",
            ),
            (None, "introduction", "/red-rocket/introduction"),
            (None, "faq/stands-out", "/red-rocket/faq#stands-out"),
            (
                Some("https://films.example"),
                "facts/director",
                "https://films.example/red-rocket/facts#director",
            ),
        ];
        for (base, id, expected) in rows {
            assert_eq!(super::entry(base, &film, &EntryId::opaque(id)), expected);
        }
    }
}
