//! Building the index from guides and extra phrasings.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::ExtraPhrasing;
use super::elsewhere::TOPICS;
use super::index::{
    Document, DocumentId, DocumentTerm, Field, Index, Phrasing, Posting, Source, TermFacts, TermId,
};
use super::lexicon::Lexicon;
use super::shape::Shape;
use super::titles::{self, Titles};
use super::weights::{idf, meaning_weight, ranking_weight};
use crate::guide::{Entry, EntryKind, FACTS, FactKind, Guide, Section, fact_phrasings};
use crate::text::vectors::{Meaning, Sum};
use crate::text::{self, Token, english, stem, stop_words};

/// How much a term says for a document that has it in its text only.
const TEXT_POSTING: f32 = 0.35;
/// The same for the section's title.
const SECTION_POSTING: f32 = 0.5;

#[derive(Default)]
struct Builder {
    terms: HashMap<Box<str>, TermId>,
    /// The words as written with their terms.
    words: Vec<(Box<str>, TermId)>,
    term_facts: Vec<TermFacts>,
    documents: Vec<Document>,
    films: Vec<Range<DocumentId>>,
    phrasings: Vec<Phrasing>,
    phrasing_terms: Vec<TermId>,
    /// The vector of each word of the phrasings as written, beside `phrasing_terms`.
    phrasing_ranks: Vec<Option<u32>>,
    document_terms: Vec<DocumentTerm>,
    titles: Titles,
    /// The phrasings of facts, which all films share.
    facts: HashMap<FactKind, Range<u32>>,
}

/// Builds the index of guides and of phrasings from outside their files.
pub(super) fn build(guides: &[Guide], extra: &[ExtraPhrasing]) -> Index {
    let mut builder = Builder::default();
    for (film, guide) in (0..).zip(guides) {
        builder.add_guide(film, guide, extra);
    }
    if guides.iter().any(|guide| !guide.film.title.is_empty()) {
        builder.add_elsewhere();
    }
    builder.finish()
}

impl Builder {
    fn add_guide(&mut self, film: u32, guide: &Guide, extra: &[ExtraPhrasing]) {
        let first = self.next_document();
        let names = titles::names(&guide.film);
        for name in &names {
            let terms = name.iter().map(|word| self.term_of(word)).collect();
            self.titles.add(film as usize, terms, name);
        }
        let extra: Vec<&ExtraPhrasing> = extra
            .iter()
            .filter(|phrasing| phrasing.film == film as usize)
            .collect();
        let mut number = 0;
        for section in &guide.sections {
            for entry in &section.entries {
                self.add_entry(
                    Source::Entry {
                        film,
                        entry: number,
                    },
                    section,
                    entry,
                    &names,
                    &extra,
                );
                number += 1;
            }
        }
        self.films.push(first..self.next_document());
    }

    fn add_entry(
        &mut self,
        source: Source,
        section: &Section,
        entry: &Entry,
        names: &[Vec<String>],
        extra: &[&ExtraPhrasing],
    ) {
        let extra: Vec<&str> = extra
            .iter()
            .filter(|phrasing| phrasing.entry == entry.id)
            .map(|phrasing| phrasing.text.as_str())
            .collect();
        let phrasings = match entry.kind {
            EntryKind::Fact(kind) if extra.is_empty() => self.fact(kind),
            EntryKind::Fact(kind) => {
                self.add_phrasings(fact_phrasings(kind).iter().copied().chain(extra), names)
            }
            _ => {
                let own = std::iter::once(entry.title.as_str())
                    .chain(entry.ask.iter().map(String::as_str));
                self.add_phrasings(own.chain(extra), names)
            }
        };
        let section_title = if section.is_one_text() {
            ""
        } else {
            section.title.as_str()
        };
        self.add_document(source, phrasings, section_title, &entry.text, names);
    }

