//! Lays edited guides over an index: only the entries that differ are analyzed, all others are shared.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::builder::SegmentBuilder;
use super::extra_phrasing::ExtraPhrasing;
use super::index::Index;
use super::overlay::{EditedFilm, Overlay, without};
use super::segment::DocumentId;
use super::shares::Share;
use super::titles;
use super::topics;
use crate::guide::{Entry, EntryKind, FilmIndex, Guide, Section};

/// A guide as it was indexed, and as it is to be.
#[derive(Clone, Copy, Debug)]
pub struct EditedGuide<'a> {
    /// The film; a new one comes after all others.
    pub film: FilmIndex,
    /// The guide as it was indexed; `None` where the film is new.
    pub before: Option<&'a Guide>,
    /// The guide as it is to be, of the same title and other names.
    pub after: &'a Guide,
}

/// An entry with its section and its place in the guide.
type PlacedEntry<'a> = (u32, &'a Section, &'a Entry);

impl Index {
    /// Returns an index of the same guides but for the edited ones, sorted by film; `extra` are the phrasings that it was
    /// built with. It shares everything else with this one, which has no edited guides itself.
    pub fn with_edited(&self, edited: &[EditedGuide<'_>], extra: &[ExtraPhrasing]) -> Self {
        let mut builder = OverlayBuilder {
            index: self,
            extra,
            segment: SegmentBuilder::on_top_of(&self.vocabulary, self.shared.n_documents()),
            passed_over: Vec::new(),
        };
        let films = edited.iter().map(|guide| builder.add(guide)).collect();
        let first = self.shared.n_documents();
        let end = builder.segment.next_document();
        let mut documents = without(self.shared.entries(), builder.passed_over);
        documents.extend(std::iter::once(first..end).filter(|range| !range.is_empty()));
        let (segment, vocabulary) = builder.segment.finish();
        Self {
            shared: Arc::clone(&self.shared),
            vocabulary: Arc::new(vocabulary),
            overlay: Some(Overlay {
                segment,
                films,
                documents,
            }),
        }
    }
}

/// An overlay in the making.
struct OverlayBuilder<'a> {
    index: &'a Index,
    extra: &'a [ExtraPhrasing],
    segment: SegmentBuilder,
    /// The shared documents that are passed over, sorted.
    passed_over: Vec<DocumentId>,
}

impl OverlayBuilder<'_> {
    /// Adds the entries of a guide that differ.
    fn add(&mut self, guide: &EditedGuide<'_>) -> EditedFilm {
        let shared = guide.film.of(&self.index.shared.films);
        let shared = shared.map_or(0..0, |film| film.documents.clone());
        let kept = kept(guide);
        let n_before = guide.before.map_or(0, |before| before.entries().count());
        let mut places = vec![None; n_before];
        let mut edited = Vec::new();
        for (place, section, entry) in placed(guide.after) {
            match kept.get(entry.id.as_str()) {
                Some(&before) => places[before] = Some(place),
                None => edited.push((place, section, entry)),
            }
        }
        let passed_over: Vec<DocumentId> = shared
            .clone()
            .zip(&places)
            .filter_map(|(document, place)| place.is_none().then_some(document))
            .collect();
        let mut documents = without(shared.clone(), passed_over.iter().copied());
        self.passed_over.extend(passed_over);
        let own = self.add_entries(guide, edited);
        documents.extend(std::iter::once(own.clone()).filter(|own| !own.is_empty()));
        self.sum_up(guide, &shared, &kept, own);
        let claims = documents.iter().cloned().flatten();
        let claims = claims.flat_map(|document| self.claims(document));
        EditedFilm {
            film: guide.film,
            claimed: topics::claimed(claims.copied()),
            people: self.segment.people(&guide.after.film.facts),
            documents,
            shared,
            places,
        }
    }

    /// Adds the documents of the entries that differ, and returns their numbers.
    fn add_entries(
        &mut self,
        guide: &EditedGuide<'_>,
        entries: Vec<PlacedEntry<'_>>,
    ) -> Range<DocumentId> {
        let names = titles::names(&guide.after.film);
        if guide.before.is_none() {
            self.segment
                .segment
                .titles
                .add(guide.film, &guide.after.film);
        }
        let share = Share {
            film: guide.film,
            guide: guide.after,
            names: &names,
            entries,
            is_first: true,
            is_last: true,
            has_topics: false,
        };
        let first = self.segment.next_document();
        self.segment.add_entries(&share, &share.analyze(self.extra));
        first..self.segment.next_document()
    }

    /// Notes which document each of the guide's own documents sums up.
    fn sum_up(
        &mut self,
        guide: &EditedGuide<'_>,
        shared: &Range<DocumentId>,
        kept: &HashMap<&str, usize>,
        own: Range<DocumentId>,
    ) {
        let edited = || {
            let entries = guide.after.entries();
            entries.filter(|entry| !kept.contains_key(entry.id.as_str()))
        };
        let kept = kept
            .iter()
            .map(|(&id, &place)| (id, shared.start + place as DocumentId));
        let numbers: HashMap<&str, DocumentId> = edited()
            .map(|entry| entry.id.as_str())
            .zip(own.clone())
            .chain(kept)
            .collect();
        let first = self.segment.first_document;
        let documents = &mut self.segment.segment.documents;
        for (number, entry) in own.zip(edited()) {
            if let Some(document) = documents.get_mut((number - first) as usize) {
                let summed_up = entry.sums_up().and_then(|id| numbers.get(id.as_str()));
                document.sums_up = summed_up.copied();
            }
        }
    }

    /// Returns the topics that a document claims, a shared one or one of its own.
    fn claims(&self, document: DocumentId) -> &[topics::TopicIndex] {
        match document.checked_sub(self.segment.first_document) {
            Some(own) => self.segment.segment.document(own).claims(),
            None => self.index.shared.segment.document(document).claims(),
        }
    }
}

