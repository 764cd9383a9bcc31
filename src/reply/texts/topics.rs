//! The words about topics: what people ask about any film, and what a guide has of it.

use super::counted;

/// Says what to do about topics that a guide does not cover.
pub const HOW_TO_COVER: &str =
    "An entry or a fact for each will do; `frontrow topics` lists how people ask.";
/// Said of a guide whose topics leave nothing to say.
pub const NOTHING_TO_SAY: &str =
    "All that people commonly ask about is covered, and every entry names its topics.";
/// Heads the entries that claim topics without naming them.
pub const CLAIMED: &str = "Topics that entries claim without naming them:";
/// Says how to change what an entry claims.
pub const HOW_TO_CHANGE: &str =
    "In an entry `topic = \"…\"` names another topic, `topic = \"none\"` names none.";
/// Stands beside topics that an entry claims as a fact.
pub const AS_FACT: &str = "as the fact that it is";
/// Stands beside topics that an entry names.
pub const BY_KEY: &str = "by its key `topic`";
/// Stands beside topics that an entry claims by its title.
pub const BY_TITLE: &str = "by its title";
/// Stands beside topics that an entry claims by its question or its phrasings.
pub const BY_PHRASING: &str = "by its phrasings";

/// Lists the common topics that a guide does not cover.
pub fn also_asked(topics: &[&str]) -> String {
    format!("People also ask about: {}.", topics.join(", "))
}

/// Lists the common topics that guides do not cover, each with how many do not.
pub fn also_asked_of(n_guides: usize, topics: &[(&str, usize)]) -> String {
    let counted = topics.iter().map(|(topic, n)| format!("{topic} ({n})"));
    let counted: Vec<String> = counted.collect();
    format!(
        "People also ask about, with how many of the {n_guides} guides leave it out: {}.",
        counted.join(", ")
    )
}

/// Heads a list of guides, each with the common topics that it does not cover.
pub const ALSO_ASKED: &str = "People also ask about:";

/// Says how many entries claim topics without naming them, and how to see which.
pub fn claims(n_entries: usize) -> String {
    let claim = if n_entries == 1 { "claims" } else { "claim" };
    format!(
        "{} {claim} topics without naming them: see `frontrow check --topics`.",
        counted(n_entries, "entry")
    )
}

/// Lists the topics that a guide does not cover, without the common ones.
pub fn not_covered(topics: &[&str]) -> String {
    format!("Not covered: {}", topics.join(", "))
}

/// Says where the answer to a fact is filled in.
pub fn fill_in(key: &str) -> String {
    format!("fill in `{key}`")
}

/// Names the topic by which an entry was found, and what it adds to the score.
pub fn found_by(topic: &str, reason: &str, points: f32) -> String {
    format!("topic: {topic}, {reason}, adds {points:.2} to the score")
}

/// Says that a question is about a topic that the guide does not cover.
pub fn off_topic(topic: &str) -> String {
    format!("It is nearest to the topic {topic}, which no entry claims.")
}
