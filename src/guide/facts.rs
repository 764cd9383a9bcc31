//! The facts that can be known of any film: one table, a row for each fact.
//!
//! The keys of `[film]`, their description for editors, the guide to fill in, ids and headings and the credits on pages
//! all follow from these rows. A new fact is a row here, a topic of the same id in `search/topics/facts.toml`, and its
//! sentence in `reply::texts::facts`.

use super::EntryId;

/// The id of the program's own section that holds the facts.
pub const FACTS_SECTION: &str = "facts";

/// The facts by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    Composer,
    Editor,
    Producers,
    Country,
    Language,
    BasedOn,
    FilmingLocations,
    Genre,
}

/// The kind of value that the key of a fact holds in a guide file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// Names, one or a list.
    Names,
    /// Parts of a sentence, one or a list.
    Parts,
    /// A list of actors, with their roles where they are known.
    Cast,
    /// A whole number of minutes.
    Minutes,
    /// One text.
    Text,
}

/// A row of the table: all that sets one fact apart from the others.
#[derive(Debug)]
pub struct Fact {
    /// The fact.
    pub kind: FactKind,
    /// The key in `[film]`.
    pub key: &'static str,
    /// The fact's own part of its id: `release-date` in `facts/release-date`.
    pub id: &'static str,
    /// The heading people read.
    pub title: &'static str,
    /// The kind of value that the key holds.
    pub value: ValueKind,
    /// True if the names are those of people, whom a question may name besides what it asks.
    pub names_people: bool,
    /// The value to write, as editors show it beside the key.
    pub description: &'static str,
    /// An example of a value, as a guide file has it.
    pub example: &'static str,
}

