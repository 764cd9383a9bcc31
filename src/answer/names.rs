//! "who is Strawberry", "bree elrod", "is simon rex in it": a name from the facts and nothing else.

use super::analyze::Analysis;
use super::cast::{NamedMember, matching, members};
use crate::guide::{FACTS, FactKind, Film};
use crate::search::QueryWord;
use crate::text::WordKind;

/// The person whom a question names that asks for nothing else.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum NamedPeople {
    /// Actors, as members of the cast.
    Actors(Vec<usize>),
    /// Roles, as members of the cast.
    Roles(Vec<usize>),
    /// People whom a fact names.
    Of(FactKind),
}

/// Words that ask for nothing beside a name.
const BESIDE_NAMES: &[&str] = &[
    "actor",
    "actress",
    "appear",
    "appears",
    "cast",
    "character",
    "featured",
    "film",
    "guy",
    "movie",
    "name",
    "person",
    "role",
    "star",
    "starring",
    "stars",
];
/// The information of a word that is a name even alone; "Simon" may be anybody.
const TELLING_NAME: f32 = 0.9;

/// Returns whom a question names, where it says nothing else.
pub(super) fn named_people(film: &Film, analysis: &Analysis) -> Option<NamedPeople> {
    let words = &analysis.query.words;
    let named: Vec<NamedMember> = film
        .facts
        .cast()
        .iter()
        .map(|member| NamedMember::of(words, member))
        .collect();
    let in_cast = members(&named);
    let words_of = |at: &usize| named.get(*at).into_iter().flat_map(NamedMember::words);
    let name: Vec<usize> = in_cast.iter().flat_map(words_of).copied().collect();
    if is_all(words, &name) {
        let are_actors = in_cast.iter().all(|&at| {
            named
                .get(at)
                .is_some_and(|named| is_named(words, &named.actor))
        });
        return Some(if are_actors {
            NamedPeople::Actors(in_cast)
        } else {
            NamedPeople::Roles(in_cast)
        });
    }
    let facts = FACTS.iter().filter(|fact| fact.names_people);
    let mut facts = facts
        .map(|fact| fact.kind)
        .filter(|&kind| kind != FactKind::Cast);
    let is_of = |kind: &FactKind| {
        let names = film.facts.names(*kind).iter();
        let mut names = names.map(|name| matching(words, name));
        names.any(|name| is_named(words, &name) && is_all(words, &name))
    };
    facts.find(is_of).map(NamedPeople::Of)
}

/// Returns whether words name somebody: two of them, or a telling one.
fn is_named(words: &[QueryWord], name: &[usize]) -> bool {
    let is_telling = |&at: &usize| {
        words
            .get(at)
            .is_some_and(|word| word.information >= TELLING_NAME)
    };
    name.len() > 1 || name.iter().any(is_telling)
}

/// Returns whether a question is a name and nothing else that tells.
fn is_all(words: &[QueryWord], name: &[usize]) -> bool {
    let tells = |(at, word): (usize, &QueryWord)| {
        let asks = match word.kind {
            WordKind::Content | WordKind::Number => true,
            WordKind::Question => word.word != "who",
            WordKind::Stop | WordKind::Filler => false,
        };
        asks && !name.contains(&at) && !BESIDE_NAMES.contains(&word.word.as_str())
    };
    !name.is_empty() && !words.iter().enumerate().any(tells)
}
