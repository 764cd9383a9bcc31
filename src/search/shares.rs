//! The entries of guides, shared out to be analyzed in parallel.

use std::borrow::Cow;

use super::analyzed::{AnalyzedTexts, DocumentTexts};
use super::extra_phrasing::ExtraPhrasing;
use super::score::DocumentKind;
use super::topics::{self, TopicIndex};
use crate::guide::{Entry, EntryKind, FactKind, FactValue, Facts, FilmIndex, Guide, Section};

/// The number of entries that are analyzed in one go: enough that most of their words stand in several of them.
const N_ENTRIES_IN_SHARE: usize = 1_024;
/// Entries of one film that stand beside each other.
pub(super) struct Share<'a> {
    pub(super) film: FilmIndex,
    pub(super) guide: &'a Guide,
    pub(super) names: &'a [Vec<String>],
    /// The entries, each with its place in the guide.
    pub(super) entries: Vec<(u32, &'a Section, &'a Entry)>,
    pub(super) is_first: bool,
    pub(super) is_last: bool,
    /// True if the ways of asking for topics stand in the same segment, so that facts share them.
    pub(super) has_topics: bool,
}

/// Returns the shares of a guide's entries: at least one, which may be empty.
pub(super) fn shares<'a>(
    film: FilmIndex,
    guide: &'a Guide,
    names: &'a [Vec<String>],
) -> Vec<Share<'a>> {
    let entries = guide
        .sections
        .iter()
        .flat_map(|section| section.entries.iter().map(move |entry| (section, entry)));
    let entries = (0..).zip(entries);
    let entries: Vec<_> = entries
        .map(|(place, (section, entry))| (place, section, entry.as_ref()))
        .collect();
    let firsts = (0..entries.len().max(1)).step_by(N_ENTRIES_IN_SHARE);
    let share = |first: usize| Share {
        film,
        guide,
        names,
        entries: entries
            .iter()
            .skip(first)
            .take(N_ENTRIES_IN_SHARE)
            .copied()
            .collect(),
        is_first: first == 0,
        is_last: first + N_ENTRIES_IN_SHARE >= entries.len(),
        has_topics: true,
    };
    firsts.map(share).collect()
}

impl Share<'_> {
    pub(super) fn analyze(&self, extra: &[ExtraPhrasing]) -> AnalyzedTexts {
        let extra: Vec<&ExtraPhrasing> = extra
            .iter()
            .filter(|phrasing| phrasing.film == self.film)
            .collect();
        let entries = self.entries.iter();
        let texts = entries.map(|&(_, section, entry)| self.texts(section, entry, &extra));
        AnalyzedTexts::new(texts, self.names)
    }

    fn texts<'a>(
        &'a self,
        section: &'a Section,
        entry: &'a Entry,
        extra: &[&'a ExtraPhrasing],
    ) -> DocumentTexts<'a> {
        let extra = extra
            .iter()
            .filter(|phrasing| phrasing.entry == entry.id)
            .map(|phrasing| phrasing.text.as_str());
        let own = std::iter::once(&entry.title).chain(&entry.ask);
        let own = own.map(String::as_str);
        // What people ask about films is asked of no collection without one.
        let is_film = !self.guide.film.title.is_empty();
        let claims = is_film.then(|| topics::claims(section, entry, self.names));
        let claims = claims.unwrap_or_default();
        let (kind, phrasings, sentences) = match entry.kind {
            EntryKind::Fact(kind) => {
                let own = entry.ask.iter().map(String::as_str);
                let taught: Vec<&str> = own.chain(extra).collect();
                let is_shared = self.has_topics && taught.is_empty();
                let phrasings =
                    (!is_shared).then(|| ask(&claims).into_iter().chain(taught).collect());
                let sentences = fact_sentences(&self.guide.film.facts, kind);
                (DocumentKind::Fact, phrasings, sentences)
            }
            EntryKind::Faq { .. } => (
                DocumentKind::Faq,
                Some(own.chain(extra).collect()),
                sentences(entry),
            ),
            EntryKind::Text => (
                DocumentKind::Text,
                Some(own.chain(extra).collect()),
                sentences(entry),
            ),
        };
        let section = if section.is_one_text() {
            ""
        } else {
            &section.title
        };
        DocumentTexts {
            kind,
            claims,
            phrasings,
            section,
            sentences,
        }
    }
}

/// Returns the ways of asking for topics.
fn ask(claims: &[TopicIndex]) -> Vec<&'static str> {
    let asked = claims
        .iter()
        .filter_map(|&topic| topics::topics().get(usize::from(topic)));
    asked
        .flat_map(|topic| &topic.ask)
        .map(String::as_str)
        .collect()
}

fn sentences(entry: &Entry) -> Vec<Cow<'_, str>> {
    entry.text.sentences().into_iter().map(Cow::from).collect()
}

/// Returns the values of a fact: only they tell it from the same fact of another film.
fn fact_sentences(facts: &Facts, kind: FactKind) -> Vec<Cow<'_, str>> {
    facts.get(kind).map(FactValue::parts).unwrap_or_default()
}
