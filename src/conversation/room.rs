//! What holds for everything that is said in one place at one moment.

use super::key::Key;
use super::message::{Button, Message};
use super::state::State;
use crate::content::Library;
use crate::guide::Guide;
use crate::reply::{Settings, limits, texts};

/// What holds for everything that is said in one place at one moment.
#[derive(Clone, Copy, Debug)]
pub struct Room<'a> {
    /// The library that answers; the same for the whole question.
    pub library: &'a Library,
    /// What stays hidden, and where the pages are.
    pub settings: Settings<'a>,
    /// The film that is meant where a question names none, as an index into the guides.
    pub film: Option<usize>,
}

/// What is known about the place where something is asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place<'a> {
    /// The name of the channel or thread.
    pub name: Option<&'a str>,
    /// The name of the channel that a thread belongs to.
    pub parent: Option<&'a str>,
    /// The film that the settings name, by its id.
    pub film: Option<&'a str>,
}

impl<'a> Room<'a> {
    /// Returns the room of a place: its film is that which its name holds, else that of the settings, else the only one.
    pub fn new(library: &'a Library, settings: Settings<'a>, place: Place<'_>) -> Self {
        let film = match library.guides() {
            [_] => Some(0),
            _ => [place.name, place.parent]
                .into_iter()
                .flatten()
                .find_map(|name| library.film_named_in(name))
                .or_else(|| library.film(place.film?)),
        };
        Self {
            library,
            settings,
            film,
        }
    }

    /// Returns the guide of a film, else that of the place.
    pub(super) fn guide(&self, film: Option<usize>) -> Option<&'a Guide> {
        self.library.guides().get(film.or(self.film)?)
    }

    /// Returns the short name of a film, else of that of the place.
    pub(super) fn film_key(&self, film: Option<usize>) -> Option<Key> {
        self.guide(film).map(|guide| Key::of(guide.id.as_str()))
    }

    /// Returns where a heading leads: nowhere without pages, nor where the address is longer than Discord takes.
    pub(super) fn title_link(&self, address: &str) -> Option<String> {
        self.page(address, limits::TITLE_LINK)
    }

    /// Returns the button that opens a page, where there are pages.
    pub(super) fn page_button(&self, label: &str, address: &str) -> Option<Button> {
        let address = self.page(address, limits::LINK)?;
        Some(Button::open(label, &address))
    }

    fn page(&self, address: &str, max: usize) -> Option<String> {
        let fits = self.settings.public_url.is_some() && address.chars().count() <= max;
        fits.then(|| address.to_owned())
    }

    /// Says a line, with a way to look for oneself.
    pub(super) fn line_to_browse(&self, line: &str, film: Option<Key>) -> Message {
        let browse = State::Browse {
            film: film.or_else(|| self.film_key(None)),
            page: 0,
        };
        let button = Button::press(texts::BROWSE_SECTIONS, browse.to_string());
        Message::line(line).with_buttons(vec![button])
    }
}

/// Says a line, with a way to look for oneself.
pub fn line_to_browse(room: &Room<'_>, line: &str) -> Message {
    room.line_to_browse(line, None)
}
