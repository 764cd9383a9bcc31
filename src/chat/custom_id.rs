//! The contents of a button: everything that is needed once it is pressed, so that nothing is remembered in between.
//!
//! Written as `1:kind:…`; the number is the version of the form. Buttons of another version are answered politely.

use std::fmt;

use super::ids::UserId;
use super::key::{EntryKey, Key};

/// The version of the form.
pub(super) const VERSION: &str = "1";
/// The separator of the parts.
pub(super) const BETWEEN: char = ':';
/// Stands for nobody: Discord gives this number to no one.
const NOBODY: UserId = UserId(0);

/// The content of a button's or menu choice's custom id: what happens when it is pressed or chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CustomId {
    /// The answer was to something else: other entries are offered.
    NotThis {
        /// The person who asked.
        asker: UserId,
        /// The entries that may have been meant, best first.
        others: Vec<EntryKey>,
    },
    /// This entry was meant.
    Choose {
        /// The person who asked.
        asker: UserId,
        /// The entry that was meant.
        entry: EntryKey,
        /// The entries that were offered beside it.
        others: Vec<EntryKey>,
    },
    /// Nothing that was offered was meant.
    NoneOfThese {
        /// The person who asked.
        asker: UserId,
        /// The film it was about, where that is clear.
        film: Option<Key>,
    },
    /// The message is to be taken away.
    Remove {
        /// The person who asked.
        asker: UserId,
    },
    /// A hidden text is to be shown.
    Reveal(EntryKey),
    /// An entry is to be shown.
    Entry(EntryKey),
    /// A page of a section is to be shown.
    Section {
        /// The person who opened it for everybody to see; `None`, written as 0, where only its reader sees it.
        opener: Option<UserId>,
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
    /// A menu to open something from; its choices carry what happens.
    ListMenu,
    /// A menu of hidden texts; its choices carry what happens.
    RevealMenu,
}

impl CustomId {
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
            ("section", [opener, film, section, page]) => Self::Section {
                opener: Some(number(opener)?).filter(|opener| *opener != NOBODY),
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
            ("menu", ["list"]) => Self::ListMenu,
            ("menu", ["reveal"]) => Self::RevealMenu,
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

impl fmt::Display for CustomId {
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
                opener,
                film,
                section,
                page,
            } => {
                let opener = opener.unwrap_or(NOBODY);
                write!(f, "section:{opener}:{film}:{section}:{page}")
            }
            Self::Browse { film: key, page } => write!(f, "browse:{}:{page}", film(key)),
            Self::Questions { film: key, page } => write!(f, "questions:{}:{page}", film(key)),
            Self::ListMenu => f.write_str("menu:list"),
            Self::RevealMenu => f.write_str("menu:reveal"),
        }
    }
}

fn list(keys: &[EntryKey]) -> String {
    let keys: Vec<String> = keys.iter().map(EntryKey::to_string).collect();
    keys.join(",")
}

#[cfg(test)]
mod tests {
    use super::CustomId;
    use crate::chat::ids::UserId;
    use crate::chat::key::{EntryKey, Key};
    use crate::guide::{EntryId, FilmId};
    use crate::reply::limits::CUSTOM_ID;

    #[test]
    fn states_are_read_back_and_always_fit() {
        let film = FilmId::parse("film-".repeat(40).trim_end_matches('-')).expect("an id");
        let id = EntryId::opaque(&format!("{}/{}", "s".repeat(200), "e".repeat(200)));
        let entry = EntryKey::of(&film, &id);
        let (film, others, asker) = (Key::of("film"), vec![entry; 3], UserId(u64::MAX));
        let page = 9_999;
        let states = [
            CustomId::NotThis {
                asker,
                others: others.clone(),
            },
            CustomId::NotThis {
                asker,
                others: Vec::new(),
            },
            CustomId::Choose {
                asker,
                entry,
                others: vec![entry; 2],
            },
            CustomId::NoneOfThese {
                asker,
                film: Some(film),
            },
            CustomId::NoneOfThese { asker, film: None },
            CustomId::Remove { asker },
            CustomId::Reveal(entry),
            CustomId::Entry(entry),
            CustomId::Section {
                opener: Some(asker),
                film,
                section: film,
                page,
            },
            CustomId::Section {
                opener: None,
                film,
                section: film,
                page,
            },
            CustomId::Browse {
                film: Some(film),
                page,
            },
            CustomId::Questions { film: None, page },
            CustomId::ListMenu,
            CustomId::RevealMenu,
        ];
        for state in states {
            let text = state.to_string();
            assert!(text.len() <= CUSTOM_ID, "{text}");
            assert_eq!(CustomId::parse(&text), Some(state), "{text}");
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
            assert_eq!(CustomId::parse(text), None, "{text:?}");
        }
    }
}
