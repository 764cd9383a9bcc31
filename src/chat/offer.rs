//! The offers while somebody types the name of a section, a question or a film: best first, typos and all.
//!
//! Only titles are offered, which never give anything away.

use super::choice_value::ChoiceValue;
use super::context::ChatContext;
use super::message::MenuChoice;
use crate::answer::ScopedQuestion;
use crate::guide::{FAQ_SECTION, Film, FilmIndex, Guide};
use crate::markup::cut;
use crate::reply::{limits, texts};
use crate::text::fold::fold;
use crate::text::name_forms::joined;
use crate::text::near::{MaxEdits, n_edits};
use crate::text::{self, names};

/// Something that may be offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedPart {
    /// The film.
    pub(super) film: FilmIndex,
    /// The kind of it.
    pub(super) thing: Thing,
    /// Its id within its film.
    pub(super) id: String,
    /// Its title alone.
    pub(super) title: String,
    /// Its title with that of its section.
    pub(super) path: String,
}

/// The kind of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thing {
    Section,
    Entry,
}

/// The likeness below which a name is not offered for what was typed, 0 to 1: less than half of the words were found.
const MIN_SCORE: f64 = 0.55;
/// The confidence from which on the entry that a question leads to is offered.
const MIN_CONFIDENCE: f32 = 0.05;
/// The number of words of what is typed that are compared: menus have no longer names.
const MAX_WORDS: usize = 12;

/// Offers sections and entries; the contents in order where nothing is typed yet.
pub fn offer_sections(
    context: &ChatContext<'_>,
    film: Option<FilmIndex>,
    typed: &str,
) -> Vec<MenuChoice> {
    offer(context, film, parts(context, film), typed)
}

/// Offers questions; all in order where nothing is typed yet.
pub fn offer_questions(
    context: &ChatContext<'_>,
    film: Option<FilmIndex>,
    typed: &str,
) -> Vec<MenuChoice> {
    offer(context, film, questions(context, film), typed)
}

/// Offers films by title, year and nickname; all in order where nothing is typed yet.
pub fn offer_films(context: &ChatContext<'_>, typed: &str) -> Vec<MenuChoice> {
    let typed = name_words(typed);
    let mut scored: Vec<(f64, &Guide)> = context
        .films()
        .filter_map(|(_, guide)| {
            let best = film_names(&guide.film)
                .iter()
                .map(|name| words_likeness(&typed, name))
                .fold(0.0, f64::max);
            (typed.is_empty() || best >= MIN_SCORE).then_some((best, guide))
        })
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let choices = scored
        .into_iter()
        .take(limits::CHOICES)
        .map(|(_, guide)| MenuChoice {
            label: cut(&guide.film.label(), limits::CHOICE),
            value: cut(guide.id.as_str(), limits::CHOICE),
        });
    choices.collect()
}

/// Returns the names of a film as their words, as written and with the parts of words joined; the title has its year.
fn film_names(film: &Film) -> Vec<Vec<String>> {
    let names = std::iter::once(film.label()).chain(film.also.iter().cloned());
    let names = names.flat_map(|name| [name_words(&name), name_words(&joined(&name))]);
    let mut names: Vec<Vec<String>> = names.collect();
    names.dedup();
    names
}

/// Returns the words of a film's name.
fn name_words(typed: &str) -> Vec<String> {
    let words = names::words(typed).into_iter().map(|word| word.word);
    words.take(MAX_WORDS).collect()
}

/// Returns the guides that a name may be of.
pub(super) fn scope<'a, 'b>(
    context: &'b ChatContext<'a>,
    film: Option<FilmIndex>,
) -> impl Iterator<Item = (FilmIndex, &'a Guide)> + use<'a, 'b> {
    let film = film.or(context.film);
    let films = context.films();
    films.filter(move |(index, _)| film.is_none_or(|film| film == *index))
}

/// Returns all sections and entries, in reading order.
pub(super) fn parts(context: &ChatContext<'_>, film: Option<FilmIndex>) -> Vec<NamedPart> {
    let mut parts = Vec::new();
    for (film, guide) in scope(context, film) {
        for section in &guide.sections {
            parts.push(NamedPart {
                film,
                thing: Thing::Section,
                id: section.id.clone(),
                title: section.title.clone(),
                path: section.title.clone(),
            });
            let entries = section.entries.iter().filter(|_| !section.is_one_text());
            parts.extend(entries.map(|entry| NamedPart {
                film,
                thing: Thing::Entry,
                id: entry.id.to_string(),
                title: entry.title.clone(),
                path: texts::within(&section.title, &entry.title),
            }));
        }
    }
    parts
}

/// Returns all questions, in reading order.
pub(super) fn questions(context: &ChatContext<'_>, film: Option<FilmIndex>) -> Vec<NamedPart> {
    let of = |(film, guide): (FilmIndex, &Guide)| {
        let entries = guide
            .section(FAQ_SECTION)
            .map(|section| section.entries.clone());
        entries
            .unwrap_or_default()
            .into_iter()
            .map(move |entry| NamedPart {
                film,
                thing: Thing::Entry,
                id: entry.id.to_string(),
                path: entry.title.clone(),
                title: entry.title,
            })
    };
    scope(context, film).flat_map(of).collect()
}

