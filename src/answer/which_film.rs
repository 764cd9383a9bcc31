//! Finds the film that a question is about: the chosen one, one that it names, that of the place, the only one, else any.

use std::ops::Range;

use super::covered::covered;
use super::evidence::REFERENCES;
use super::leftover::{self, Leftover, fullest};
use super::scoped_question::ScopedQuestion;
use crate::guide::{FilmIndex, Guide};
use crate::search::{self, FilmMention, Index, QueryWord};
use crate::text::name_forms::{ARTICLES, FormKind};
use crate::text::names::{self, NameWord};
use crate::text::{self, WordKind, stop_words};

/// The films a question may be about.
#[derive(Clone, Debug, Default)]
pub(super) struct FilmScope {
    /// The films; empty for all.
    pub(super) films: Vec<FilmIndex>,
    /// True if the question names the film.
    pub(super) is_named: bool,
    /// True if it names a film that has no guide: the sequel or the remake of one that has.
    pub(super) is_another: bool,
    /// True if the name may be that of another film.
    pub(super) is_doubtful: bool,
    /// The words with the name, where the film would be meant without it: the name then may be part of the question.
    pub(super) with_name: Option<Vec<QueryWord>>,
}

/// The largest number of words that are looked at: nobody asks in more, and each takes time.
pub(super) const MAX_WORDS: usize = 100;
/// The information from which on a name is no everyday word: that of one word of Zipf value 4.
const TELLING: f32 = 0.75;
/// The information from which on a subtitle is surely that of its film: two telling words.
const SUBTITLE: f32 = 1.2;
/// The factor by which each further word adds to the information of a name.
const PHRASE: f32 = 0.25;
/// The likeness that one edit takes from a name when names are compared.
const EDIT: f32 = 0.3;
/// The share of the information that words lose which are right English as typed.
const CORRECTED_ENGLISH: f32 = 0.5;
/// Words of fewer letters may be misspelt for several names.
const SURE_LETTERS: usize = 6;
/// After these even "It" is a title.
const AFTER_FILM: &[&str] = &["called", "film", "flick", "movie", "named", "titled"];
/// After these an everyday word is a title.
const AFTER_MAKERS: &[&str] = &[
    "direct", "directed", "directs", "edited", "produced", "scored", "seen", "shot", "watched",
    "wrote",
];
/// After these it may be one, where nothing else is: "the plot of Frozen", "is frozen ok for kids".
const BEFORE_TITLES: &[&str] = &[
    "about", "did", "does", "for", "from", "in", "is", "of", "was",
];
/// The same for a name that is a number: what is "in 2012" is of that year.
const BEFORE_NUMBERS: &[&str] = &["did", "does", "is", "of", "was"];
/// Words before a name that begin a longer one, unless an article stands before them: "No Otters", "First Otter".
const BEGINNINGS: &[&str] = &[
    "all", "any", "every", "first", "her", "his", "my", "no", "our", "some", "their", "these",
    "those", "your",
];
/// Words that stand between an article and a title and belong to neither.
const NOT_OF_NAMES: &[&str] = &[
    "classic", "director", "ending", "film", "first", "latest", "movie", "new", "old", "original",
    "plot", "recent", "remake", "version",
];
/// The marks that people put around a title.
const QUOTES: &[char] = &['"', '“', '”', '„', '«', '»', '‘', '’', '\'', '*', '_'];

/// A question while its film is looked for.
struct Search<'a> {
    guides: &'a [Guide],
    question: &'a ScopedQuestion<'a>,
    /// The words as names have them.
    names: &'a [NameWord],
    /// The words that are looked up.
    words: &'a [QueryWord],
    /// The film that is meant where none is named.
    default: Option<FilmIndex>,
}

