//! Guides and questions of any size, made of invented words; the same on every machine.
//!
//! Words are as unevenly common as in a language (Zipf), every entry has three phrasings of five to
//! eight of them, and a question is six words of an entry, one of them misspelt.

use std::sync::Arc;

use frontrow::guide::{Entry, EntryId, EntryKind, Film, FilmId, Guide, Section, Spoiler};
use frontrow::markup::{self, RichText};

/// The number of different words.
const N_WORDS: usize = 50_000;
/// The number of ways of asking for an entry, its title included.
const N_PHRASINGS: usize = 3;
/// The least number of words of a phrasing.
const SHORTEST_PHRASING: usize = 5;
/// The number of words that a phrasing may have besides.
const MORE_WORDS: usize = 4;
/// The number of words of an answer, where entries have answers.
const N_ANSWER_WORDS: usize = 40;
/// The number of words of a question.
const N_ASKED: usize = 6;
/// The number of entries of a film, where the entries are shared out among films.
const ENTRIES_PER_FILM: usize = 100;

/// Generated entries, each a list of phrasings.
pub(crate) struct Generated {
    words: Words,
    entries: Vec<Vec<String>>,
}

/// A question about a generated entry.
pub(crate) struct GeneratedQuestion {
    /// The text that is typed.
    pub(crate) text: String,
    /// The number of the entry that it is about.
    pub(crate) entry: usize,
}

impl Generated {
    /// Makes that many entries.
    pub(crate) fn new(n_entries: usize) -> Self {
        let words = Words::invent();
        let mut dice = Dice(1);
        let entries = (0..n_entries)
            .map(|_| {
                (0..N_PHRASINGS)
                    .map(|_| words.phrasing(&mut dice))
                    .collect()
            })
            .collect();
        Self { words, entries }
    }

    /// Returns the entries as one collection without a film's title.
    pub(crate) fn as_corpus(&self) -> Vec<Guide> {
        vec![guide("corpus", Film::default(), 0, &self.entries)]
    }

    /// Returns the same collection with an answer to every entry.
    pub(crate) fn as_corpus_with_answers(&self) -> Vec<Guide> {
        let mut guides = self.as_corpus();
        let mut dice = Dice(5);
        let sections = guides.iter_mut().flat_map(|guide| &mut guide.sections);
        for entry in sections.flat_map(|section| &mut section.entries) {
            let words: Vec<&str> = (0..N_ANSWER_WORDS)
                .map(|_| self.words.common(&mut dice))
                .collect();
            Arc::make_mut(entry).text = markup::parse(&words.join(" "));
        }
        guides
    }

    /// Returns the entries shared out among films.
    pub(crate) fn as_films(&self) -> Vec<Guide> {
        let mut dice = Dice(2);
        let shares = self.entries.chunks(ENTRIES_PER_FILM).enumerate();
        shares
            .map(|(number, share)| {
                let film = Film {
                    title: format!(
                        "{} {}",
                        self.words.any(&mut dice),
                        self.words.any(&mut dice)
                    ),
                    ..Film::default()
                };
                guide(
                    &format!("film-{number}"),
                    film,
                    number * ENTRIES_PER_FILM,
                    share,
                )
            })
            .collect()
    }

    /// Returns the entries as `frontrow eval --corpus` reads them.
    pub(crate) fn to_json_lines(&self) -> String {
        let lines = self.entries.iter().enumerate().map(|(number, phrasings)| {
            let (question, aliases) = phrasings.split_first().expect("a phrasing");
            let id = id(number);
            serde_json::json!({ "id": id, "question": question, "aliases": aliases, "answer": "" })
                .to_string()
                + "\n"
        });
        lines.collect()
    }

    /// Returns questions about random entries.
    pub(crate) fn questions(&self, n_questions: usize) -> Vec<GeneratedQuestion> {
        let mut dice = Dice(3);
        (0..n_questions)
            .map(|_| {
                let entry = dice.below(self.entries.len());
                let text = ask(&self.entries[entry], &mut dice);
                GeneratedQuestion { text, entry }
            })
            .collect()
    }
}

