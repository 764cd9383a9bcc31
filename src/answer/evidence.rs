//! Weighs the evidence for and against the best entry: the numbers that the confidence is made from.

use super::other_title::OtherTitle;
use super::references::REFERENCES;
use crate::guide::FilmIndex;
use crate::search::{Index, Match, Query, QueryWord, Ranking, Scored, WordMatch};
use crate::text::WordKind;

/// The evidence for and against the best entry of a ranking.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Evidence {
    /// 1 where the guide is a film's: much of what is said on its server is about other films or none.
    pub film: f32,
    /// Words shared with the best phrasing, 0 to 1.
    pub words: f32,
    /// Cosine to the centroid of all phrasings' embeddings, 0 to 1.
    pub centroid: f32,
    /// The score as a share of what a perfect match has, 0 to 1.
    pub score: f32,
    /// The meaning of the nearest sentence of the text, 0 to 1.
    pub sentence: f32,
    /// The share of the question's information that stands anywhere in the entry, 0 to 1.
    pub told: f32,
    /// The share of it that stands in the text alone, 0 to 1.
    pub told_text: f32,
    /// The degree to which the question is about a topic that the entry claims, 0 to 1.
    pub topic: f32,
    /// The nearness of the question to a topic that guides seldom tell and this one does not cover, 0 to 1; less where
    /// other topics are nearer.
    pub off_topic: f32,
    /// The same, times the nearness once more: only what is asked in nearly those words is surely off topic.
    pub off_topic_words: f32,
    /// The nearness of the question to talk on a server, 0 to 1; less where other topics are nearer.
    pub talk: f32,
    /// The information left unexplained where the entry is found by its topic, at most 2.
    pub unexplained_by_topic: f32,
    /// The information that the question carries, at most 4.
    pub information: f32,
    /// The degree to which the entry is known by its phrasings, 0 for a bare title to 1 for many, a FAQ or a fact.
    pub phrased: f32,
    /// The share of what the question says that the entry explains, 0 to 1.
    pub explained: f32,
    /// The information that the entry leaves unexplained, at most 3: 1 is a rare word.
    pub unexplained: f32,
    /// The information of the words that the entry has exactly, at most 2.
    pub exact_information: f32,
    /// The information left unexplained where the entry is a fact, at most 2. The words that people use in asking for a
    /// fact is known; what else they say is another film or person.
    pub unexplained_by_fact: f32,
    /// The information of the most telling word that no guide knows, counted half as much again with a capital
    /// inside a sentence. Where the question nowhere says "it", "this film" or the title, such a word stands
    /// where the film should; where it does, only capitals count, and by half. 0 to 1.5; films only.
    pub unknown_name: f32,
    /// The degree to which the question names a well-known work that is none of ours, 0 to 1; half where it says "it"
    /// or "this film" as well.
    pub other_title: f32,
    /// The information left unexplained where the question names somebody who made the film or is in it, at most 2: the
    /// name says little about what is asked.
    pub unexplained_beside_name: f32,
    /// 1 where somebody is spoken to, as people on a server speak to each other: "how did you get home".
    pub to_somebody: f32,
}

/// The least information of a word with a capital inside a sentence: it is a name, however common the word.
const NAME: f32 = 0.8;

/// The film that a question refers to, as far as it is known beside its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct FilmReference<'a> {
    /// The index that the ranking is from.
    pub(super) index: &'a Index,
    /// True if the best entry belongs to a film's guide.
    pub(super) is_film: bool,
    /// True if the question names the film.
    pub(super) names_film: bool,
    /// The title of a well-known work in the question that is none of ours.
    pub(super) other_title: Option<&'a OtherTitle>,
}

/// Weighs the best entry of a ranking.
pub(super) fn weigh(
    query: &Query,
    ranking: &Ranking,
    matches: &[WordMatch],
    about: FilmReference<'_>,
) -> Evidence {
    let Some(best) = ranking.entries.first() else {
        return Evidence::default();
    };
    let mut evidence = of_best(query, ranking, best);
    let (mut total, mut explained) = (0.0, 0.0);
    for found in matches {
        let word = &query.words[found.word];
        let information = information(word);
        let unexplained = information * (1.0 - found.explained);
        total += information;
        explained += information * found.explained;
        if word.kind != WordKind::Content {
            continue;
        }
        if found.how == Match::Phrasing {
            evidence.exact_information += information * found.explained;
        }
        if best.is_fact() {
            evidence.unexplained_by_fact += unexplained;
        } else {
            evidence.unexplained_by_topic += unexplained * best.features.whole.topic.lead;
        }
    }
    evidence.explained = if total > 0.0 { explained / total } else { 0.0 };
    evidence.unexplained = (total - explained).min(3.0);
    evidence.exact_information = evidence.exact_information.min(2.0);
    evidence.unexplained_by_topic = evidence.unexplained_by_topic.min(2.0);
    evidence.unexplained_by_fact = evidence.unexplained_by_fact.min(2.0);
    if let Some(film) = best.film().filter(|_| about.is_film) {
        weigh_in_film(&mut evidence, query, matches, film, about);
    }
    evidence
}

