//! Lists of films as libraries of guides: a title, a year and a director on each line, tab-separated.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use frontrow::answer::{Decision, ScopedQuestion};
use frontrow::guide::{FactKind, FactValue, Facts, Film, FilmId, FilmIndex, Guide};
use frontrow::library::Library;
use frontrow::text::name_forms;
use frontrow::text::names::words;

use super::name_variants::hash;

/// A film of a list.
#[derive(Clone, Debug)]
pub(crate) struct ListedFilm {
    pub(crate) title: String,
    pub(crate) year: u16,
    pub(crate) director: String,
    /// True if it has a guide.
    pub(crate) is_here: bool,
}

/// The decision on a question about one film.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Answered with this film; or asked which, where several may be called so.
    Right,
    /// It is among what is offered, but only it may be called so.
    AskedBack,
    /// No answer, or an offer without the film.
    Silent,
    /// Answered with another film.
    Wrong,
}

impl ListedFilm {
    /// Reads a list.
    pub(crate) fn read(path: &Path) -> Vec<Self> {
        let list = fs::read_to_string(path).expect("a list of films");
        let lines = list.lines().filter(|line| !line.starts_with('#'));
        let film = |line: &str| {
            let mut parts = line.split('\t').map(str::to_owned);
            Some(Self {
                title: parts.next()?,
                year: parts.next()?.parse().ok()?,
                director: parts.next()?,
                is_here: parts.next().as_deref() != Some("absent"),
            })
        };
        lines.filter_map(film).collect()
    }

    /// Returns the number of the film's series: films that differ in what follows a number or a colon, and remakes,
    /// have the same.
    pub(crate) fn series(&self) -> u64 {
        let head = self.title.split(": ").next().unwrap_or_default();
        let words = words(head).into_iter();
        let words = words.filter(|word| !["a", "an", "the"].contains(&word.word.as_str()));
        let mut series = String::new();
        for word in words {
            if word.number.is_some() && !series.is_empty() {
                break;
            }
            series += &word.word;
        }
        hash(&series)
    }

    fn guide(&self, place: usize) -> Guide {
        let film = Film {
            title: self.title.clone(),
            year: Some(self.year),
            facts: self.facts(),
            ..Film::default()
        };
        let id = FilmId::parse(&format!("film-{place:05}")).expect("an id");
        Guide::new(id, film, Vec::new(), Vec::new(), Vec::new())
    }

    fn facts(&self) -> Facts {
        let list = |text: &str| FactValue::List(vec![text.to_owned()]);
        let minutes = 60 + (hash(&self.title) % 120) as u32;
        let facts = [
            (FactKind::Director, list(&self.director)),
            (FactKind::ReleaseDate, list(&format!("in {}", self.year))),
            (FactKind::Runtime, FactValue::Minutes(minutes)),
        ];
        facts.into_iter().collect()
    }
}

/// The names of a list that several films have.
pub(crate) struct Namesakes {
    /// The number of films that may be called so.
    forms: HashMap<String, usize>,
    /// The films whose whole title it is.
    titles: HashMap<String, HashSet<String>>,
}

impl Namesakes {
    pub(crate) fn of(films: &[ListedFilm]) -> Self {
        let (mut forms, mut titles) = (HashMap::new(), HashMap::<_, HashSet<_>>::new());
        for film in films.iter().filter(|film| film.is_here) {
            for form in name_forms::forms(&film.title) {
                *forms.entry(form.words.join(" ")).or_default() += 1;
            }
            let whole = titles.entry(spelling(&film.title)).or_default();
            whole.insert(film.title.clone());
        }
        Self { forms, titles }
    }

    /// Returns whether several films may be called so: then it is right to ask which.
    pub(crate) fn is_shared(&self, name: &str) -> bool {
        self.forms.get(&spelling(name)).is_some_and(|n| *n > 1)
    }

    /// Returns whether it is the whole title of another film, which then is meant.
    pub(crate) fn is_another(&self, name: &str, film: &ListedFilm) -> bool {
        let films = self.titles.get(&spelling(name));
        films.is_some_and(|titles| !titles.contains(&film.title))
    }
}

/// Returns a name in the spelling in which names are compared.
fn spelling(name: &str) -> String {
    let words = words(name).into_iter().map(|word| word.word);
    words.collect::<Vec<_>>().join(" ")
}

/// Builds the library of a list; the films that are here come first, so that a film's place in it is its index.
pub(crate) fn library(films: &[ListedFilm]) -> Library {
    let here = (0..).zip(films).filter(|(_, film)| film.is_here);
    let guides = here.map(|(place, film)| film.guide(place));
    Library::build(guides.collect(), &[])
}

/// Asks about the film in this place; `None` for a film that is not there.
pub(crate) fn ask(library: &Library, text: &str, place: Option<usize>) -> Outcome {
    let film = place.map(FilmIndex::new);
    let answer = library.ask(&ScopedQuestion {
        text,
        ..ScopedQuestion::default()
    });
    let has_film = answer.hits.iter().any(|hit| Some(hit.film) == film);
    match answer.decision {
        Decision::Confident if has_film => Outcome::Right,
        Decision::Confident => Outcome::Wrong,
        Decision::Suggest if has_film => Outcome::AskedBack,
        Decision::Suggest | Decision::Unknown => Outcome::Silent,
    }
}
