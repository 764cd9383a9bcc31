//! Walks the tree of names along the words of a text, over typos, joined words and articles.

use std::ops::Range;

use super::spelling::Correction;
use super::titles::{TitleNode, Titles};
use super::weights::information;
use crate::guide::FilmIndex;
use crate::text::name_forms::{ARTICLES, FormKind};
use crate::text::names::NameWord;
use crate::text::{WordKind, english, stop_words};

/// The largest number of steps from one word: texts made up to take long end here.
const MAX_STEPS: usize = 200;
/// Words of fewer letters have too many neighbours to be taken for misspelt.
const SHORTEST_TYPO: usize = 4;
/// English words from this Zipf value on are not taken for the misspelt beginning of a name.
const COMMON: f32 = 4.0;
/// Names have no more misspelt words: with more it is another name.
const MAX_TYPOS: usize = 2;

/// The words by which people ask about any film: "producers" in a question is no film of that name.
const ASKING: &[&str] = &[
    "actor",
    "actors",
    "actress",
    "adaptation",
    "age",
    "award",
    "awards",
    "based",
    "best",
    "book",
    "box",
    "budget",
    "cast",
    "character",
    "characters",
    "cinemas",
    "cinematographer",
    "comedy",
    "composed",
    "composer",
    "cost",
    "country",
    "credit",
    "credits",
    "critic",
    "critics",
    "cut",
    "date",
    "dialogue",
    "directed",
    "directing",
    "direction",
    "director",
    "directors",
    "distributor",
    "documentary",
    "drama",
    "edited",
    "editor",
    "end",
    "ending",
    "ends",
    "english",
    "festival",
    "filmed",
    "filming",
    "first",
    "foreign",
    "genre",
    "gross",
    "hero",
    "hours",
    "kids",
    "language",
    "last",
    "lead",
    "length",
    "list",
    "location",
    "locations",
    "long",
    "made",
    "main",
    "message",
    "minutes",
    "money",
    "music",
    "name",
    "names",
    "new",
    "novel",
    "office",
    "official",
    "old",
    "open",
    "opening",
    "original",
    "oscar",
    "plot",
    "premiere",
    "prequel",
    "produced",
    "producer",
    "producers",
    "production",
    "quote",
    "quotes",
    "rated",
    "rating",
    "real",
    "release",
    "released",
    "remake",
    "review",
    "reviews",
    "role",
    "roles",
    "running",
    "runtime",
    "scene",
    "scenes",
    "score",
    "screenplay",
    "script",
    "sequel",
    "set",
    "shoot",
    "shooting",
    "short",
    "shot",
    "song",
    "songs",
    "soundtrack",
    "source",
    "spoiler",
    "star",
    "starring",
    "stars",
    "story",
    "streaming",
    "time",
    "title",
    "town",
    "trailer",
    "true",
    "version",
    "villain",
    "watch",
    "work",
    "writer",
    "writers",
    "writing",
    "written",
    "wrote",
    "year",
];

/// A film's name that a text may hold.
#[derive(Clone, Debug, PartialEq)]
pub struct FilmMention {
    /// The films of that name, each with how much of its name it is.
    pub films: Vec<(FilmIndex, FormKind)>,
    /// The words of the text that are the name.
    pub words: Range<usize>,
    /// The information of the name's words in English; those by which people ask about any film say nothing.
    pub information: f32,
    /// The number of words that the name has.
    pub n_words: usize,
    /// The number of edits that make the name of what was typed.
    pub n_edits: usize,
    /// The information of the words that were corrected although they are right English as typed.
    pub corrected_english: f32,
}

impl FilmMention {
    /// Returns whether two are the same name in the same words, be it of different films.
    pub(super) fn is_same_name(&self, other: &Self) -> bool {
        let of = |mention: &Self| (mention.words.clone(), mention.n_words, mention.n_edits);
        of(self) == of(other)
    }
}

/// Returns every film's name that stands in the words of a text.
pub(super) fn find(titles: &Titles, words: &[NameWord]) -> Vec<FilmMention> {
    let mut walk = Walk {
        titles,
        words,
        corrections: vec![None; words.len()],
        n_steps: 0,
        found: Vec::new(),
    };
    for at in 0..words.len() {
        walk.start(at);
    }
    walk.found
}

/// A walk over a text.
struct Walk<'a> {
    titles: &'a Titles,
    words: &'a [NameWord],
    /// The words that each word may be misspelt for, found when they are first needed.
    corrections: Vec<Option<Vec<Correction>>>,
    n_steps: usize,
    found: Vec<FilmMention>,
}

/// The nodes that were walked over so far.
#[derive(Clone, Copy, Default)]
struct Path {
    first: usize,
    information: f32,
    n_words: usize,
    n_edits: usize,
    n_typos: usize,
    corrected_english: f32,
}

