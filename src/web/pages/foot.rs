//! The end of a film's pages.

use crate::guide::Guide;
use crate::reply::texts::web as texts;

/// The end of a film's pages.
pub(crate) struct PageFoot {
    /// The day the guide was last read through: as a machine and as people read it.
    pub(crate) reviewed: Option<(String, String)>,
    /// The source of the facts: the address, and the host as its name.
    pub(crate) source: Option<(String, String)>,
}

impl PageFoot {
    /// Returns the end of a film's pages.
    pub(crate) fn of(guide: &Guide) -> Self {
        let film = &guide.film;
        Self {
            reviewed: film
                .reviewed
                .map(|date| (date.to_string(), texts::reviewed(date))),
            source: film
                .source
                .as_ref()
                .map(|source| (source.clone(), host(source).to_owned())),
        }
    }
}

fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}
