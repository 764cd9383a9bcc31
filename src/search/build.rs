//! Building the index from guides and extra phrasings.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::analyzed::{
    AnalyzedDocument, AnalyzedPhrasing, AnalyzedTexts, DocumentTexts, WordNumbers,
};
use super::extra_phrasing::ExtraPhrasing;
use super::index::{Document, DocumentId, Field, Index, Phrasing, Posting, Source, span};
use super::score::{DocumentKind, Weighing};
use super::shares::{Share, shares};
use super::titles;
use super::topics::{self, TopicIndex};
use super::vocabulary::{TermId, WordId};
use crate::guide::{Facts, FilmIndex, Guide};
use crate::text::vectors::Embedding;
use crate::text::{self, WordKind};

/// The number of shares that are analyzed at once: enough for the processors of usual machines; thirty-two took 45 MB more
/// on a hundred thousand entries with answers.
const N_SHARES_AT_ONCE: usize = 8;
/// The largest number of sentences that are read one by one: as many as a thousand guides have, in 40 MB. The words
/// of all texts count in any case.
const MAX_SENTENCES: usize = 200_000;

#[derive(Default)]
struct Builder {
    index: Index,
    /// The words of the phrasings as written, beside their terms.
    phrasing_words: Vec<WordId>,
    /// The ways of asking for each topic, which all films share.
    topics: Vec<Range<u32>>,
}

impl Index {
    /// Builds the index of guides and of phrasings from outside their files.
    pub fn build(guides: &[Arc<Guide>], extra: &[ExtraPhrasing]) -> Self {
        let mut builder = Builder::default();
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
        builder.index.titles.finish();
        builder.index.finish(&builder.phrasing_words);
        builder.index
    }
}

impl Builder {
    /// Makes room for the entries and their phrasings: lists of this size that grow are copied, and while they are
    /// they take twice the memory.
    fn reserve(&mut self, guides: &[Arc<Guide>]) {
        let entries = || guides.iter().flat_map(|guide| guide.entries());
        let phrasings = entries().map(|entry| entry.ask.len() + 1);
        self.index.phrasings.reserve(phrasings.sum());
        self.index.documents.reserve(entries().count());
    }

    fn add_share(&mut self, share: &Share<'_>, analyzed: &AnalyzedTexts) {
        let guide = share.guide;
        if share.first == 0 {
            self.index.titles.add(share.film, &guide.film);
            let first = self.next_document();
            self.index.films.push(first..first);
        }
        let mut words = WordNumbers::new(analyzed);
        for (place, document) in (share.first..).zip(&analyzed.documents) {
            let (film, entry) = (share.film, number(place));
            let phrasings = match &document.phrasings {
                Some(phrasings) => self.add_phrasings(phrasings, &mut words),
                None => self.phrasings_of_topic(document.claims.first()),
            };
            self.add_document(
                Source::Entry { film, entry },
                document,
                phrasings,
                &mut words,
            );
        }
        if share.is_last {
            self.add_people(&guide.film.facts);
            self.end_film(guide);
        }
    }

    /// Notes the names of the people who made the film and of those in it.
    fn add_people(&mut self, facts: &Facts) {
        let tokens = facts.people().flat_map(|name| text::analyze(&name));
        let names = tokens.filter(|token| token.kind == WordKind::Content);
        let mut terms: Vec<TermId> = names.map(|token| self.term(&token.word)).collect();
        terms.sort_unstable();
        terms.dedup();
        self.index.people.push(terms);
    }

