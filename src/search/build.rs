//! Building the index from guides and extra phrasings.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::ExtraPhrasing;
use super::elsewhere::topics;
use super::index::{Document, DocumentId, Field, Index, Phrasing, Source, Tagged, span};
use super::shape::Shape;
use super::titles;
use super::vocabulary::{TermId, Vocabulary, WordId};
use crate::guide::{Entry, EntryKind, FACTS, Fact, FactKind, FactValue, Facts, Guide};
use crate::text::vectors::{Meaning, Sum};
use crate::text::{self, Token, WordKind};

#[derive(Default)]
struct Builder {
    index: Index,
    /// The words of the phrasings as written, beside their terms.
    phrasing_words: Vec<WordId>,
    /// The phrasings of facts, which all films share.
    facts: HashMap<FactKind, Range<u32>>,
}

/// Builds the index of guides and of phrasings from outside their files.
pub(super) fn build(guides: &[Guide], extra: &[ExtraPhrasing]) -> Index {
    let mut builder = Builder::default();
    for (film, guide) in (0..).zip(guides) {
        let extra: Vec<&ExtraPhrasing> = extra
            .iter()
            .filter(|phrasing| phrasing.film == film as usize)
            .collect();
        builder.add_guide(film, guide, &extra);
    }
    if guides.iter().any(|guide| !guide.film.title.is_empty()) {
        builder.add_elsewhere();
    }
    builder.finish()
}

impl Builder {
    fn add_guide(&mut self, film: u32, guide: &Guide, extra: &[&ExtraPhrasing]) {
        let first = self.next_document();
        let names = titles::names(&guide.film);
        for name in &names {
            let terms = name.iter().map(|word| self.term(word)).collect();
            self.index.titles.add(film as usize, terms, name);
        }
        let entries = guide
            .sections
            .iter()
            .flat_map(|section| section.entries.iter().map(move |entry| (section, entry)));
        for (number, (section, entry)) in (0..).zip(entries) {
            let phrasings = self.add_entry_phrasings(entry, &names, extra);
            let title = if section.is_one_text() {
                ""
            } else {
                section.title.as_str()
            };
            let source = Source::Entry {
                film,
                entry: number,
            };
            let (fact, text) = match entry.kind {
                EntryKind::Fact(kind) => (Some(kind), fact_text(&guide.film.facts, kind)),
                _ => (None, Cow::from(&entry.text)),
            };
            self.add_document(source, fact, phrasings, title, &text, &names);
        }
        self.add_people(&guide.film.facts);
        self.link_summaries(guide, first);
        self.index.films.push(first..self.next_document());
    }

