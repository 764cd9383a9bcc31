//! The film itself: its names, its year, its facts.

use std::fmt;

/// A film: how people name it and what is known about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Film {
    /// The title as it is printed.
    pub title: String,
    /// The year of release; tells remakes apart.
    pub year: Option<u16>,
    /// Other names that people use.
    pub also: Vec<String>,
    /// What is known about the film; an empty field is no entry.
    pub facts: Facts,
    /// Where the facts come from, an `https` link.
    pub source: Option<String>,
    /// When somebody last read the guide through.
    pub reviewed: Option<Date>,
}

/// The facts of a film. Each field that is filled in becomes an entry `facts/…`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Names of the directors.
    pub director: Vec<String>,
    /// Names of the writers.
    pub writers: Vec<String>,
    /// Who plays whom.
    pub cast: Vec<CastMember>,
    /// When and where it came out, as parts of a sentence.
    pub released: Vec<String>,
    /// The running time in minutes.
    pub runtime_minutes: Option<u32>,
    /// The age rating and its reasons.
    pub rating: Option<String>,
    /// Names of the cinematographers.
    pub cinematographer: Vec<String>,
    /// Names of the distributors.
    pub distributor: Vec<String>,
    /// What it cost, with the currency.
    pub budget: Option<String>,
    /// What it earned in cinemas, with the currency.
    pub gross: Option<String>,
    /// The awards it won, one each.
    pub awards: Vec<String>,
}

/// An actor and the role they play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CastMember {
    /// The actor's name.
    pub actor: String,
    /// The role's name.
    pub role: String,
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
