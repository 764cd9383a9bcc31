//! "Who plays Lonnie", "who does Simon Rex play": answered with that member of the cast, not the whole list.

use super::analyze::Analysis;
use crate::guide::{CastMember, Film};
use crate::search::QueryWord;
use crate::text::{self, WordKind};

/// The members of the cast that a question asks for.
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
/// Words that do so beside the name of a role: "the actor of Lonnie".
const ACTOR: &[&str] = &["actor", "actors", "actress"];
/// Words that do so beside the name of an actor: "which role has Simon Rex".
const ROLE: &[&str] = &["role", "part", "character"];
/// Words by which a role is asked for without its name.
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
/// The largest information that a question about a member may carry besides: with more it is another question.
const MAX_EXTRA_INFORMATION: f32 = 0.5;

/// Returns what a question asks of the cast, or `None` where it is about something else.
pub(super) fn cast_question(film: &Film, analysis: &Analysis) -> Option<CastQuestion> {
    let words = &analysis.query.words;
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.word.as_str()));
    let (plays, actor, role) = (
        has(PLAYING),
        has(ACTOR),
        has(ROLE) && has(&["what", "which"]),
    );
    if film.facts.cast().is_empty() || !(plays || actor || role) {
        return None;
    }
    let named: Vec<NamedMember> = film
        .facts
        .cast()
        .iter()
        .map(|member| NamedMember::of(words, member))
        .collect();
    let asked = words
        .iter()
        .position(|word| word.kind == WordKind::Question)
        .unwrap_or(0);
    let rest = words.iter().enumerate().skip(asked);
    let extra_information: f32 = rest
        .map(|(at, word)| extra_information(&named, at, word))
        .sum();
    let members = members(&named);
    if members.is_empty() {
        let asks_who = has(&["who", "whom"]);
        return (asks_who && plays && extra_information > MAX_EXTRA_INFORMATION)
            .then_some(CastQuestion::OfNobody);
    }
    let asks = plays
        || (actor && members.iter().any(|&at| !named[at].role.is_empty()))
        || (role && members.iter().any(|&at| !named[at].actor.is_empty()));
    (asks && extra_information <= MAX_EXTRA_INFORMATION).then_some(CastQuestion::Of(members))
}

/// The words of a question that name one member of the cast, as indices.
pub(super) struct NamedMember {
    pub(super) actor: Vec<usize>,
    pub(super) role: Vec<usize>,
}

impl NamedMember {
    pub(super) fn of(words: &[QueryWord], member: &CastMember) -> Self {
        Self {
            actor: matching(words, &member.actor),
            role: member
                .role
                .as_deref()
                .map_or_else(Vec::new, |role| matching(words, role)),
        }
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &usize> {
        self.actor.iter().chain(&self.role)
    }

    /// Returns the number of words that are the actor's or the role's name, whichever is more.
    fn n_matched(&self) -> usize {
        self.actor.len().max(self.role.len())
    }
}

/// Returns the words of a question that stand in a name; "the" alone is no name of "The Pilot".
pub(super) fn matching(words: &[QueryWord], name: &str) -> Vec<usize> {
    let name = text::analyze(name);
    let is_named = |word: &QueryWord| {
        let mut same = name.iter().filter(|token| token.word == word.word);
        same.any(|token| token.kind != WordKind::Stop)
    };
    (0..words.len())
        .filter(|&at| is_named(&words[at]))
        .collect()
}

/// Returns the members that the question names: all that share no word of it with one named more fully.
pub(super) fn members(named: &[NamedMember]) -> Vec<usize> {
    let is_fuller = |other: &NamedMember, one: &NamedMember| {
        other.n_matched() > one.n_matched()
            && one
                .words()
                .any(|word| other.words().any(|same| same == word))
    };
    let is_named =
        |one: &NamedMember| one.n_matched() > 0 && !named.iter().any(|other| is_fuller(other, one));
    (0..named.len())
        .filter(|&at| is_named(&named[at]))
        .collect()
}

/// Returns what a word says besides asking who plays whom.
fn extra_information(named: &[NamedMember], at: usize, word: &QueryWord) -> f32 {
    let word_is = |words: &[&str]| words.contains(&word.word.as_str());
    let is_name = named
        .iter()
        .any(|named| named.words().any(|word| *word == at));
    if is_name || word_is(PLAYING) || word_is(ACTOR) || word_is(ROLES) {
        return 0.0;
    }
    if word.is_name || matches!(word.kind, WordKind::Content | WordKind::Number) {
        word.information.max(if word.is_name { 1.0 } else { 0.0 })
    } else {
        0.0
    }
}
