//! What a button carries: everything that is needed once it is pressed, so that nothing is remembered in between.
//!
//! Written as `1:kind:…`; the number is the version of the form. Buttons of another version are answered politely.

use std::fmt;

use super::key::{EntryKey, Key};

/// The version of the form.
const VERSION: &str = "1";
/// What stands between the parts.
const BETWEEN: char = ':';

/// What happens when a button is pressed or a choice of a menu is made. Askers are Discord's user ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// The answer was to something else: other entries are offered.
    NotThis {
        /// Who asked.
        asker: u64,
        /// What may have been meant, best first.
        others: Vec<EntryKey>,
    },
    /// This entry was meant.
    Choose {
        /// Who asked.
        asker: u64,
        /// What was meant.
        entry: EntryKey,
        /// What was offered beside it.
        others: Vec<EntryKey>,
    },
    /// Nothing that was offered was meant.
    NoneOfThese {
        /// Who asked.
        asker: u64,
        /// The film it was about, where that is clear.
        film: Option<Key>,
    },
    /// The message is to be taken away.
    Remove {
        /// Who asked.
        asker: u64,
    },
    /// A hidden text is to be shown.
    Reveal(EntryKey),
    /// An entry is to be shown.
    Entry(EntryKey),
    /// A page of a section is to be shown.
    Section {
        /// Who opened it for everybody to see; 0 where only its reader sees it.
        asker: u64,
        /// The film.
        film: Key,
        /// The section.
        section: Key,
        /// The page, from 0.
        page: usize,
    },
    /// A page of a film's contents is to be shown, or of the films where none is named.
    Browse {
        /// The film.
        film: Option<Key>,
        /// The page, from 0.
        page: usize,
    },
    /// A page of a film's questions is to be shown, or of the films where none is named.
    Questions {
        /// The film.
        film: Option<Key>,
        /// The page, from 0.
        page: usize,
    },
}

impl State {
    /// Reads what a button carried; `None` for what no button of this version carries.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(BETWEEN);
        if parts.next() != Some(VERSION) {
            return None;
        }
        let kind = parts.next()?;
        let parts: Vec<&str> = parts.collect();
        let entry = |text: &str| EntryKey::parse(text);
        Some(match (kind, &parts[..]) {
            ("not", [asker, others]) => Self::NotThis {
                asker: number(asker)?,
                others: entries(others)?,
            },
            ("choose", [asker, one, others]) => Self::Choose {
                asker: number(asker)?,
                entry: entry(one)?,
                others: entries(others)?,
            },
            ("none", [asker, film]) => Self::NoneOfThese {
                asker: number(asker)?,
                film: film_key(film)?,
            },
            ("remove", [asker]) => Self::Remove {
                asker: number(asker)?,
            },
            ("reveal", [one]) => Self::Reveal(entry(one)?),
            ("entry", [one]) => Self::Entry(entry(one)?),
            ("section", [asker, film, section, page]) => Self::Section {
                asker: number(asker)?,
                film: Key::parse(film)?,
                section: Key::parse(section)?,
                page: number(page)?,
            },
            ("browse", [film, page]) => Self::Browse {
                film: film_key(film)?,
                page: number(page)?,
            },
            ("questions", [film, page]) => Self::Questions {
                film: film_key(film)?,
                page: number(page)?,
            },
            _ => return None,
        })
    }
}

fn number<N: std::str::FromStr>(text: &str) -> Option<N> {
    text.parse().ok()
}

fn entries(text: &str) -> Option<Vec<EntryKey>> {
    let keys = text.split(',').filter(|key| !key.is_empty());
    keys.map(EntryKey::parse).collect()
}

/// Reads a film's key; nothing at all stands for no film.
fn film_key(text: &str) -> Option<Option<Key>> {
    if text.is_empty() {
        return Some(None);
    }
    Key::parse(text).map(Some)
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{VERSION}{BETWEEN}")?;
        let film = |film: &Option<Key>| film.map(|key| key.to_string()).unwrap_or_default();
        match self {
            Self::NotThis { asker, others } => write!(f, "not:{asker}:{}", list(others)),
            Self::Choose {
                asker,
                entry,
                others,
            } => write!(f, "choose:{asker}:{entry}:{}", list(others)),
            Self::NoneOfThese { asker, film: key } => write!(f, "none:{asker}:{}", film(key)),
            Self::Remove { asker } => write!(f, "remove:{asker}"),
            Self::Reveal(entry) => write!(f, "reveal:{entry}"),
            Self::Entry(entry) => write!(f, "entry:{entry}"),
            Self::Section {
                asker,
                film,
                section,
                page,
            } => write!(f, "section:{asker}:{film}:{section}:{page}"),
            Self::Browse { film: key, page } => write!(f, "browse:{}:{page}", film(key)),
            Self::Questions { film: key, page } => write!(f, "questions:{}:{page}", film(key)),
        }
    }
}

fn list(keys: &[EntryKey]) -> String {
    let keys: Vec<String> = keys.iter().map(EntryKey::to_string).collect();
    keys.join(",")
}

#[cfg(test)]
mod tests {
    use super::State;
    use crate::conversation::key::{EntryKey, Key};
    use crate::guide::{EntryId, FilmId};
    use crate::reply::limits::CUSTOM_ID;

    #[test]
    fn states_are_read_back_and_always_fit() {
        let film = FilmId::parse("film-".repeat(40).trim_end_matches('-')).expect("an id");
        let id = EntryId::opaque(&format!("{}/{}", "s".repeat(200), "e".repeat(200)));
        let entry = EntryKey::of(&film, &id);
        let (film, others, asker) = (Key::of("film"), vec![entry; 3], u64::MAX);
        let page = 9_999;
        let states = [
            State::NotThis {
                asker,
                others: others.clone(),
            },
            State::NotThis {
                asker,
                others: Vec::new(),
            },
            State::Choose {
                asker,
                entry,
                others: vec![entry; 2],
            },
            State::NoneOfThese {
                asker,
                film: Some(film),
            },
            State::NoneOfThese { asker, film: None },
            State::Remove { asker },
            State::Reveal(entry),
            State::Entry(entry),
            State::Section {
                asker,
                film,
                section: film,
                page,
            },
            State::Browse {
                film: Some(film),
                page,
            },
            State::Questions { film: None, page },
        ];
        for state in states {
            let text = state.to_string();
            assert!(text.len() <= CUSTOM_ID, "{text}");
            assert_eq!(State::parse(&text), Some(state), "{text}");
        }
    }

    #[test]
    fn what_no_button_of_this_version_carries_is_told_apart() {
        for text in [
            "",
            "1",
            "1:",
            "0:remove:5",
            "2:remove:5",
            "1:remove",
            "1:remove:x",
            "1:remove:5:6",
            "1:choose:5::",
            "1:reveal:short",
            "1:dance:5",
            "remove",
            "1:section:1:a:b:0",
            "é:reveal:x",
        ] {
            assert_eq!(State::parse(text), None, "{text:?}");
        }
    }
}