    /// Notes where a film's documents end, and which document each summary sums up.
    fn end_film(&mut self, guide: &Guide) {
        let end = self.next_document();
        let Some(last) = self.index.films.last_mut() else {
            return;
        };
        last.end = end;
        let film = last.clone();
        let documents = span(&film);
        let film_documents = &self.index.documents[documents.clone()];
        let claims = film_documents
            .iter()
            .flat_map(|document| self.index.claims_of(document));
        let claims =
            claims.flat_map(|&claim| std::iter::once(claim).chain(topics::answered_by(claim)));
        let mut claimed: Vec<TopicIndex> = claims.collect();
        claimed.sort_unstable();
        claimed.dedup();
        let numbers: HashMap<&str, DocumentId> = film
            .clone()
            .zip(guide.entries())
            .map(|(number, entry)| (entry.id.as_str(), number))
            .collect();
        for (document, entry) in self.index.documents[documents]
            .iter_mut()
            .zip(guide.entries())
        {
            let summed_up = entry.sums_up().and_then(|id| numbers.get(id.as_str()));
            document.sums_up = summed_up.copied();
        }
        self.index.claimed.push(claimed);
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
            let phrasings = self.add_phrasings(phrasings, &mut words);
            self.topics.push(phrasings);
        }
    }

    /// Adds the topics as documents, to be compared as entries are.
    fn add_topics(&mut self) {
        let nothing = AnalyzedTexts::default();
        for (number, phrasings) in (0..).zip(std::mem::take(&mut self.topics)) {
            let document = AnalyzedDocument {
                kind: DocumentKind::Topic,
                claims: Vec::new(),
                phrasings: None,
                section: 0..0,
                text: 0..0,
                sentences: Vec::new(),
            };
            let words = &mut WordNumbers::new(&nothing);
            self.add_document(Source::Topic(number), &document, phrasings, words);
        }
    }

    fn add_document(
        &mut self,
        source: Source,
        document: &AnalyzedDocument,
        phrasings: Range<u32>,
        words: &mut WordNumbers<'_>,
    ) {
        let sentences = self.add_sentences(&document.sentences, words);
        let vocabulary = &mut self.index.vocabulary;
        let mut found: Vec<Posting> = Vec::new();
        for (text, field) in [
            (&document.text, Field::Text),
            (&document.section, Field::Section),
        ] {
            let words: Vec<WordId> = words.file(text, vocabulary).collect();
            let terms = words.iter().map(|&word| vocabulary.word(word).term);
            found.extend(terms.map(|term| Posting::new(term, field)));
        }
        for phrasing in &self.index.phrasings[span(&phrasings)] {
            let words = self.phrasing_words[span(&phrasing.terms)].iter();
            let terms = words.map(|&word| vocabulary.word(word).term);
            found.extend(terms.map(|term| Posting::new(term, Field::Phrasing)));
        }
        // Of the fields in which a term stands the most telling one comes first and is kept.
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.dedup_by_key(|posting| posting.number());
        let first_claim = number(self.index.claims.len());
        self.index.claims.extend(&document.claims);
        let start = number(self.index.document_terms.len());
        self.index.document_terms.extend(found.iter().rev());
        self.index.documents.push(Document {
            source,
            weighing: Weighing::new(document.kind, phrasings.len().saturating_sub(1)),
            claims: first_claim..number(self.index.claims.len()),
            sums_up: None,
            phrasings,
            sentences,
            terms: start..number(self.index.document_terms.len()),
            embedding: Embedding::NONE,
            text_embedding: Embedding::NONE,
        });
    }

    /// Adds the sentences of a text, unless there are too many texts for that.
    fn add_sentences(
        &mut self,
        sentences: &[AnalyzedPhrasing],
        words: &mut WordNumbers<'_>,
    ) -> Range<u32> {
        if self.index.n_sentences + sentences.len() > MAX_SENTENCES {
            return 0..0;
        }
        self.index.n_sentences += sentences.len();
        self.add_phrasings(sentences, words)
    }

    fn add_phrasings(
        &mut self,
        phrasings: &[AnalyzedPhrasing],
        words: &mut WordNumbers<'_>,
    ) -> Range<u32> {
        let first = number(self.index.phrasings.len());
        for phrasing in phrasings {
            let start = number(self.phrasing_words.len());
            let words = words.file(&phrasing.words, &mut self.index.vocabulary);
            self.phrasing_words.extend(words);
            self.index.phrasings.push(Phrasing {
                terms: start..number(self.phrasing_words.len()),
                inverse_root_weight: 0.0,
                trigrams: phrasing.trigrams,
                embedding: Embedding::NONE,
            });
        }
        first..number(self.index.phrasings.len())
    }

    /// Returns the ways of asking for a fact, which are those of its topic.
    fn phrasings_of_topic(&self, topic: Option<&TopicIndex>) -> Range<u32> {
        let found = topic.and_then(|&topic| self.topics.get(usize::from(topic)));
        found.cloned().unwrap_or_default()
    }

    fn term(&mut self, word: &str) -> TermId {
        let word = self.index.vocabulary.add(word);
        self.index.vocabulary.word(word).term
    }

    fn next_document(&self) -> DocumentId {
        number(self.index.documents.len())
    }
}

/// Counts fit: a library of more than 4 thousand million words would not fit into memory.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