/// Sorts candidates by how much they are like what was typed, then adds those that it leads to as a question.
pub(super) fn ranked(
    context: &ChatContext<'_>,
    film: Option<FilmIndex>,
    all: Vec<NamedPart>,
    typed: &str,
) -> Vec<NamedPart> {
    if typed.trim().is_empty() {
        return contents(all);
    }
    let mut ranked: Vec<NamedPart> = scored(&all, typed)
        .into_iter()
        .map(|(_, one)| one.clone())
        .take(limits::CHOICES)
        .collect();
    let question = ScopedQuestion {
        text: typed,
        film,
        place: context.film,
        films: context.films.as_deref(),
        is_addressed: true,
    };
    for hit in context.library.rank(&question) {
        let found = all
            .iter()
            .find(|one| one.film == hit.film && one.id == hit.entry.as_str());
        if let Some(one) = found
            && hit.confidence >= MIN_CONFIDENCE
            && !ranked.contains(one)
        {
            ranked.push(one.clone());
        }
    }
    ranked
}

/// Returns what is offered before anything is typed: all in order, or the sections alone where all is too much to see.
fn contents(mut all: Vec<NamedPart>) -> Vec<NamedPart> {
    let has_sections = all.iter().any(|one| one.thing == Thing::Section);
    if all.len() > limits::CHOICES && has_sections {
        all.retain(|one| one.thing == Thing::Section);
    }
    all
}

/// Returns the candidates that are like what was typed with how much they are, the most alike first.
fn scored<'a>(all: &'a [NamedPart], typed: &str) -> Vec<(f64, &'a NamedPart)> {
    let typed = words(typed);
    most_alike(all, |one| {
        let by_path = likeness(&typed, &one.path) - PATH_ONLY;
        likeness(&typed, &one.title).max(by_path)
    })
}

/// Returns the candidates whose own title is like what was typed, the most alike first.
pub(super) fn by_title<'a>(all: &'a [NamedPart], typed: &str) -> Vec<(f64, &'a NamedPart)> {
    let typed = words(typed);
    most_alike(all, |one| likeness(&typed, &one.title))
}

fn most_alike(all: &[NamedPart], likeness: impl Fn(&NamedPart) -> f64) -> Vec<(f64, &NamedPart)> {
    let mut scored: Vec<(f64, &NamedPart)> = all
        .iter()
        .map(|one| (likeness(one), one))
        .filter(|(likeness, _)| *likeness >= MIN_SCORE)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored
}

/// The cost of being found by the title of one's section rather than by one's own.
const PATH_ONLY: f64 = 0.1;

fn words(typed: &str) -> Vec<String> {
    let words = text::analyze(typed).into_iter().map(|token| token.word);
    words.take(MAX_WORDS).collect()
}

/// Returns how much of what was typed stands in a name, 0 to 1, and up to 1 more where the name begins with it.
fn likeness(typed: &[String], name: &str) -> f64 {
    words_likeness(typed, &words(name))
}

fn words_likeness(typed: &[String], name: &[String]) -> f64 {
    if typed.is_empty() || name.is_empty() {
        return 0.0;
    }
    let found = typed.iter().map(|word| {
        let best = name.iter().map(|other| word_likeness(word, other));
        best.fold(0.0, f64::max)
    });
    let share = found.sum::<f64>() / typed.len() as f64;
    let (typed, name) = (typed.join(" "), name.join(" "));
    let beginning = match name.strip_prefix(typed.as_str()) {
        Some("") => 1.0,
        Some(_) => 0.5,
        None => 0.0,
    };
    share + beginning
}

/// Returns how much a typed word is like another, 0 to 1: a beginning counts nearly as much as the whole word.
fn word_likeness(typed: &str, word: &str) -> f64 {
    if typed == word {
        return 1.0;
    }
    if word.starts_with(typed) {
        return 0.9;
    }
    let n_letters = typed.chars().count();
    let max_edits = MaxEdits::COMPLETION.of(n_letters);
    let beginning: String = word.chars().take(n_letters).collect();
    if max_edits == 0 {
        0.0
    } else if n_edits(typed, word) <= max_edits {
        0.8
    } else if n_edits(typed, &beginning) <= max_edits {
        0.7
    } else {
        0.0
    }
}

/// Returns the candidate that was offered under this label: Discord may send it in place of the value.
pub(super) fn labelled<'a>(
    context: &ChatContext<'_>,
    all: &'a [NamedPart],
    typed: &str,
) -> Option<&'a NamedPart> {
    let folded = fold(typed);
    let mut all = all.iter();
    all.find(|one| {
        let guide = context.library.guide(one.film);
        guide.is_some_and(|guide| {
            [false, true]
                .iter()
                .any(|&several| fold(&label(guide, one, several)) == folded)
        })
    })
}

fn label(guide: &Guide, one: &NamedPart, names_film: bool) -> String {
    let label = match names_film {
        true => texts::of_film(&guide.film.label(), &one.path),
        false => one.path.clone(),
    };
    cut(&label, limits::CHOICE)
}

fn offer(
    context: &ChatContext<'_>,
    film: Option<FilmIndex>,
    all: Vec<NamedPart>,
    typed: &str,
) -> Vec<MenuChoice> {
    let several = scope(context, film).nth(1).is_some();
    let ranked = ranked(context, film, all, typed);
    let choices = ranked.iter().take(limits::CHOICES).filter_map(|one| {
        let guide = context.library.guide(one.film)?;
        Some(MenuChoice {
            label: label(guide, one, several),
            value: ChoiceValue::of(guide, &one.id, several).to_string(),
        })
    });
    choices.collect()
}
