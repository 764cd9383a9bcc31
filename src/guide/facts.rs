//! The eleven facts: for every film alike, their ids, titles and sentences.
//!
//! A field that is empty is no entry.

use super::{Entry, EntryId, EntryKind, FACTS_SECTION, Film, Spoiler};
use crate::markup;

/// Which fact of a film.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the fact it is named after")]
pub enum FactKind {
    Director,
    Writers,
    Cast,
    ReleaseDate,
    Runtime,
    Rating,
    Cinematographer,
    Distributor,
    Budget,
    Gross,
    Awards,
}

/// Every fact in the order in which they are shown.
pub const FACTS: [FactKind; 11] = [
    FactKind::Director,
    FactKind::Writers,
    FactKind::Cast,
    FactKind::ReleaseDate,
    FactKind::Runtime,
    FactKind::Rating,
    FactKind::Cinematographer,
    FactKind::Distributor,
    FactKind::Budget,
    FactKind::Gross,
    FactKind::Awards,
];

impl FactKind {
    /// Returns the fact's own part of its id: `release-date` in `facts/release-date`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Director => "director",
            Self::Writers => "writers",
            Self::Cast => "cast",
            Self::ReleaseDate => "release-date",
            Self::Runtime => "runtime",
            Self::Rating => "rating",
            Self::Cinematographer => "cinematographer",
            Self::Distributor => "distributor",
            Self::Budget => "budget",
            Self::Gross => "gross",
            Self::Awards => "awards",
        }
    }

    /// Returns the fact's heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Director => "Director",
            Self::Writers => "Writers",
            Self::Cast => "Cast",
            Self::ReleaseDate => "Release Date",
            Self::Runtime => "Runtime",
            Self::Rating => "Rating",
            Self::Cinematographer => "Cinematographer",
            Self::Distributor => "Distributor",
            Self::Budget => "Budget",
            Self::Gross => "Box Office Gross",
            Self::Awards => "Awards",
        }
    }

    /// Returns the sentence that answers with this fact, or `None` where its field is empty.
    fn sentence(self, film: &Film) -> Option<String> {
        let (title, facts) = (&film.title, &film.facts);
        let named = |names: &[String], verb: &str| {
            (!names.is_empty()).then(|| format!("{title} was {verb} {}.", list(names)))
        };
        match self {
            Self::Director => named(&facts.director, "directed by"),
            Self::Writers => named(&facts.writers, "written by"),
            Self::Cinematographer => named(&facts.cinematographer, "shot by"),
            Self::Distributor => named(&facts.distributor, "released by"),
            Self::Cast => (!facts.cast.is_empty()).then(|| {
                let lines: Vec<String> = facts
                    .cast
                    .iter()
                    .map(|member| format!("- {} as {}", member.actor, member.role))
                    .collect();
                format!("Who plays whom in {title}:\n\n{}", lines.join("\n"))
            }),
            Self::ReleaseDate => (!facts.released.is_empty())
                .then(|| format!("{title}: {}.", facts.released.join("; "))),
            Self::Runtime => facts
                .runtime_minutes
                .map(|minutes| format!("{title} runs for {minutes} minutes{}.", hours(minutes))),
            Self::Rating => facts
                .rating
                .as_ref()
                .map(|rating| format!("{title} is rated {rating}.")),
            Self::Budget => facts
                .budget
                .as_ref()
                .map(|budget| format!("{title} was made for about {budget}.")),
            Self::Gross => facts
                .gross
                .as_ref()
                .map(|gross| format!("{title} earned about {gross} in cinemas.")),
            Self::Awards => (!facts.awards.is_empty()).then(|| {
                let lines: Vec<String> = facts
                    .awards
                    .iter()
                    .map(|award| format!("- {award}"))
                    .collect();
                format!("Awards and honours of {title}:\n\n{}", lines.join("\n"))
            }),
        }
    }
}

/// Returns the facts that are filled in, as entries.
pub(super) fn fact_entries(film: &Film) -> Vec<Entry> {
    FACTS
        .into_iter()
        .filter_map(|kind| {
            Some(Entry {
                id: EntryId::opaque(&format!("{FACTS_SECTION}/{}", kind.name())),
                also_id: Vec::new(),
                title: kind.title().to_owned(),
                ask: Vec::new(),
                spoiler: Spoiler::None,
                text: markup::parse(&kind.sentence(film)?),
                kind: EntryKind::Fact(kind),
            })
        })
        .collect()
}

fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Returns ", 2 hours and 10 minutes" for films of an hour or more.
fn hours(minutes: u32) -> String {
    let plural = |n: u32, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    match (minutes / 60, minutes % 60) {
        (0, _) => String::new(),
        (hours, 0) => format!(", {}", plural(hours, "hour")),
        (hours, rest) => format!(", {} and {}", plural(hours, "hour"), plural(rest, "minute")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::CastMember;

    fn film() -> Film {
        let mut film = Film {
            title: "The Tin Orchard".to_owned(),
            ..Film::default()
        };
        film.facts.director = vec!["Ada Voss".to_owned(), "Ben Ito".to_owned()];
        film.facts.runtime_minutes = Some(121);
        film.facts.cast = vec![CastMember {
            actor: "Mia Roth".to_owned(),
            role: "Jun".to_owned(),
        }];
        film
    }

    #[test]
    fn only_fields_that_are_filled_in_become_entries() {
        let entries = fact_entries(&film());
        let ids: Vec<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids, ["facts/director", "facts/cast", "facts/runtime"]);
    }

    #[test]
    fn facts_are_told_in_sentences() {
        let texts: Vec<String> = fact_entries(&film())
            .into_iter()
            .map(|entry| entry.text.source().to_owned())
            .collect();
        assert_eq!(
            texts[0],
            "The Tin Orchard was directed by Ada Voss and Ben Ito."
        );
        assert_eq!(
            texts[1],
            "Who plays whom in The Tin Orchard:\n\n- Mia Roth as Jun"
        );
        assert_eq!(
            texts[2],
            "The Tin Orchard runs for 121 minutes, 2 hours and 1 minute."
        );
    }
}