/// Every fact in the order in which they are shown, which is that of [`FactKind`].
pub static FACTS: &[Fact] = &[
    Fact {
        kind: FactKind::Director,
        key: "director",
        id: "director",
        title: "Director",
        value: ValueKind::Names,
        names_people: true,
        description: "Names of the directors.",
        example: r#"["Name"]"#,
    },
    Fact {
        kind: FactKind::Writers,
        key: "writers",
        id: "writers",
        title: "Writers",
        value: ValueKind::Names,
        names_people: true,
        description: "Names of the writers.",
        example: r#"["Name", "Another Name"]"#,
    },
    Fact {
        kind: FactKind::Cast,
        key: "cast",
        id: "cast",
        title: "Cast",
        value: ValueKind::Cast,
        names_people: true,
        description: "Who plays whom.",
        example: r#"[
    { actor = "Name of the actor", role = "Name of the role" },
]"#,
    },
    Fact {
        kind: FactKind::ReleaseDate,
        key: "released",
        id: "release-date",
        title: "Release Date",
        value: ValueKind::Parts,
        names_people: false,
        description: "When and where it came out, as parts of a sentence: \"in cinemas from 10 December 2021\".",
        example: r#"["in cinemas from 10 December 2021"]"#,
    },
    Fact {
        kind: FactKind::Runtime,
        key: "runtime_minutes",
        id: "runtime",
        title: "Runtime",
        value: ValueKind::Minutes,
        names_people: false,
        description: "The running time in minutes.",
        example: "130",
    },
    Fact {
        kind: FactKind::Rating,
        key: "rating",
        id: "rating",
        title: "Rating",
        value: ValueKind::Text,
        names_people: false,
        description: "The age rating and its reasons.",
        example: r#""R, for strong language""#,
    },
    Fact {
        kind: FactKind::Cinematographer,
        key: "cinematographer",
        id: "cinematographer",
        title: "Cinematographer",
        value: ValueKind::Names,
        names_people: true,
        description: "Names of the cinematographers.",
        example: r#"["Name"]"#,
    },
    Fact {
        kind: FactKind::Distributor,
        key: "distributor",
        id: "distributor",
        title: "Distributor",
        value: ValueKind::Names,
        names_people: false,
        description: "Names of the distributors.",
        example: r#"["Name"]"#,
    },
    Fact {
        kind: FactKind::Budget,
        key: "budget",
        id: "budget",
        title: "Budget",
        value: ValueKind::Text,
        names_people: false,
        description: "What it cost, with the currency.",
        example: r#""1.1 million US dollars""#,
    },
    Fact {
        kind: FactKind::Gross,
        key: "gross",
        id: "gross",
        title: "Box Office Gross",
        value: ValueKind::Text,
        names_people: false,
        description: "What it earned in cinemas, with the currency.",
        example: r#""2.3 million US dollars""#,
    },
    Fact {
        kind: FactKind::Awards,
        key: "awards",
        id: "awards",
        title: "Awards",
        value: ValueKind::Parts,
        names_people: false,
        description: "The awards it won, one each.",
        example: r#"["best actor at a festival"]"#,
    },
    Fact {
        kind: FactKind::Composer,
        key: "composer",
        id: "composer",
        title: "Composer",
        value: ValueKind::Names,
        names_people: true,
        description: "Names of those who wrote the music.",
        example: r#"["Name"]"#,
    },
    Fact {
        kind: FactKind::Editor,
        key: "editor",
        id: "editor",
        title: "Editor",
        value: ValueKind::Names,
        names_people: true,
        description: "Names of the editors.",
        example: r#"["Name"]"#,
    },
    Fact {
        kind: FactKind::Producers,
        key: "producers",
        id: "producers",
        title: "Producers",
        value: ValueKind::Names,
        names_people: true,
        description: "Names of the producers.",
        example: r#"["Name", "Another Name"]"#,
    },
    Fact {
        kind: FactKind::Country,
        key: "country",
        id: "country",
        title: "Country",
        value: ValueKind::Names,
        names_people: false,
        description: "The countries it comes from.",
        example: r#"["United States"]"#,
    },
    Fact {
        kind: FactKind::Language,
        key: "language",
        id: "language",
        title: "Language",
        value: ValueKind::Names,
        names_people: false,
        description: "The languages that are spoken in it.",
        example: r#"["English"]"#,
    },
    Fact {
        kind: FactKind::BasedOn,
        key: "based_on",
        id: "based-on",
        title: "Based On",
        value: ValueKind::Text,
        names_people: false,
        description: "What it is based on: \"the novel Title by Name\", \"an original screenplay\".",
        example: r#""the novel Title by Name""#,
    },
    Fact {
        kind: FactKind::FilmingLocations,
        key: "filming_locations",
        id: "filming-locations",
        title: "Filming Locations",
        value: ValueKind::Parts,
        names_people: false,
        description: "Where it was filmed, one place each.",
        example: r#"["Texas City, Texas"]"#,
    },
    Fact {
        kind: FactKind::Genre,
        key: "genre",
        id: "genre",
        title: "Genre",
        value: ValueKind::Parts,
        names_people: false,
        description: "The genres, in lower case.",
        example: r#"["comedy", "drama"]"#,
    },
];

impl FactKind {
    /// Returns the fact's row.
    pub fn row(self) -> &'static Fact {
        &FACTS[self as usize]
    }

    /// Returns the id of the fact's entry: `facts/release-date`.
    pub fn entry_id(self) -> EntryId {
        EntryId::opaque(&format!("{FACTS_SECTION}/{}", self.row().id))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::FACTS;

    #[test]
    fn rows_stand_in_the_order_of_their_kinds() {
        for (at, fact) in FACTS.iter().enumerate() {
            assert_eq!(fact.kind as usize, at, "{:?}", fact.kind);
        }
    }

    #[test]
    fn keys_and_ids_are_of_one_fact_only() {
        for texts in [
            FACTS.iter().map(|fact| fact.key).collect::<Vec<_>>(),
            FACTS.iter().map(|fact| fact.id).collect(),
        ] {
            let distinct: BTreeSet<&str> = texts.iter().copied().collect();
            assert_eq!(distinct.len(), texts.len());
        }
    }
}
