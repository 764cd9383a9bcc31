//! "Who plays Lonnie", "who does Simon Rex play": answered with that member of the cast, not the whole list.

use super::Considered;
use crate::guide::{CastMember, FACTS_SECTION, FactKind, Film};
use crate::search::{Query, QueryWord};
use crate::text::{self, WordKind};

/// What a question about the cast asks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum CastQuestion {
    /// Of these members, as indices into the film's cast.
    Of(Vec<usize>),
    /// Of a role or an actor that the film does not have.
    OfNobody,
}

/// Words that make a question one about who plays whom. Folded.
const PLAYING: &[&str] = &[
    "play",
    "plays",
    "played",
    "playing",
    "portray",
    "portrays",
    "portrayed",
    "portraying",
    "voice",
    "voices",
    "voiced",
];
/// Words that do so beside a member of the cast.
const ACTING: &[&str] = &[
    "actor",
    "actress",
    "role",
    "character",
    "cast",
    "part",
    "stars",
    "starring",
    "acted",
];
/// How a role can be asked for without its name.
const ROLES: &[&str] = &[
    "lead",
    "main",
    "character",
    "characters",
    "protagonist",
    "hero",
    "star",
    "role",
    "roles",
    "part",
    "parts",
    "guy",
    "girl",
    "woman",
    "man",
    "wife",
    "husband",
    "mother",
    "father",
    "son",
    "daughter",
    "villain",
    "everyone",
    "everybody",
    "actor",
    "actress",
    "actors",
    "person",
    "name",
    "cast",
    "whom",
    "title",
    "supporting",
    "female",
    "male",
    "lady",
    "boy",
    "kid",
];
/// How much a question about a member may say besides: it is another question when it says more.
const MAX_BESIDES: f32 = 0.5;

/// Returns what a question asks of the cast, or `None` where it is about something else.
pub(super) fn cast_question(film: &Film, considered: &Considered) -> Option<CastQuestion> {
    let query = &considered.query;
    let has = |words: &[&str]| {
        query
            .words
            .iter()
            .any(|word| words.contains(&word.word.as_str()))
    };
    let asks_who = has(&["who", "whom", "whos"]);
    let plays = has(PLAYING);
    if film.facts.cast.is_empty() || !(plays || has(ACTING)) {
        return None;
    }
    let named: Vec<Named> = film
        .facts
        .cast
        .iter()
        .map(|member| Named::of(query, member))
        .collect();
    let members: Vec<usize> = members(&named);
    let asked = query
        .words
        .iter()
        .position(|word| word.kind == WordKind::Question)
        .unwrap_or(0);
    let rest = query.words.iter().enumerate().skip(asked);
    let besides: f32 = rest.map(|(at, word)| besides(&named, at, word)).sum();
    if !members.is_empty() {
        return (besides <= MAX_BESIDES).then_some(CastQuestion::Of(members));
    }
    (asks_who && plays && besides > MAX_BESIDES).then_some(CastQuestion::OfNobody)
}

/// The words of a question that name one member of the cast.
struct Named {
    words: Vec<usize>,
    /// How many words of the actor's or the role's name they are, whichever is more.
    n_matched: usize,
}

impl Named {
    fn of(query: &Query, member: &CastMember) -> Self {
        let (actor, role) = (
            matching(query, &member.actor),
            matching(query, &member.role),
        );
        let n_matched = actor.len().max(role.len());
        Self {
            words: actor.into_iter().chain(role).collect(),
            n_matched,
        }
    }
}

fn matching(query: &Query, name: &str) -> Vec<usize> {
    let name = text::analyze(name);
    let is_named = |word: &QueryWord| name.iter().any(|token| token.word == word.word);
    (0..query.words.len())
        .filter(|&at| is_named(&query.words[at]))
        .collect()
}

/// Returns the members that the question names: all that share no word of it with one named more fully.
fn members(named: &[Named]) -> Vec<usize> {
    let fuller = |one: &Named| {
        named.iter().any(|other| {
            other.n_matched > one.n_matched
                && one.words.iter().any(|word| other.words.contains(word))
        })
    };
    (0..named.len())
        .filter(|&at| named[at].n_matched > 0 && !fuller(&named[at]))
        .collect()
}

/// Returns what a word says besides asking who plays whom.
fn besides(named: &[Named], at: usize, word: &QueryWord) -> f32 {
    let word_is = |words: &[&str]| words.contains(&word.word.as_str());
    let is_name = named.iter().any(|named| named.words.contains(&at));
    if is_name || word_is(PLAYING) || word_is(ACTING) || word_is(ROLES) {
        return 0.0;
    }
    if word.is_name || matches!(word.kind, WordKind::Content | WordKind::Number) {
        word.information.max(if word.is_name { 1.0 } else { 0.0 })
    } else {
        0.0
    }
}

/// The id of the entry that holds the cast.
pub(super) fn cast_entry() -> String {
    format!("{FACTS_SECTION}/{}", FactKind::Cast.name())
}