impl Walk<'_> {
    /// Finds the names that begin with a word.
    fn start(&mut self, first: usize) {
        self.n_steps = 0;
        let path = Path {
            first,
            ..Path::default()
        };
        self.walk(Titles::ROOT, first, path);
    }

    fn walk(&mut self, node: TitleNode, at: usize, path: Path) {
        self.n_steps += 1;
        if self.n_steps > MAX_STEPS {
            return;
        }
        self.note(node, at, path);
        let words = self.words;
        let Some(word) = words.get(at) else {
            return;
        };
        let typed = word.word.as_str();
        let went_on = self.step(node, typed, at + 1, path);
        if word.is_possessive {
            let owner = typed.strip_suffix('s').unwrap_or(typed);
            self.step(node, owner, at + 1, path);
        }
        self.over_gap(node, at, path);
        if node != Titles::ROOT {
            self.over_articles(node, at, path);
        }
        if !went_on {
            self.over_typos(node, at, path);
        }
    }

    /// Goes on with a word of a name, where one follows; returns whether it does.
    fn step(&mut self, node: TitleNode, word: &str, after: usize, path: Path) -> bool {
        let number = self.titles.number(word);
        let Some(next) = number.and_then(|number| self.titles.next(node, number)) else {
            return false;
        };
        let path = Path {
            information: path.information + telling(word),
            n_words: path.n_words + 1,
            ..path
        };
        self.walk(next, after, path);
        true
    }

    /// Goes on where two words are one in the name; joined they say no more than apart.
    fn over_gap(&mut self, node: TitleNode, at: usize, path: Path) {
        let Some([first, second]) = self.words.get(at..at + 2) else {
            return;
        };
        let joined = format!("{}{}", first.word, second.word);
        if self.titles.number(&joined).is_none() {
            return;
        }
        let apart = telling(&first.word) + telling(&second.word);
        let path = Path {
            n_edits: path.n_edits + 1,
            information: path.information + apart - telling(&joined),
            ..path
        };
        self.step(node, &joined, at + 2, path);
    }

    /// Goes on where an article inside the name is left out or put in.
    fn over_articles(&mut self, node: TitleNode, at: usize, path: Path) {
        let words = self.words;
        for article in ARTICLES {
            let number = self.titles.number(article);
            let next = number.and_then(|number| self.titles.next(node, number));
            if let Some(next) = next.filter(|_| words[at].word != *article) {
                self.walk(next, at, path);
            }
        }
        let is_put_in = ARTICLES.contains(&words[at].word.as_str());
        if is_put_in && words.get(at + 1).is_some() {
            let word = &words[at + 1].word;
            self.step(node, word, at + 2, path);
        }
    }

    /// Goes on with the words that this one may be misspelt for.
    fn over_typos(&mut self, node: TitleNode, at: usize, path: Path) {
        let titles = self.titles;
        let typed = self.words[at].word.as_str();
        let english = english::lookup(typed);
        let is_short = typed.chars().count() < SHORTEST_TYPO;
        // To begin with every common word would take long, and most of them are what they are.
        let is_common = english.is_some_and(|english| english.zipf >= COMMON);
        let begins = node == Titles::ROOT && is_common;
        if is_short || begins || path.n_typos == MAX_TYPOS || self.words[at].number.is_some() {
            return;
        }
        let spelling = titles.spelling();
        let corrections = self.corrections[at].get_or_insert_with(|| spelling.likeliest(typed));
        let leads_on = |correction: &&Correction| titles.next(node, correction.word).is_some();
        let corrections: Vec<Correction> = corrections.iter().filter(leads_on).copied().collect();
        for correction in corrections {
            let word = spelling.word(correction.word);
            let said = if english.is_some() {
                telling(word)
            } else {
                0.0
            };
            let path = Path {
                n_edits: path.n_edits + correction.distance,
                n_typos: path.n_typos + 1,
                corrected_english: path.corrected_english + said,
                ..path
            };
            self.step(node, word, at + 1, path);
        }
    }

    /// Notes the films whose name ends here.
    fn note(&mut self, node: TitleNode, end: usize, path: Path) {
        let films = self.titles.films(node);
        if films.is_empty() {
            return;
        }
        self.found.push(FilmMention {
            films: films.to_vec(),
            words: path.first..end,
            information: path.information,
            n_words: path.n_words,
            n_edits: path.n_edits,
            corrected_english: path.corrected_english,
        });
    }
}

/// Returns whether people ask for the facts of any film by this word.
pub fn asks_for_facts(word: &str) -> bool {
    ASKING.binary_search(&word).is_ok()
}

/// Returns how much a word of a name says in English, 0 to 1.
fn telling(word: &str) -> f32 {
    let kind = stop_words::kind(word);
    let kind = match asks_for_facts(word) {
        true if kind == WordKind::Content => WordKind::Question,
        _ => kind,
    };
    information(kind, english::zipf(word))
}

#[cfg(test)]
mod tests {
    use super::ASKING;

    #[test]
    fn the_words_are_sorted_for_binary_search() {
        assert!(ASKING.is_sorted_by(|a, b| a < b));
    }
}