impl GeneratedQuestion {
    /// Returns the question as `frontrow eval` reads it.
    pub(crate) fn to_json_line(&self) -> String {
        serde_json::json!({ "q": self.text, "gold": [id(self.entry)] }).to_string() + "\n"
    }
}

fn id(entry: usize) -> String {
    format!("entries/e{entry}")
}

fn guide(film_id: &str, film: Film, first: usize, entries: &[Vec<String>]) -> Guide {
    let entries = (first..).zip(entries).map(|(number, phrasings)| Entry {
        id: EntryId::opaque(&id(number)),
        also_id: Vec::new(),
        title: phrasings[0].clone(),
        ask: phrasings[1..].to_vec(),
        topics: Vec::new(),
        spoiler: Spoiler::None,
        text: RichText::default(),
        kind: EntryKind::Text,
    });
    let section = Section {
        id: "entries".to_owned(),
        title: String::new(),
        also_id: Vec::new(),
        entries: entries.map(Arc::new).collect(),
    };
    let film_id = FilmId::parse(film_id).expect("a word with hyphens");
    Guide::new(film_id, film, vec![section], Vec::new(), Vec::new())
}

/// Returns six words in the order of a phrasing, filled up from the entry's others, one of them misspelt.
fn ask(phrasings: &[String], dice: &mut Dice) -> String {
    let start = dice.below(phrasings.len());
    let mut words: Vec<String> = phrasings
        .iter()
        .cycle()
        .skip(start)
        .flat_map(|phrasing| phrasing.split(' '))
        .take(N_ASKED)
        .map(str::to_owned)
        .collect();
    // Every invented word is long enough to be misspelt.
    let at = dice.below(words.len());
    words[at] = misspell(&words[at], dice);
    words.join(" ")
}

/// Leaves a letter out, doubles one, takes a wrong one or swaps two; never the first letter.
fn misspell(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = 1 + dice.below(letters.len() - 2);
    match dice.below(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        2 => letters[at] = if letters[at] == 'x' { 'q' } else { 'x' },
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}

/// Invented words, the commonest first.
struct Words {
    words: Vec<String>,
    /// The frequency of each, all before it included.
    cumulated: Vec<f64>,
}

impl Words {
    fn invent() -> Self {
        let mut dice = Dice(4);
        let mut known = std::collections::HashSet::new();
        let mut words = Vec::with_capacity(N_WORDS);
        while words.len() < N_WORDS {
            let word = invent(&mut dice);
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        let shares = (1..=N_WORDS).map(|rank| 1.0 / (rank as f64 + 2.7));
        let cumulated = shares.scan(0.0, |total, share| {
            *total += share;
            Some(*total)
        });
        Self {
            cumulated: cumulated.collect(),
            words,
        }
    }

    /// Returns a word, common ones more often.
    fn common(&self, dice: &mut Dice) -> &str {
        let total = self.cumulated.last().expect("words");
        let at = dice.share() * total;
        let rank = self.cumulated.partition_point(|&up_to| up_to < at);
        &self.words[rank.min(N_WORDS - 1)]
    }

    /// Returns a word, all alike.
    fn any(&self, dice: &mut Dice) -> &str {
        &self.words[dice.below(N_WORDS)]
    }

    fn phrasing(&self, dice: &mut Dice) -> String {
        let n_words = SHORTEST_PHRASING + dice.below(MORE_WORDS);
        let words: Vec<&str> = (0..n_words).map(|_| self.common(dice)).collect();
        words.join(" ")
    }
}

/// Returns two to four syllables, so that no word is shorter than four letters.
fn invent(dice: &mut Dice) -> String {
    const STARTS: &[u8] = b"bdfgklmnprstvz";
    const VOWELS: &[u8] = b"aeiou";
    const ENDS: &[&str] = &["", "n", "r", "s", "l", "t"];
    let mut word = String::new();
    for _ in 0..2 + dice.below(3) {
        word.push(char::from(STARTS[dice.below(STARTS.len())]));
        word.push(char::from(VOWELS[dice.below(VOWELS.len())]));
    }
    word.push_str(ENDS[dice.below(ENDS.len())]);
    word
}

/// Numbers that look random and are the same every time (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.roll() % n as u64) as usize
    }

    /// Returns a number from 0 to 1.
    fn share(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1_u64 << 53) as f64
    }
}