/// Finds the films that a question is about and takes their name and year out of its words.
///
/// A film that was chosen stays; the name of another film then is a word like others, which that film does not explain.
pub(super) fn which_film(
    guides: &[Guide],
    index: &Index,
    question: &ScopedQuestion<'_>,
    words: &mut Vec<QueryWord>,
) -> FilmScope {
    let names = names::words(question.text);
    let default = question.unnamed_film(guides);
    let search = Search {
        guides,
        question,
        names: &names[..names.len().min(MAX_WORDS)],
        words,
        default,
    };
    let (mentions, elsewhere) = covered(question, index.film_mentions(search.names));
    let Some(mention) = search.best(mentions) else {
        return search.unnamed(elsewhere);
    };
    let leftover = leftover::leftover(question.text, search.names, &mention, guides);
    let is_near = matches!(leftover, Leftover::NearYear(_));
    let (films, beside) = match leftover {
        Leftover::Of(films, at) => (films, Some(at)),
        Leftover::NearYear(at) => (search.fullest(&mention), Some(at)),
        Leftover::None => (search.fullest(&mention), None),
        Leftover::Another => (Vec::new(), None),
    };
    let (films, note) = search.noted(films);
    let Some(films) = search.chosen_of(films) else {
        return FilmScope {
            is_another: true,
            ..FilmScope::default()
        };
    };
    let is_doubtful =
        is_near || is_doubtful(&mention, search.names) || search.is_in_longer_name(&mention);
    let mut taken = vec![search.bytes(&mention.words)];
    taken.extend(beside.into_iter().chain(note));
    let all = words.clone();
    words.retain(|word| {
        let is_within =
            |range: &Range<usize>| range.start <= word.range.start && word.range.end <= range.end;
        !taken.iter().any(is_within)
    });
    FilmScope {
        is_named: true,
        is_another: false,
        is_doubtful,
        with_name: default.filter(|_| only(&films) == default).map(|_| all),
        films,
    }
}