/// Weighs whether the question is about the film of the best entry at all, or about another film or somebody here.
fn weigh_in_film(
    evidence: &mut Evidence,
    query: &Query,
    matches: &[WordMatch],
    film: FilmIndex,
    about: FilmReference<'_>,
) {
    let is_person = |word: &QueryWord| {
        word.term
            .is_some_and(|term| about.index.is_person(film, term))
    };
    let names_person = query.words.iter().any(is_person);
    let is_reference = |word: &QueryWord| REFERENCES.contains(&word.word.as_str());
    let refers = about.names_film || query.words.iter().any(is_reference);
    evidence.film = 1.0;
    for found in matches {
        let word = &query.words[found.word];
        if is_unknown_year(word) {
            evidence.unknown_name = UNKNOWN_YEAR;
        }
        if word.kind != WordKind::Content {
            continue;
        }
        let unexplained = information(word) * (1.0 - found.explained);
        if names_person && !is_person(word) {
            evidence.unexplained_beside_name += unexplained;
        }
        if !word.is_in_guides {
            evidence.unknown_name = evidence
                .unknown_name
                .max(unknown_name_weight(word, refers) * unexplained);
        }
    }
    evidence.unexplained_beside_name = evidence.unexplained_beside_name.min(2.0);
    if speaks_to_somebody(query) {
        evidence.to_somebody = 1.0;
    }
    evidence.other_title = about
        .other_title
        .map_or(0.0, |title| other_title(query, matches, title));
}

/// Returns what is known without a look at single words.
fn of_best(query: &Query, ranking: &Ranking, best: &Scored) -> Evidence {
    Evidence {
        words: best.features.words,
        centroid: best.features.whole.centroid,
        score: best.share(),
        sentence: best.features.sentence.meaning,
        told: best.features.whole.told,
        told_text: best.features.whole.told_text,
        topic: best.features.whole.topic.strength,
        off_topic: ranking.off_topic.lead * ranking.off_topic.best,
        off_topic_words: ranking.off_topic.lead * ranking.off_topic.best * ranking.off_topic.best,
        talk: ranking.talk.lead * ranking.talk.best,
        information: query.information.min(4.0),
        phrased: best.phrased(),
        ..Evidence::default()
    }
}

/// Returns how much a title in a question is that of another work: less where the best entry tells of it.
fn other_title(query: &Query, matches: &[WordMatch], title: &OtherTitle) -> f32 {
    let within = matches.iter().filter(|found| {
        let range = &query.words[found.word].range;
        title.range.start <= range.start && range.end <= title.range.end
    });
    let explained: Vec<f32> = within.map(|found| found.explained).collect();
    let n_words = explained.len().max(1) as f32;
    let told = explained.iter().sum::<f32>() / n_words;
    title.strength * (1.0 - told)
}

/// Words for the one who is spoken to.
const YOU: &[&str] = &["u", "ur", "you", "your", "yours", "yourself"];
/// Words before "you" in what is asked of anybody who knows: "can you tell me", "what do you think" ...
const BEFORE_YOU: &[&str] = &["can", "could", "would"];
/// ... and after it.
const AFTER_YOU: &[&str] = &[
    "explain",
    "guys",
    "know",
    "recommend",
    "say",
    "see",
    "tell",
    "think",
];

/// Returns whether a question speaks to somebody, and is not only a polite one.
fn speaks_to_somebody(query: &Query) -> bool {
    let word = |at: usize| query.words.get(at).map_or("", |word| word.word.as_str());
    (0..query.words.len()).any(|at| {
        let before = at.checked_sub(1).map_or("", word);
        YOU.contains(&word(at))
            && !BEFORE_YOU.contains(&before)
            && !AFTER_YOU.contains(&word(at + 1))
    })
}

/// Returns whether a word is a year that no guide knows: the question is about another film, or a remake.
fn is_unknown_year(word: &QueryWord) -> bool {
    let year = word.word.parse().unwrap_or(0);
    word.kind == WordKind::Number && !word.is_in_guides && (1900..2100).contains(&year)
}

/// The weight of such a year as an unknown name: as much as the most telling name.
const UNKNOWN_YEAR: f32 = 1.5;

/// Returns how much a word that no guide knows stands where the film should stand.
fn unknown_name_weight(word: &QueryWord, refers: bool) -> f32 {
    match (refers, word.is_name) {
        (true, false) => 0.0,
        (true, true) => 0.5,
        (false, false) => 1.0,
        (false, true) => 1.5,
    }
}

/// Returns how much a word says, 0.005 to 1.
fn information(word: &QueryWord) -> f32 {
    if word.is_name {
        word.information.max(NAME)
    } else {
        word.information
    }
}