    fn add_entry_phrasings(
        &mut self,
        entry: &Entry,
        names: &[Vec<String>],
        extra: &[&ExtraPhrasing],
    ) -> Range<u32> {
        let extra: Vec<&str> = extra
            .iter()
            .filter(|phrasing| phrasing.entry == entry.id)
            .map(|phrasing| phrasing.text.as_str())
            .collect();
        match entry.kind {
            EntryKind::Fact(kind) if extra.is_empty() => self.fact(kind),
            EntryKind::Fact(kind) => {
                self.add_phrasings(kind.row().phrasings.iter().copied().chain(extra), names)
            }
            _ => {
                let own = std::iter::once(entry.title.as_str())
                    .chain(entry.ask.iter().map(String::as_str));
                self.add_phrasings(own.chain(extra), names)
            }
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

    /// Notes which document each summary sums up.
    fn link_summaries(&mut self, guide: &Guide, first: DocumentId) {
        let numbers: HashMap<&str, DocumentId> = (first..)
            .zip(guide.entries())
            .map(|(number, entry)| (entry.id.as_str(), number))
            .collect();
        for (number, entry) in (first as usize..).zip(guide.entries()) {
            let summed_up = entry.sums_up().and_then(|id| numbers.get(id.as_str()));
            self.index.documents[number].sums_up = summed_up.copied();
        }
    }

    fn fact(&mut self, kind: FactKind) -> Range<u32> {
        if let Some(phrasings) = self.facts.get(&kind) {
            return phrasings.clone();
        }
        let phrasings = self.add_phrasings(kind.row().phrasings.iter().copied(), &[]);
        self.facts.insert(kind, phrasings.clone());
        phrasings
    }

    /// Adds what people ask about films and no guide covers: the facts, for films without them, and the topics.
    fn add_elsewhere(&mut self) {
        let missing = FACTS.iter().filter(|fact| fact.is_off_topic_if_missing);
        let n_missing = missing.clone().count();
        for (number, fact) in (0..).zip(missing) {
            let phrasings = self.fact(fact.kind);
            self.add_document(
                Source::Elsewhere(number),
                Some(fact.kind),
                phrasings,
                "",
                "",
                &[],
            );
        }
        for (number, topic) in (number(n_missing)..).zip(topics()) {
            let fact = fact_of(&topic);
            let phrasings = self.add_phrasings(topic.into_iter(), &[]);
            self.add_document(Source::Elsewhere(number), fact, phrasings, "", "", &[]);
        }
    }

    fn add_phrasings<'a>(
        &mut self,
        texts: impl Iterator<Item = &'a str>,
        names: &[Vec<String>],
    ) -> Range<u32> {
        let first = number(self.index.phrasings.len());
        for text in texts {
            let tokens = tokens(text, names);
            let start = number(self.phrasing_words.len());
            for token in &tokens {
                let word = self.index.vocabulary.add(&token.word);
                self.phrasing_words.push(word);
            }
            self.index.phrasings.push(Phrasing {
                terms: start..number(self.phrasing_words.len()),
                inverse_root_weight: 0.0,
                shape: Shape::of(tokens.iter().map(|token| token.word.as_str())),
                meaning: Meaning::NONE,
            });
        }
        first..number(self.index.phrasings.len())
    }

    fn add_document(
        &mut self,
        source: Source,
        fact: Option<FactKind>,
        phrasings: Range<u32>,
        section: &str,
        text: &str,
        names: &[Vec<String>],
    ) {
        let text: Vec<TermId> = tokens(text, names)
            .iter()
            .map(|token| self.term(&token.word))
            .collect();
        let section: Vec<TermId> = text::analyze(section)
            .iter()
            .map(|token| self.term(&token.word))
            .collect();
        let terms_of = |words: &[WordId]| -> Vec<TermId> {
            words
                .iter()
                .map(|&word| self.index.vocabulary.word(word).term)
                .collect()
        };
        let mut fields: BTreeMap<TermId, Field> = BTreeMap::new();
        fields.extend(text.into_iter().map(|term| (term, Field::Text)));
        fields.extend(section.into_iter().map(|term| (term, Field::Section)));
        for phrasing in &self.index.phrasings[span(&phrasings)] {
            let terms = terms_of(&self.phrasing_words[span(&phrasing.terms)]);
            fields.extend(terms.into_iter().map(|term| (term, Field::Phrasing)));
        }
        let start = number(self.index.document_terms.len());
        self.index.document_terms.extend(
            fields
                .into_iter()
                .map(|(term, field)| Tagged::new(term, field)),
        );
        let terms = start..number(self.index.document_terms.len());
        let meaning = Meaning::NONE;
        self.index.documents.push(Document {
            source,
            fact,
            sums_up: None,
            phrasings,
            terms,
            meaning,
        });
    }

    fn term(&mut self, word: &str) -> TermId {
        let word = self.index.vocabulary.add(word);
        self.index.vocabulary.word(word).term
    }

    /// Fills in what depends on how common each term is among all documents.
    fn finish(mut self) -> Index {
        let mut df = vec![0_u32; self.index.vocabulary.n_terms()];
        for found in &self.index.document_terms {
            df[found.number() as usize] += 1;
        }
        self.index
            .vocabulary
            .finish(&df, self.index.documents.len());
        let Index {
            vocabulary,
            phrasings,
            documents,
            phrasing_terms,
            ..
        } = &mut self.index;
        for phrasing in phrasings.iter_mut() {
            let words = &self.phrasing_words[span(&phrasing.terms)];
            let weight: f32 = words
                .iter()
                .map(|&word| vocabulary.term(vocabulary.word(word).term).weight)
                .sum();
            phrasing.inverse_root_weight = if weight > 0.0 {
                1.0 / weight.sqrt()
            } else {
                0.0
            };
            phrasing.meaning = meaning(vocabulary, words);
        }
        for document in documents.iter_mut() {
            let mut sum = Sum::default();
            phrasings[span(&document.phrasings)]
                .iter()
                .for_each(|phrasing| sum.add_meaning(&phrasing.meaning));
            document.meaning = sum.meaning();
        }
        *phrasing_terms = self
            .phrasing_words
            .iter()
            .map(|&word| vocabulary.word(word).term)
            .collect();
        (self.index.postings, self.index.posting_starts) = postings(&self.index, &df);
        self.index
    }

    fn next_document(&self) -> DocumentId {
        number(self.index.documents.len())
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

/// Returns what words mean together.
fn meaning(vocabulary: &Vocabulary, words: &[WordId]) -> Meaning {
    let mut sum = Sum::default();
    for &word in words {
        let word = vocabulary.word(word);
        if let Some(rank) = word.rank {
            sum.add(rank, vocabulary.term(word.term).meaning_weight);
        }
    }
    sum.meaning()
}

/// Turns the terms of documents into the documents of terms.
fn postings(index: &Index, df: &[u32]) -> (Vec<Tagged>, Vec<u32>) {
    let mut starts = Vec::with_capacity(df.len() + 1);
    starts.push(0);
    starts.extend(df.iter().scan(0, |total, df| {
        *total += df;
        Some(*total)
    }));
    let mut next = starts.clone();
    let mut postings = vec![Tagged::new(0, Field::Text); index.document_terms.len()];
    for (document, facts) in (0..).zip(&index.documents) {
        for found in index.terms_of(facts) {
            let at = &mut next[found.number() as usize];
            postings[*at as usize] = Tagged::new(document, found.field());
            *at += 1;
        }
    }
    (postings, starts)
}

/// Returns the tokens of a text without the film's names.
fn tokens(text: &str, names: &[Vec<String>]) -> Vec<Token> {
    let mut tokens = text::analyze(text);
    titles::remove(&mut tokens, names);
    tokens
}

/// Counts fit: a library of more than 4 thousand million words would not fit into memory.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
