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
use super::off_topic::topics;
use super::titles;
use super::vocabulary::{TermId, WordId};
use crate::guide::{
    Entry, EntryKind, FACTS, Fact, FactKind, FactValue, Facts, FilmIndex, Guide, Section,
};
use crate::text::vectors::Embedding;
use crate::text::{self, WordKind};

/// The number of entries that are analyzed in one go: enough that most of their words stand in several of them.
const N_ENTRIES_IN_SHARE: usize = 1_024;
/// The number of shares that are analyzed at once: enough for the processors of usual machines; thirty-two took 45 MB more
/// on a hundred thousand entries with answers.
const N_SHARES_AT_ONCE: usize = 8;

#[derive(Default)]
struct Builder {
    index: Index,
    /// The words of the phrasings as written, beside their terms.
    phrasing_words: Vec<WordId>,
    /// The phrasings of facts, which all films share.
    facts: HashMap<FactKind, Range<u32>>,
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
        if guides.iter().any(|guide| !guide.film.title.is_empty()) {
            builder.add_off_topic();
        }
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
        let own = [&entry.title]
            .into_iter()
            .chain(&entry.ask)
            .map(String::as_str);
        let (fact, phrasings, text) = match entry.kind {
            EntryKind::Fact(kind) => {
                let row = kind.row().phrasings.iter().copied();
                let taught: Vec<&str> = extra.collect();
                let phrasings = (!taught.is_empty()).then(|| row.chain(taught).collect());
                (
                    Some(kind),
                    phrasings,
                    fact_text(&self.guide.film.facts, kind),
                )
            }
            _ => (
                None,
                Some(own.chain(extra).collect()),
                Cow::from(entry.text.words()),
            ),
        };
        let section = if section.is_one_text() {
            ""
        } else {
            &section.title
        };
        DocumentTexts {
            fact,
            phrasings,
            section,
            text,
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
            self.add_names(share);
            let first = self.next_document();
            self.index.films.push(first..first);
        }
        let mut words = WordNumbers::new(analyzed);
        for (place, document) in (share.first..).zip(&analyzed.documents) {
            let (film, entry) = (share.film, number(place));
            self.add_document(Source::Entry { film, entry }, document, &mut words);
        }
        if share.is_last {
            self.add_people(&guide.film.facts);
            self.end_film(guide);
        }
    }

    fn add_names(&mut self, share: &Share<'_>) {
        for name in share.names {
            let terms = name.iter().map(|word| self.term(word)).collect();
            self.index.titles.add(share.film, terms, name);
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
        let Some(film) = self.index.films.last_mut() else {
            return;
        };
        film.end = end;
        let documents = span(film);
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
    }

    /// Adds what people ask about films and no guide covers: the facts, for films without them, and the topics.
    fn add_off_topic(&mut self) {
        let missing = FACTS.iter().filter(|fact| fact.is_off_topic_if_missing);
        let missing = missing.map(|fact| off_topic(Some(fact.kind), None));
        let topics = topics().map(|topic| off_topic(fact_of(&topic), Some(topic)));
        let analyzed = AnalyzedTexts::new(missing.chain(topics), &[]);
        let mut words = WordNumbers::new(&analyzed);
        for (number, document) in (0..).zip(&analyzed.documents) {
            self.add_document(Source::OffTopic(number), document, &mut words);
        }
    }

    fn add_document(
        &mut self,
        source: Source,
        document: &AnalyzedDocument,
        words: &mut WordNumbers<'_>,
    ) {
        let phrasings = match (&document.phrasings, document.fact) {
            (Some(phrasings), _) => self.add_phrasings(phrasings, words),
            (None, Some(kind)) => self.fact(kind),
            (None, None) => 0..0,
        };
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
        let start = number(self.index.document_terms.len());
        self.index.document_terms.extend(found.iter().rev());
        self.index.documents.push(Document {
            source,
            fact: document.fact,
            sums_up: None,
            phrasings,
            terms: start..number(self.index.document_terms.len()),
            embedding: Embedding::NONE,
        });
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

    /// Returns the phrasings of a fact, which are added when a film first has it.
    fn fact(&mut self, kind: FactKind) -> Range<u32> {
        if let Some(phrasings) = self.facts.get(&kind) {
            return phrasings.clone();
        }
        let texts = off_topic(None, Some(kind.row().phrasings.to_vec()));
        let analyzed = AnalyzedTexts::new(std::iter::once(texts), &[]);
        let mut words = WordNumbers::new(&analyzed);
        let own = analyzed
            .documents
            .iter()
            .filter_map(|one| one.phrasings.as_deref());
        let phrasings = own.map(|own| self.add_phrasings(own, &mut words)).last();
        let phrasings = phrasings.unwrap_or_default();
        self.facts.insert(kind, phrasings.clone());
        phrasings
    }

    fn term(&mut self, word: &str) -> TermId {
        let word = self.index.vocabulary.add(word);
        self.index.vocabulary.word(word).term
    }

    fn next_document(&self) -> DocumentId {
        number(self.index.documents.len())
    }
}

/// Returns the texts of a document that is only asked for.
fn off_topic(fact: Option<FactKind>, phrasings: Option<Vec<&str>>) -> DocumentTexts<'_> {
    DocumentTexts {
        fact,
        phrasings,
        section: "",
        text: Cow::from(""),
    }
}

/// Returns the values of a fact: only they tell it from the same fact of another film.
fn fact_text(facts: &Facts, kind: FactKind) -> Cow<'_, str> {
    let parts = facts.get(kind).map(FactValue::parts).unwrap_or_default();
    Cow::from(parts.join(" "))
}

/// Returns the fact that a topic asks for: the one that shares a phrasing with it.
fn fact_of(topic: &[&str]) -> Option<FactKind> {
    let shares = |fact: &&Fact| fact.phrasings.iter().any(|text| topic.contains(text));
    FACTS.iter().find(shares).map(|fact| fact.kind)
}

/// Counts fit: a library of more than 4 thousand million words would not fit into memory.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
