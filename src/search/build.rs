//! Building the index from guides and extra phrasings.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::analyzed::{AnalyzedDocument, AnalyzedTexts, DocumentTexts, WordNumbers};
use super::builder::SegmentBuilder;
use super::extra_phrasing::ExtraPhrasing;
use super::index::{Index, IndexedFilm, SharedIndex};
use super::score::DocumentKind;
use super::segment::{DocumentId, Source, span};
use super::shares::{Share, shares};
use super::titles;
use super::topics;
use crate::guide::{FilmIndex, Guide};

/// The number of shares that are analyzed at once: enough for the processors of usual machines; thirty-two took 45 MB more
/// on a hundred thousand entries with answers.
const N_SHARES_AT_ONCE: usize = 8;

#[derive(Default)]
struct IndexBuilder {
    segment: SegmentBuilder,
    films: Vec<IndexedFilm>,
}

impl Index {
    /// Builds the index of guides and of phrasings from outside their files.
    pub fn build(guides: &[Arc<Guide>], extra: &[ExtraPhrasing]) -> Self {
        let mut builder = IndexBuilder::default();
        builder.reserve(guides);
        if guides.iter().any(|guide| !guide.film.title.is_empty()) {
            builder.add_topic_phrasings();
        }
        let names: Vec<_> = guides
            .iter()
            .map(|guide| titles::names(&guide.film))
            .collect();
        let films = FilmIndex::enumerate(guides).zip(&names);
        let shares: Vec<Share> = films
            .flat_map(|((film, guide), names)| shares(film, guide, names))
            .collect();
        for shares in shares.chunks(N_SHARES_AT_ONCE) {
            let analyzed: Vec<AnalyzedTexts> = shares
                .par_iter()
                .map(|share| share.analyze(extra))
                .collect();
            for (share, analyzed) in shares.iter().zip(analyzed) {
                builder.add_share(share, &analyzed);
            }
        }
        builder.add_topics();
        let (segment, vocabulary) = builder.segment.finish();
        Self {
            shared: Arc::new(SharedIndex {
                segment,
                films: builder.films,
            }),
            vocabulary: Arc::new(vocabulary),
            overlay: None,
        }
    }
}

impl IndexBuilder {
    /// Makes room for the entries and their phrasings: lists of this size that grow are copied, and while they are
    /// they take twice the memory.
    fn reserve(&mut self, guides: &[Arc<Guide>]) {
        let entries = || guides.iter().flat_map(|guide| guide.entries());
        let phrasings = entries().map(|entry| entry.ask.len() + 1);
        let segment = &mut self.segment.segment;
        segment.phrasings.reserve(phrasings.sum());
        segment.documents.reserve(entries().count());
    }

    fn add_share(&mut self, share: &Share<'_>, analyzed: &AnalyzedTexts) {
        let guide = share.guide;
        let first = self.segment.next_document();
        if share.is_first {
            self.segment.segment.titles.add(share.film, &guide.film);
            self.films.push(IndexedFilm {
                documents: first..first,
                ..IndexedFilm::default()
            });
        }
        self.segment.add_entries(share, analyzed);
        if share.is_last {
            self.end_film(guide);
        }
    }

    /// Notes where a film's documents end, which document each summary sums up, what is claimed, and whom people may
    /// name.
    fn end_film(&mut self, guide: &Guide) {
        let people = self.segment.people(&guide.film.facts);
        let end = self.segment.next_document();
        let Some(film) = self.films.last_mut() else {
            return;
        };
        film.documents.end = end;
        film.people = people;
        let segment = &mut self.segment.segment;
        let documents = span(&film.documents);
        let claims = film.documents.clone();
        let claims = claims.flat_map(|document| segment.document(document).claims());
        film.claimed = topics::claimed(claims.copied());
        let numbers: HashMap<&str, DocumentId> = film
            .documents
            .clone()
            .zip(guide.entries())
            .map(|(number, entry)| (entry.id.as_str(), number))
            .collect();
        let documents = segment.documents[documents].iter_mut();
        for (document, entry) in documents.zip(guide.entries()) {
            let summed_up = entry.sums_up().and_then(|id| numbers.get(id.as_str()));
            document.sums_up = summed_up.copied();
        }
    }

    /// Adds the ways of asking for the topics, which all films share.
    fn add_topic_phrasings(&mut self) {
        let texts = topics::topics().iter().map(|topic| DocumentTexts {
            kind: DocumentKind::Topic,
            claims: Vec::new(),
            phrasings: Some(
                topic
                    .headings
                    .iter()
                    .filter(|_| !topic.fact)
                    .chain(&topic.ask)
                    .map(String::as_str)
                    .collect(),
            ),
            section: "",
            sentences: Vec::new(),
        });
        let analyzed = AnalyzedTexts::new(texts, &[]);
        let mut words = WordNumbers::new(&analyzed);
        for document in &analyzed.documents {
            let phrasings = document.phrasings.as_deref().unwrap_or_default();
            let phrasings = self.segment.add_phrasings(phrasings, &mut words);
            self.segment.topics.push(phrasings);
        }
    }

    /// Adds the topics as documents, to be compared as entries are.
    fn add_topics(&mut self) {
        let nothing = AnalyzedTexts::default();
        for (number, phrasings) in (0..).zip(std::mem::take(&mut self.segment.topics)) {
            let document = AnalyzedDocument {
                kind: DocumentKind::Topic,
                claims: Vec::new(),
                phrasings: None,
                section: 0..0,
                text: 0..0,
                sentences: Vec::new(),
            };
            let words = &mut WordNumbers::new(&nothing);
            self.segment
                .add_document(Source::Topic(number), &document, phrasings, words);
        }
    }
}