    fn fact(&mut self, kind: FactKind) -> Range<u32> {
        if let Some(phrasings) = self.facts.get(&kind) {
            return phrasings.clone();
        }
        let phrasings = self.add_phrasings(fact_phrasings(kind).iter().copied(), &[]);
        self.facts.insert(kind, phrasings.clone());
        phrasings
    }

    /// Adds what people ask about films and no guide covers: the facts, for films without them, and the topics.
    fn add_elsewhere(&mut self) {
        for (number, kind) in (0..).zip(FACTS) {
            let phrasings = self.fact(kind);
            self.add_document(Source::Elsewhere(number), phrasings, "", "", &[]);
        }
        for (number, topic) in (FACTS.len() as u32..).zip(TOPICS) {
            let phrasings = self.add_phrasings(topic.iter().copied(), &[]);
            self.add_document(Source::Elsewhere(number), phrasings, "", "", &[]);
        }
    }

    fn add_phrasings<'a>(
        &mut self,
        texts: impl Iterator<Item = &'a str>,
        names: &[Vec<String>],
    ) -> Range<u32> {
        let first = self.phrasings.len() as u32;
        for text in texts {
            let mut tokens = text::analyze(text);
            titles::remove(&mut tokens, names);
            let start = self.phrasing_terms.len() as u32;
            for token in &tokens {
                let term = self.term(token);
                self.phrasing_terms.push(term);
                self.phrasing_ranks
                    .push(english::lookup(&token.word).map(|word| word.rank));
            }
            self.phrasings.push(Phrasing {
                terms: start..self.phrasing_terms.len() as u32,
                weight: 0.0,
                shape: Shape::of(
                    tokens
                        .iter()
                        .map(|token| token.word.as_str())
                        .filter(|word| !word.contains(' ')),
                ),
                meaning: Meaning::NONE,
            });
        }
        first..self.phrasings.len() as u32
    }

    fn add_document(
        &mut self,
        source: Source,
        phrasings: Range<u32>,
        section: &str,
        text: &str,
        names: &[Vec<String>],
    ) {
        let sentences = self.add_phrasings(sentences(text), names);
        let section: Vec<TermId> = text::analyze(section)
            .iter()
            .map(|token| self.term(token))
            .collect();
        let mut fields: BTreeMap<TermId, Field> = BTreeMap::new();
        fields.extend(self.terms_in(&sentences).map(|term| (term, Field::Text)));
        fields.extend(section.into_iter().map(|term| (term, Field::Section)));
        fields.extend(
            self.terms_in(&phrasings)
                .map(|term| (term, Field::Phrasing)),
        );
        let start = number(self.document_terms.len());
        self.document_terms.extend(
            fields
                .into_iter()
                .map(|(term, field)| DocumentTerm { term, field }),
        );
        let terms = start..number(self.document_terms.len());
        self.documents.push(Document {
            source,
            phrasings,
            sentences,
            terms,
            meaning: Meaning::NONE,
        });
    }

    fn terms_in(&self, phrasings: &Range<u32>) -> impl Iterator<Item = TermId> + '_ {
        self.phrasings[span(phrasings)]
            .iter()
            .flat_map(|phrasing| self.phrasing_terms[span(&phrasing.terms)].iter().copied())
    }

    /// Returns the term of a word, filing the word when it is new.
    fn term(&mut self, token: &Token) -> TermId {
        self.term_of(&token.word)
    }

    fn term_of(&mut self, word: &str) -> TermId {
        if let Some(&term) = self.terms.get(word) {
            return term;
        }
        let stem = stem::term(word);
        let english = english::lookup(word);
        let facts = TermFacts {
            weight: 0.0,
            meaning_weight: 1.0,
            kind: stop_words::kind(word),
            rank: english.map(|english| english.rank),
            zipf: english.map_or(english::UNLISTED_ZIPF, |english| english.zipf),
        };
        let next = self.term_facts.len() as TermId;
        let term = *self.terms.entry(stem.into_boxed_str()).or_insert(next);
        if term == next {
            self.term_facts.push(facts);
        } else if facts.zipf > self.term_facts[term as usize].zipf {
            self.term_facts[term as usize] = facts;
        }
        self.terms.insert(word.into(), term);
        self.words.push((word.into(), term));
        term
    }

    fn finish(mut self) -> Index {
        let mut df = vec![0_u32; self.term_facts.len()];
        for &DocumentTerm { term, .. } in &self.document_terms {
            df[term as usize] += 1;
        }
        let n_documents = self.documents.len();
        for (facts, &df) in self.term_facts.iter_mut().zip(&df) {
            let idf = idf(df, n_documents);
            facts.weight = ranking_weight(facts.kind, idf);
            facts.meaning_weight = meaning_weight(idf);
        }
        self.weigh_phrasings();
        let (postings, posting_starts) = self.postings(&df);
        let meaning = |facts: &TermFacts| {
            facts
                .rank
                .and_then(Meaning::of_word)
                .unwrap_or(Meaning::NONE)
        };
        let term_meanings = self.term_facts.iter().map(meaning).collect();
        let (words, lexicon_terms) = self.words.into_iter().unzip();
        Index {
            terms: self.terms,
            term_facts: self.term_facts,
            term_meanings,
            titles: self.titles,
            lexicon: Lexicon::new(words),
            lexicon_terms,
            documents: self.documents,
            films: self.films,
            phrasings: self.phrasings,
            phrasing_terms: self.phrasing_terms,
            document_terms: self.document_terms,
            postings,
            posting_starts,
        }
    }

    /// Fills in what depends on how common each term is among all documents.
    fn weigh_phrasings(&mut self) {
        for phrasing in &mut self.phrasings {
            let range = phrasing.terms.start as usize..phrasing.terms.end as usize;
            let mut sum = Sum::default();
            for (&term, rank) in self.phrasing_terms[range.clone()]
                .iter()
                .zip(&self.phrasing_ranks[range])
            {
                let facts = &self.term_facts[term as usize];
                phrasing.weight += facts.weight;
                if let Some(rank) = rank {
                    sum.add(*rank, facts.meaning_weight);
                }
            }
            phrasing.meaning = sum.meaning();
        }
        for document in &mut self.documents {
            let mut sum = Sum::default();
            for phrasing in
                &self.phrasings[document.phrasings.start as usize..document.phrasings.end as usize]
            {
                sum.add_meaning(&phrasing.meaning);
            }
            document.meaning = sum.meaning();
        }
    }

    fn postings(&self, df: &[u32]) -> (Vec<Posting>, Vec<u32>) {
        let mut starts = Vec::with_capacity(df.len() + 1);
        let mut total = 0;
        for &df in df {
            starts.push(total);
            total += df;
        }
        starts.push(total);
        let mut next = starts.clone();
        let mut postings = vec![
            Posting {
                document: 0,
                weight: 0.0
            };
            total as usize
        ];
        for (document, facts) in (0..).zip(&self.documents) {
            for &DocumentTerm { term, field } in
                &self.document_terms[facts.terms.start as usize..facts.terms.end as usize]
            {
                let weight = match field {
                    Field::Text => TEXT_POSTING,
                    Field::Section => SECTION_POSTING,
                    Field::Phrasing => 1.0,
                };
                let at = &mut next[term as usize];
                postings[*at as usize] = Posting {
                    document,
                    weight: weight * self.term_facts[term as usize].weight,
                };
                *at += 1;
            }
        }
        (postings, starts)
    }

    fn next_document(&self) -> DocumentId {
        self.documents.len() as DocumentId
    }
}

/// Returns the sentences of a text, roughly: what stands between full stops and line ends.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '\n', '?', '!'])
        .filter(|sentence| sentence.len() > 3)
}

/// Counts fit: a library of more than 4 thousand million words would not fit into memory.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn span(range: &Range<u32>) -> Range<usize> {
    range.start as usize..range.end as usize
}
