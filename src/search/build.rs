//! Building the index from guides and extra phrasings.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use super::analyzed::{
    AnalyzedDocument, AnalyzedPhrasing, AnalyzedTexts, DocumentTexts, WordNumbers,
};
use super::extra_phrasing::ExtraPhrasing;
use super::index::{Document, DocumentId, Field, Index, Phrasing, Posting, Source, span};
use super::score::{DocumentKind, Weighing};
use super::titles;
use super::topics::{self, TopicIndex};
use super::vocabulary::{TermId, WordId};
use crate::guide::{Entry, EntryKind, FactKind, FactValue, Facts, FilmIndex, Guide, Section};
use crate::text::vectors::Embedding;
use crate::text::{self, WordKind};

/// The number of entries that are analyzed in one go: enough that most of their words stand in several of them.
const N_ENTRIES_IN_SHARE: usize = 1_024;
/// The number of shares that are analyzed at once: enough for many processors, few enough to take little memory.
const N_SHARES_AT_ONCE: usize = 32;
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

/// Entries of one film that stand beside each other.
struct Share<'a> {
    film: FilmIndex,
    guide: &'a Guide,
    names: &'a [Vec<String>],
    /// The place of the first entry in the guide.
    first: usize,
    entries: Vec<(&'a Section, &'a Entry)>,
    is_last: bool,
}

impl Index {
    /// Builds the index of guides and of phrasings from outside their files.
    pub fn build(guides: &[Guide], extra: &[ExtraPhrasing]) -> Self {
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

/// Returns the shares of a guide's entries: at least one, which may be empty.
fn shares<'a>(film: FilmIndex, guide: &'a Guide, names: &'a [Vec<String>]) -> Vec<Share<'a>> {
    let entries = guide
        .sections
        .iter()
        .flat_map(|section| section.entries.iter().map(move |entry| (section, entry)));
    let entries: Vec<_> = entries.collect();
    let firsts = (0..entries.len().max(1)).step_by(N_ENTRIES_IN_SHARE);
    let share = |first: usize| Share {
        film,
        guide,
        names,
        first,
        entries: entries
            .iter()
            .skip(first)
            .take(N_ENTRIES_IN_SHARE)
            .copied()
            .collect(),
        is_last: first + N_ENTRIES_IN_SHARE >= entries.len(),
    };
    firsts.map(share).collect()
}

impl Share<'_> {
    fn analyze(&self, extra: &[ExtraPhrasing]) -> AnalyzedTexts {
        let extra: Vec<&ExtraPhrasing> = extra
            .iter()
            .filter(|phrasing| phrasing.film == self.film)
            .collect();
        let entries = self.entries.iter();
        let texts = entries.map(|&(section, entry)| self.texts(section, entry, &extra));
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
        let claims = topics::claims(section, entry, self.names);
        let (kind, phrasings, sentences) = match entry.kind {
            EntryKind::Fact(kind) => {
                let taught: Vec<&str> = extra.collect();
                let phrasings =
                    (!taught.is_empty()).then(|| ask(&claims).into_iter().chain(taught).collect());
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

impl Builder {
    /// Makes room for the entries and their phrasings: lists of this size that grow are copied, and while they are
    /// they take twice the memory.
    fn reserve(&mut self, guides: &[Guide]) {
        let entries = || guides.iter().flat_map(Guide::entries);
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

/// Counts fit: a library of more than 4 thousand million words would not fit into memory.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