impl Search<'_> {
    /// Returns the films of a question that names none of those that are answered about, and may name one of the others.
    fn unnamed(&self, elsewhere: Vec<FilmMention>) -> FilmScope {
        let films = match (self.default, self.question.films) {
            (Some(default), _) => vec![default],
            (None, films) => films.unwrap_or_default().to_vec(),
        };
        let has_none = films.is_empty() && self.question.films.is_some();
        FilmScope {
            films,
            is_another: has_none || self.best(elsewhere).is_some(),
            ..FilmScope::default()
        }
    }

    /// Returns the likeliest of the names that the question may hold.
    fn best(&self, mentions: Vec<FilmMention>) -> Option<FilmMention> {
        let of_chosen = |mention: &FilmMention| {
            let mut films = mention.films.iter();
            let chosen = self.question.film;
            chosen.is_none_or(|chosen| films.any(|&(film, _)| film == chosen))
        };
        let meant = mentions
            .into_iter()
            .filter(|mention| of_chosen(mention) && self.is_meant(mention));
        meant.max_by(|a, b| {
            let kind = |mention: &FilmMention| mention.films.iter().map(|&(_, kind)| kind).min();
            score(a)
                .total_cmp(&score(b))
                .then(a.words.len().cmp(&b.words.len()))
                .then(kind(b).cmp(&kind(a)))
                .then(b.words.start.cmp(&a.words.start))
        })
    }

    /// Returns whether a name is meant, and is no mere word of the question.
    fn is_meant(&self, mention: &FilmMention) -> bool {
        let is_default = self.default.is_some_and(|default| {
            let mut films = mention.films.iter();
            films.any(|&(film, _)| film == default)
        });
        let overrules = self.default.is_some() && !is_default;
        if overrules && (is_doubtful(mention, self.names) || self.is_in_longer_name(mention)) {
            return false;
        }
        if self.is_marked(mention) || self.follows(mention, AFTER_FILM) {
            return true;
        }
        if overrules && mention.information > TELLING {
            return mention.words.len() > 1 || !self.refers(mention);
        }
        if !overrules && said(mention) > TELLING {
            return true;
        }
        let has_content = self
            .inside(mention)
            .any(|word| !matches!(word.kind, WordKind::Stop | WordKind::Filler));
        if !has_content && mention.n_words == 1 {
            return false;
        }
        self.follows(mention, AFTER_MAKERS)
            || (!overrules && !self.refers(mention) && self.may_be_a_title(mention))
    }

    /// Returns whether the way in which a name is written shows that it is one.
    fn is_marked(&self, mention: &FilmMention) -> bool {
        let bytes = self.bytes(&mention.words);
        let text = self.question.text;
        let before = text
            .get(..bytes.start)
            .unwrap_or_default()
            .chars()
            .next_back();
        let after = text.get(bytes.end..).unwrap_or_default().chars().next();
        let is_quote = |sign: Option<char>| sign.is_some_and(|sign| QUOTES.contains(&sign));
        let has_capital = self.inside(mention).any(|word| word.is_name);
        let rest = self.names.iter().enumerate();
        let mut rest = rest.filter(|(at, _)| !mention.words.contains(at));
        let is_alone = rest.all(|(_, word)| {
            ARTICLES.contains(&word.word.as_str()) || leftover::year(word).is_some()
        });
        (is_quote(before) && is_quote(after))
            || has_capital
            || is_alone
            || leftover::has_its_year(self.names, mention, self.guides)
    }

    /// Returns whether the word before a name, articles apart, is one of these.
    fn follows(&self, mention: &FilmMention, before: &[&str]) -> bool {
        let start = self.bytes(&mention.words).start;
        let words = self.words.iter().rev();
        let mut words = words.filter(|word| word.range.end <= start);
        let last = words.find(|word| !ARTICLES.contains(&word.word.as_str()));
        last.is_some_and(|word| before.contains(&word.word.as_str()))
    }

    /// Returns whether the word before a name may belong to it, so that it is another film's: "The Last Otter".
    fn is_in_longer_name(&self, mention: &FilmMention) -> bool {
        let name = self.bytes(&mention.words);
        let before = self.words.iter().rev();
        let mut before = before.filter(|word| word.range.end <= name.start);
        let is_article = |word: &QueryWord| ARTICLES.contains(&word.word.as_str());
        let Some(word) = before.by_ref().find(|word| !is_article(word)) else {
            return false;
        };
        if word.kind == WordKind::Number {
            return leftover::number_before(self.names, mention);
        }
        let text = self.question.text.get(word.range.clone());
        let is_owner = text.is_some_and(|text| text.ends_with("'s") || text.ends_with("’s"));
        let begins_with_it = word.kind == WordKind::Content;
        if BEGINNINGS.contains(&word.word.as_str()) {
            return !before.next().is_some_and(is_article);
        }
        if is_owner || NOT_OF_NAMES.contains(&word.word.as_str()) {
            return false;
        }
        word.is_name || (begins_with_it && before.next().is_some_and(is_article))
    }

    /// Returns whether an everyday word stands where a title may stand: after "of", or first of all.
    fn may_be_a_title(&self, mention: &FilmMention) -> bool {
        let starts = self.names[..mention.words.start]
            .iter()
            .all(|word| ARTICLES.contains(&word.word.as_str()));
        let is_number = self
            .inside(mention)
            .all(|word| word.kind == WordKind::Number);
        let before = match is_number {
            true => BEFORE_NUMBERS,
            false => BEFORE_TITLES,
        };
        starts || self.follows(mention, before)
    }

    /// Returns whether the question says "it" or "this film" beside a name.
    fn refers(&self, mention: &FilmMention) -> bool {
        let name = self.bytes(&mention.words);
        let mut beside = self
            .words
            .iter()
            .filter(|word| word.range.end <= name.start || word.range.start >= name.end);
        beside.any(|word| REFERENCES.contains(&word.word.as_str()))
    }

    /// Returns the words of the question that are a name.
    fn inside(&self, mention: &FilmMention) -> impl Iterator<Item = &QueryWord> {
        let name = self.bytes(&mention.words);
        let words = self.words.iter();
        words.filter(move |word| name.start <= word.range.start && word.range.end <= name.end)
    }

    /// Returns the bytes of the question that some of its words stand in.
    fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        let words = self.names.get(words.clone()).unwrap_or_default();
        let (first, last) = (words.first(), words.last());
        first.map_or(0, |first| first.range.start)..last.map_or(0, |last| last.range.end)
    }

    /// Returns the chosen film, or those that a name is the fullest name of.
    fn fullest(&self, mention: &FilmMention) -> Vec<FilmIndex> {
        match self.question.film {
            Some(chosen) => vec![chosen],
            None => fullest(&mention.films),
        }
    }

    /// Returns the films whose note shares words with the question and the bytes of these, or all where none does.
    fn noted(&self, films: Vec<FilmIndex>) -> (Vec<FilmIndex>, Vec<Range<usize>>) {
        let mut said = Vec::new();
        let mut noted = films.clone();
        noted.retain(|film| {
            let guide = film.of(self.guides);
            let note = guide.and_then(|guide| guide.film.note.as_deref());
            let note = names::words(note.unwrap_or_default());
            let tells = |word: &&NameWord| {
                let mut same = note.iter().filter(|other| other.word == word.word);
                same.any(|word| stop_words::kind(&word.word) == WordKind::Content)
                    && !search::asks_for_facts(&word.word)
            };
            let before = said.len();
            said.extend(
                self.names
                    .iter()
                    .filter(tells)
                    .map(|word| word.range.clone()),
            );
            said.len() > before
        });
        match noted.len() {
            n if n > 0 && films.len() > 1 => (noted, said),
            _ => (films, Vec::new()),
        }
    }

    /// Returns the one of these films that was chosen, that of the place, or all; `None` where another was chosen.
    fn chosen_of(&self, films: Vec<FilmIndex>) -> Option<Vec<FilmIndex>> {
        match (self.question.film, self.default) {
            (Some(chosen), _) => films.contains(&chosen).then(|| vec![chosen]),
            (None, Some(default)) if films.contains(&default) => Some(vec![default]),
            _ => (!films.is_empty()).then_some(films),
        }
    }
}

