//! Guesses how much a text gives away, by its titles and its words; somebody who saw the film must look at it.

use crate::guide::Spoiler;

/// Words of titles above texts that tell the whole story.
const ENDING_TITLES: [&str; 30] = [
    "plot summary",
    "full plot",
    "plot",
    "story",
    "ending",
    "end",
    "endings",
    "finale",
    "climax",
    "twist",
    "twists",
    "reveal",
    "explained",
    "death",
    "deaths",
    "killer",
    "murderer",
    "fate",
    "last scene",
    "final scene",
    "spoiler",
    "spoilers",
    "theory",
    "theories",
    "unanswered",
    "resolution",
    "epilogue",
    "dies",
    "act three",
    "open questions",
];
/// Words of titles above texts about the first part of the story and its people.
const MILD_TITLES: [&str; 23] = [
    "synopsis",
    "premise",
    "character",
    "characters",
    "motif",
    "motifs",
    "symbol",
    "symbols",
    "symbolism",
    "analysis",
    "interpretation",
    "interpretations",
    "meaning",
    "relationship",
    "relationships",
    "antagonist",
    "villain",
    "hero",
    "protagonist",
    "roles",
    "arc",
    "story",
    "plot",
];
/// Words of an entry's own title that say that it stops before the story does.
const FIRST_PART_TITLES: [&str; 9] = [
    "synopsis",
    "premise",
    "set up",
    "setup",
    "setting",
    "opening",
    "beginning",
    "act one",
    "spoiler free",
];
/// Titles of texts about the world outside the story: there an "ending" is most likely a word of a critic.
const OUTSIDE_TITLES: [&str; 26] = [
    "reception",
    "critics",
    "critical",
    "reviews",
    "box office",
    "awards",
    "accolades",
    "production",
    "filming",
    "release",
    "music",
    "soundtrack",
    "casting",
    "development",
    "marketing",
    "budget",
    "impact",
    "influence",
    "audience",
    "audiences",
    "legacy",
    "background",
    "behind the scenes",
    "cinematography",
    "conclusion",
    "introduction",
];
/// Words that tell how it ends, wherever they stand in a text about the story.
const ENDING_WORDS: [&str; 40] = [
    "dies",
    "died in",
    "is killed",
    "are killed",
    "kills",
    "killed by",
    "murders",
    "murdered",
    "murderer",
    "is dead",
    "his death",
    "her death",
    "their death",
    "commits suicide",
    "turns out",
    "is revealed",
    "reveals that",
    "reveals himself",
    "reveals herself",
    "in the end",
    "at the end",
    "the ending",
    "final scene",
    "final shot",
    "last scene",
    "last shot",
    "final act",
    "the twist",
    "the finale",
    "the climax",
    "is the killer",
    "escapes with",
    "drowns",
    "sacrifices",
    "it was all",
    "finally learns",
    "finally admits",
    "is arrested",
    "are arrested",
    "is found dead",
];
/// Of those, the ones that say too much even in a text about the making of the film.
const ALWAYS: [&str; 12] = [
    "dies",
    "is killed",
    "are killed",
    "his death",
    "her death",
    "murderer",
    "turns out",
    "is the killer",
    "drowns",
    "commits suicide",
    "is found dead",
    "the twist",
];

/// A guess at how much a text gives away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SpoilerGuess {
    /// The level.
    pub(super) level: Spoiler,
    /// The words that it was guessed from.
    pub(super) reason: Option<String>,
}

/// Guesses the level of a text below these titles, the outermost first.
pub(super) fn guess(titles: &[&str], text: &str) -> SpoilerGuess {
    let own = words(titles.last().unwrap_or(&""));
    let titles = words(&titles.join(" . "));
    let text = words(text);
    let has = |list: &[&str], text: &str| {
        let found = list
            .iter()
            .find(|words| text.contains(&format!(" {words} ")));
        found.map(|words| (*words).to_owned())
    };
    let is_outside = has(&OUTSIDE_TITLES, &titles).is_some();
    let is_first_part =
        has(&FIRST_PART_TITLES, &own).is_some() || has(&["synopsis"], &titles).is_some();
    let of_ending = has(&ENDING_TITLES, &titles).filter(|_| !is_first_part);
    let in_text = match is_outside {
        true => has(&ALWAYS, &text),
        false => has(&ENDING_WORDS, &text),
    };
    if let Some(reason) = of_ending.or(in_text) {
        return SpoilerGuess {
            level: Spoiler::Ending,
            reason: Some(reason),
        };
    }
    match has(&MILD_TITLES, &titles) {
        Some(reason) => SpoilerGuess {
            level: Spoiler::Mild,
            reason: Some(reason),
        },
        None => SpoilerGuess::default(),
    }
}

/// Returns the words in lower case, each between spaces.
fn words(text: &str) -> String {
    let text = text.to_lowercase();
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::guide::Spoiler;

    #[test]
    fn levels_are_guessed_from_titles_and_words() {
        for (titles, text, level) in [
            (["Plot Summary", ""], "He comes home.", Spoiler::Ending),
            (["Plot Synopsis", "Setting"], "A town.", Spoiler::Mild),
            (["Plot", "Premise"], "A farm.", Spoiler::Mild),
            (["Plot", "Premise"], "She dies.", Spoiler::Ending),
            (["Story", "The Ending"], "It ends.", Spoiler::Ending),
            (["Characters", "Ann"], "A farmer.", Spoiler::Mild),
            (["Characters", "Ann"], "She dies.", Spoiler::Ending),
            (
                ["Critical Reception", ""],
                "Critics liked the ending.",
                Spoiler::None,
            ),
            (
                ["Critical Reception", ""],
                "That Ann dies was disliked.",
                Spoiler::Ending,
            ),
            (["Production", "Filming"], "It rained.", Spoiler::None),
        ] {
            assert_eq!(guess(&titles, text).level, level, "{titles:?} {text}");
        }
    }
}
