//! The film itself: its names, its year, what is known about it.

use std::collections::BTreeMap;
use std::fmt;

use super::{FactKind, Facts};

/// A film: how people name it and what is known about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Film {
    /// The title as it is printed.
    pub title: String,
    /// The year of release; tells remakes apart.
    pub year: Option<u16>,
    /// The words that tell it from another film of the same title and year: its director or country.
    pub note: Option<String>,
    /// Other names that people use.
    pub also: Vec<String>,
    /// The facts that are known about the film: each fact becomes an entry `facts/…`.
    pub facts: Facts,
    /// Ways in which people ask for a fact of this film, beside those in which they ask for it of any.
    pub ask: BTreeMap<FactKind, Vec<String>>,
    /// The source of the facts, an `https` link.
    pub source: Option<String>,
    /// The time when somebody last read the guide through.
    pub reviewed: Option<Date>,
}

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year, four digits.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Film {
    /// Returns the title with the year and the note where they are known: `Red Rocket (2021)`.
    pub fn label(&self) -> String {
        let year = self.year.map(|year| year.to_string());
        let known: Vec<String> = year.into_iter().chain(self.note.clone()).collect();
        match known.is_empty() {
            true => self.title.clone(),
            false => format!("{} ({})", self.title, known.join(", ")),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
