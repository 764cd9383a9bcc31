//! The film itself: its names, its year, what is known about it.

use std::fmt;

use super::Facts;

/// A film: how people name it and what is known about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Film {
    /// The title as it is printed.
    pub title: String,
    /// The year of release; tells remakes apart.
    pub year: Option<u16>,
    /// Other names that people use.
    pub also: Vec<String>,
    /// The facts that are known about the film: each fact becomes an entry `facts/…`.
    pub facts: Facts,
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
    /// Returns the title with the year where it is known: `Red Rocket (2021)`.
    pub fn label(&self) -> String {
        match self.year {
            Some(year) => format!("{} ({year})", self.title),
            None => self.title.clone(),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
