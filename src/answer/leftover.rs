//! The meaning of a number or a year beside a film's name: one of several films, or one that has no guide.

use std::ops::Range;
use std::sync::Arc;

use crate::guide::{FilmIndex, Guide};
use crate::search::FilmMention;
use crate::text::name_forms::{ARTICLES, FormKind};
use crate::text::names::NameWord;

/// The words beside a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Leftover {
    /// Nothing that tells films apart.
    None,
    /// The year of these films, or the number 1, and the bytes that it stands in.
    Of(Vec<FilmIndex>, Range<usize>),
    /// A year next to that of the film, as people remember it.
    NearYear(Range<usize>),
    /// The number of a sequel or the year of a remake.
    Another,
}

/// Years of films; the first were shown in 1888.
const YEARS: std::ops::RangeInclusive<u32> = 1888..=2100;
/// No series has more films that people number.
const MAX_SEQUEL: u32 = 30;
/// People are wrong by so much about the year of a film that was shown at festivals first.
const NEAR: u32 = 1;
/// Words between a name and the year after it.
const BEFORE_YEAR: &[&str] = &["from", "of"];
/// Words between a year and the name after it.
const AFTER_YEAR: &[&str] = &["film", "movie", "remake", "version"];
/// Signs that part a name from what follows.
const SEPARATORS: &[char] = &['?', '!', ',', ';', '\n'];
/// Words after numbers that count something.
const COUNTED: &[&str] = &[
    "actors",
    "awards",
    "characters",
    "children",
    "days",
    "endings",
    "films",
    "hour",
    "hours",
    "hrs",
    "kids",
    "leads",
    "men",
    "million",
    "min",
    "mins",
    "minute",
    "minutes",
    "months",
    "more",
    "movies",
    "of",
    "oscars",
    "out",
    "people",
    "scenes",
    "songs",
    "stars",
    "th",
    "things",
    "thumbs",
    "times",
    "versions",
    "weeks",
    "women",
    "years",
];

/// Returns what stands beside a name in a text.
pub(super) fn leftover(
    text: &str,
    names: &[NameWord],
    mention: &FilmMention,
    guides: &[Arc<Guide>],
) -> Leftover {
    let outside = names.iter().enumerate();
    let mut outside = outside.filter(|(at, _)| !mention.words.contains(at));
    let known = outside.find_map(|(_, word)| {
        let films = of_year(mention, guides, year(word)?);
        (!films.is_empty()).then(|| Leftover::Of(films, word.range.clone()))
    });
    known
        .or_else(|| other_year(names, mention, guides))
        .or_else(|| sequel(text, names, mention, guides))
        .unwrap_or(Leftover::None)
}

/// Returns the films that a name is the fullest name of.
pub(super) fn fullest(films: &[(FilmIndex, FormKind)]) -> Vec<FilmIndex> {
    let best = films.iter().map(|&(_, kind)| kind).min();
    let best = films.iter().filter(|&&(_, kind)| Some(kind) == best);
    best.map(|&(film, _)| film).collect()
}

/// Returns whether the year of one of its films stands beside a name.
pub(super) fn has_its_year(
    names: &[NameWord],
    mention: &FilmMention,
    guides: &[Arc<Guide>],
) -> bool {
    let year = year_beside(names, mention).and_then(year);
    year.is_some_and(|year| !of_year(mention, guides, year).is_empty())
}

/// Returns whether a number that is no year stands right before a name: "52 Otters".
pub(super) fn number_before(names: &[NameWord], mention: &FilmMention) -> bool {
    let before = names.get(..mention.words.start).and_then(<[_]>::last);
    before.is_some_and(|word| word.number.is_some() && year(word).is_none())
}

/// Returns the year that a word is.
pub(super) fn year(word: &NameWord) -> Option<u32> {
    word.number.filter(|number| YEARS.contains(number))
}

/// Returns the films of a name that came out in a year.
fn of_year(mention: &FilmMention, guides: &[Arc<Guide>], year: u32) -> Vec<FilmIndex> {
    let films = mention.films.iter().copied();
    let of_year: Vec<_> = films
        .filter(|&(film, _)| year_of(guides, film) == Some(year))
        .collect();
    fullest(&of_year)
}

fn year_of(guides: &[Arc<Guide>], film: FilmIndex) -> Option<u32> {
    film.of(guides)?.film.year.map(u32::from)
}

/// Judges a year beside a name that none of its films has.
fn other_year(
    names: &[NameWord],
    mention: &FilmMention,
    guides: &[Arc<Guide>],
) -> Option<Leftover> {
    let word = year_beside(names, mention)?;
    let said = year(word)?;
    let films = mention.films.iter();
    let mut years = films
        .filter_map(|&(film, _)| year_of(guides, film))
        .peekable();
    years.peek()?;
    Some(match years.any(|year| year.abs_diff(said) <= NEAR) {
        true => Leftover::NearYear(word.range.clone()),
        false => Leftover::Another,
    })
}

/// Returns the year that stands right before or after a name.
fn year_beside<'a>(names: &'a [NameWord], mention: &FilmMention) -> Option<&'a NameWord> {
    let after = names.get(mention.words.end..)?;
    let before = names.get(..mention.words.start)?.iter().rev();
    let is = |word: &NameWord, list: &[&str]| list.contains(&word.word.as_str());
    let after = match after {
        [between, year, ..] if is(between, BEFORE_YEAR) => Some(year),
        _ => after.first(),
    };
    let mut before = before.skip_while(|word| is(word, AFTER_YEAR) || is(word, ARTICLES));
    after
        .filter(|word| year(word).is_some())
        .or_else(|| before.next().filter(|word| year(word).is_some()))
}

/// Judges a number after a name.
fn sequel(
    text: &str,
    names: &[NameWord],
    mention: &FilmMention,
    guides: &[Arc<Guide>],
) -> Option<Leftover> {
    let last = names.get(mention.words.clone())?.last()?;
    let word = names.get(mention.words.end)?;
    let number = word.number.filter(|&number| number <= MAX_SEQUEL)?;
    let between = text.get(last.range.end..word.range.start)?;
    let between = between.trim_start_matches(|sign| ends_title(sign, mention, guides));
    let next = names.get(mention.words.end + 1);
    let counts = next.is_some_and(|next| {
        COUNTED.contains(&next.word.as_str()) || next.number.is_some_and(|_| year(next).is_none())
    });
    if last.is_possessive || counts || between.contains(SEPARATORS) {
        return None;
    }
    Some(match number {
        1 => Leftover::Of(fullest(&mention.films), word.range.clone()),
        _ => Leftover::Another,
    })
}

/// Returns whether the title of one of the films ends with a sign, which then parts nothing.
fn ends_title(sign: char, mention: &FilmMention, guides: &[Arc<Guide>]) -> bool {
    let mut films = mention.films.iter();
    films.any(|&(film, _)| {
        let guide = film.of(guides);
        guide.is_some_and(|guide| guide.film.title.ends_with(sign))
    })
}