/// Returns how much a name says: common words in a row are a phrase of their own.
fn said(mention: &FilmMention) -> f32 {
    mention.information + PHRASE * mention.n_words.saturating_sub(1) as f32
}

/// Returns how much speaks for a name, beside others in the same question.
fn score(mention: &FilmMention) -> f32 {
    let n_edits = mention.n_edits.min(4) as f32;
    said(mention) - EDIT * n_edits - CORRECTED_ENGLISH * mention.corrected_english
}

/// Returns whether a name was corrected so much that another film may be meant.
fn is_doubtful(mention: &FilmMention, names: &[NameWord]) -> bool {
    let words = names.get(mention.words.clone()).unwrap_or_default();
    let n_letters: usize = words.iter().map(|word| word.word.chars().count()).sum();
    let is_one_word = mention.n_words == 1 && mention.n_edits > 0;
    let changes_english = mention.corrected_english > 0.0
        && mention.information - mention.corrected_english < TELLING;
    let is_subtitle = mention
        .films
        .iter()
        .all(|(_, kind)| *kind == FormKind::Subtitle);
    (is_subtitle && mention.information < SUBTITLE)
        || (is_one_word && (n_letters < SURE_LETTERS || mention.n_edits > 1))
        || changes_english
}

/// Returns the film that a text surely names, where it names just one of `films`, or of all.
pub fn named_film(
    guides: &[Guide],
    index: &Index,
    text: &str,
    films: Option<&[FilmIndex]>,
) -> Option<FilmIndex> {
    let mut words = search::look_up(index, &text::analyze(text));
    let question = ScopedQuestion {
        text,
        films,
        ..ScopedQuestion::default()
    };
    let scope = which_film(guides, index, &question, &mut words);
    only(&scope.films).filter(|_| scope.is_named && !scope.is_doubtful)
}

/// Returns the film where it is but one.
pub(super) fn only(films: &[FilmIndex]) -> Option<FilmIndex> {
    match films {
        [film] => Some(*film),
        _ => None,
    }
}
