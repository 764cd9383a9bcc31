//! The eleven facts: for every film alike, their ids, titles, sentences and the ways people ask for them.
//!
//! A field that is empty is no entry, yet its phrasings still say what a question is about:
//! `search` uses them to know that nobody has the answer (see `search::elsewhere`).

use super::{Entry, EntryId, EntryKind, FACTS_SECTION, Film, Spoiler};

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
                text: kind.sentence(film)?,
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

/// Returns the ways in which people ask for a fact of any film.
pub fn fact_phrasings(kind: FactKind) -> &'static [&'static str] {
    match kind {
        FactKind::Director => &[
            "who directed it",
            "who is the director",
            "director",
            "who made this film",
            "whose film is this",
            "name of the filmmaker",
            "directed by",
            "who was behind the camera as director",
            "who helmed it",
            "what is the director's name",
            "who sat in the director's chair",
            "which filmmaker made this",
            "who is the auteur behind it",
            "may i ask who directed the picture",
            "helmer",
            "directing credit",
            "who was in charge of the direction",
        ],
        FactKind::Writers => &[
            "who wrote it",
            "who wrote the script",
            "who wrote the screenplay",
            "screenwriter",
            "writers",
            "who is the writer",
            "written by",
            "who penned the story",
            "who came up with the script",
            "screenplay by",
            "writing credits",
            "who did the writing",
            "names of the screenwriters",
            "who are the authors",
            "who authored the script",
            "who scripted it",
            "co writer",
            "who wrote the dialogue",
        ],
        FactKind::Cast => &[
            "who is in it",
            "who is in the cast",
            "cast",
            "cast list",
            "who stars in it",
            "which actors are in it",
            "who are the actors",
            "who acted in this",
            "who plays the lead",
            "name of the actor who plays the main character",
            "lead actress",
            "starring",
            "who played whom",
            "credits of the actors and their roles",
            "who appears in it",
            "leading man and leading lady",
            "which stars are in this",
            "is anyone famous in it",
        ],
        FactKind::ReleaseDate => &[
            "when did it come out",
            "when was it released",
            "release date",
            "what year is it from",
            "what year did it come out",
            "when was the premiere",
            "where did it premiere",
            "when did it premiere",
            "when did it hit theaters",
            "when was it in cinemas",
            "how old is this film",
            "release year",
            "which festival did it premiere at",
            "when did it open",
            "opening date",
            "when was it first shown",
            "on which date was it released",
            "is it new or old",
            "how recent is it",
        ],
        FactKind::Runtime => &[
            "how long is it",
            "how long is the film",
            "runtime",
            "running time",
            "length of the film",
            "how many minutes is it",
            "how many hours is it",
            "duration",
            "is it a long film",
            "is it over two hours",
            "how long does it last",
            "total length in minutes",
            "how much time do i need to watch it",
            "is it under ninety minutes",
            "is it a short film",
            "does it go on for hours",
            "feature length",
        ],
        FactKind::Rating => &[
            "what is it rated",
            "what is the age rating",
            "is it rated r",
            "mpaa rating",
            "rating",
            "certificate",
            "is it pg or r",
            "is it 18 plus",
            "why is it rated like that",
            "what is the film rated and why",
            "age classification",
            "film classification",
            "what is it classified as",
            "which certificate did it get",
            "is it rated pg 13",
            "official rating",
            "reason for the rating",
            "what did the censors give it",
        ],
        FactKind::Cinematographer => &[
            "who shot it",
            "who is the cinematographer",
            "cinematographer",
            "director of photography",
            "who was the dp",
            "who filmed it",
            "who was the cameraman",
            "who did the camera work",
            "who did the cinematography",
            "name of the cinematographer",
            "who got the cinematography credit",
            "who lensed it",
            "who was behind the lens",
            "who handled the camera",
            "who was responsible for the photography",
            "dop",
            "lensed by",
        ],
        FactKind::Distributor => &[
            "who distributed it",
            "distributor",
            "which studio released it",
            "what studio is behind it",
            "is it an a24 film",
            "who put it out",
            "what company released it",
            "which studio is it from",
            "distribution company",
            "who released it",
            "distributed by",
            "film company",
            "which company distributed the picture",
            "who brought it to cinemas",
            "who handled the release",
            "who picked it up for distribution",
            "is it from an indie or a major studio",
        ],
        FactKind::Budget => &[
            "what was the budget",
            "budget",
            "how much did it cost",
            "how much did it cost to make",
            "how expensive was it",
            "how much money was spent on making it",
            "production budget",
            "how cheap was it to make",
            "was it a low budget film",
            "what did it cost to produce",
            "production cost",
            "how big was the budget",
            "made on a shoestring",
            "how much was invested in it",
            "what were the costs",
            "price tag of the production",
            "how many dollars went into it",
        ],
        FactKind::Gross => &[
            "how much did it make",
            "how much did it gross",
            "how much money did it earn",
            "worldwide gross",
            "gross",
            "total gross in dollars",
            "how many dollars did it take in cinemas",
            "box office total",
            "how much did it make at the box office",
            "box office earnings",
            "box office receipts",
            "takings",
            "box office take",
            "how much did it bring in",
            "how much did it rake in",
            "ticket revenue",
            "lifetime gross",
            "what did it collect worldwide",
        ],
        FactKind::Awards => &[
            "what awards did it win",
            "did it win any awards",
            "awards",
            "which prizes did it win",
            "did it win an oscar",
            "any trophies",
            "did the actor win anything",
            "nominations and wins",
            "was it honoured with any award",
            "accolades",
            "what honors did it receive",
            "was it nominated for anything",
            "list of awards",
            "did it take home any prizes",
            "is it award winning",
            "best actor award",
            "who won an award for it",
            "how many awards does it have",
        ],
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
            .map(|entry| entry.text)
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