/// Returns the entries whose documents stay: their ids, and the places that they had before.
fn kept<'a>(guide: &EditedGuide<'a>) -> HashMap<&'a str, usize> {
    let Some(before) = guide.before else {
        return HashMap::new();
    };
    let old: HashMap<&str, PlacedEntry<'a>> = placed(before)
        .map(|placed| (placed.2.id.as_str(), placed))
        .collect();
    let mut kept = HashMap::new();
    for (_, section, entry) in placed(guide.after) {
        let id = entry.id.as_str();
        if let Some(&(place, old_section, old_entry)) = old.get(id)
            && is_same(
                (before, old_section, old_entry),
                (guide.after, section, entry),
            )
        {
            kept.insert(id, place as usize);
        }
    }
    // What sums up an edited entry must lead to the document that this entry has now.
    loop {
        let lost: HashSet<&str> = guide
            .after
            .entries()
            .filter(|entry| {
                let summed_up = entry.sums_up();
                summed_up.is_some_and(|id| !kept.contains_key(id.as_str()))
            })
            .map(|entry| entry.id.as_str())
            .filter(|id| kept.contains_key(id))
            .collect();
        if lost.is_empty() {
            return kept;
        }
        kept.retain(|id, _| !lost.contains(id));
    }
}

/// Returns the entries of a guide in reading order.
fn placed(guide: &Guide) -> impl Iterator<Item = PlacedEntry<'_>> {
    let sections = guide.sections.iter();
    let entries = sections.flat_map(|section| {
        let entries = section.entries.iter();
        entries.map(move |entry| (section, entry.as_ref()))
    });
    (0..)
        .zip(entries)
        .map(|(place, (section, entry))| (place, section, entry))
}

/// Returns whether the document of an entry is what it was: all that it is made of is.
fn is_same(before: (&Guide, &Section, &Entry), after: (&Guide, &Section, &Entry)) -> bool {
    let heading = |section: &Section| (section.title.clone(), section.is_one_text());
    let value = |guide: &Guide, entry: &Entry| match entry.kind {
        EntryKind::Fact(kind) => guide.film.facts.get(kind).cloned(),
        EntryKind::Text | EntryKind::Faq { .. } => None,
    };
    let is_same_entry = std::ptr::eq(before.2, after.2) || before.2 == after.2;
    is_same_entry
        && heading(before.1) == heading(after.1)
        && value(before.0, before.2) == value(after.0, after.2)
}
