//! The context of a message: the library, the settings and the film of the channel at one moment.

use super::channel::ChannelInfo;
use super::custom_id::CustomId;
use super::key::{EntryKey, Key};
use super::message::{Button, Message};
use crate::guide::{Entry, FilmIndex, Guide};
use crate::library::Library;
use crate::reply::{Settings, limits, texts};

/// The library, the settings and the film that all messages in one channel at one moment go by.
#[derive(Clone, Debug)]
pub struct ChatContext<'a> {
    /// The library that answers; the same for the whole question.
    pub library: &'a Library,
    /// The spoilers that stay hidden, and the address of the pages.
    pub settings: Settings<'a>,
    /// The film that is meant where a question names none.
    pub film: Option<FilmIndex>,
    /// The films that are answered about; `None` for all.
    pub films: Option<Vec<FilmIndex>>,
}

impl<'a> ChatContext<'a> {
    /// Returns what holds in a channel.
    pub fn new(library: &'a Library, settings: Settings<'a>, channel: &ChannelInfo) -> Self {
        Self {
            library,
            settings,
            film: channel.film_of(library),
            films: channel.films_of(library),
        }
    }

    /// Returns the films that are answered about, each with its guide.
    pub(super) fn films(&self) -> impl Iterator<Item = (FilmIndex, &'a Guide)> + use<'a, '_> {
        let films = self.library.films();
        films.filter(|(film, _)| self.covers(*film))
    }

    fn covers(&self, film: FilmIndex) -> bool {
        let films = self.films.as_ref();
        films.is_none_or(|films| films.contains(&film))
    }

    /// Returns the guide of this short name, if it is answered about.
    pub(super) fn guide_of(&self, film: Key) -> Option<&'a Guide> {
        let guide = film.guide(self.library)?;
        let film = self.library.film(guide.id.as_str())?;
        self.covers(film).then_some(guide)
    }

    /// Returns the entry of this short name, if it is there still and its film is answered about.
    pub(super) fn entry_of(&self, entry: EntryKey) -> Option<(&'a Guide, &'a Entry)> {
        let guide = self.guide_of(entry.film)?;
        Some((guide, entry.entry.entry(guide)?))
    }

    /// Returns the guide of a film, else that of the place.
    pub(super) fn guide(&self, film: Option<FilmIndex>) -> Option<&'a Guide> {
        self.library.guide(film.or(self.film)?)
    }

    /// Returns the short name of a film, else of that of the place.
    pub(super) fn film_key(&self, film: Option<FilmIndex>) -> Option<Key> {
        self.guide(film).map(|guide| Key::of(guide.id.as_str()))
    }
}

/// Returns where a heading leads: nowhere without pages, nor where the address is longer than Discord takes.
pub(super) fn title_link(settings: &Settings<'_>, address: &str) -> Option<String> {
    page(settings, address, limits::TITLE_LINK)
}

/// Returns the button that opens a page, where there are pages.
pub(super) fn page_button(settings: &Settings<'_>, label: &str, address: &str) -> Option<Button> {
    let address = page(settings, address, limits::LINK)?;
    Some(Button::open(label, &address))
}

fn page(settings: &Settings<'_>, address: &str, max: usize) -> Option<String> {
    let fits = settings.public_url.is_some() && address.chars().count() <= max;
    fits.then(|| address.to_owned())
}

/// Returns a line with a way to look for oneself, in a film's guide where it is clear which.
pub(super) fn line_to_browse(line: &str, film: Option<Key>) -> Message {
    let browse = CustomId::Browse { film, page: 0 };
    let button = Button::press(texts::BROWSE_SECTIONS, browse.to_string());
    Message::line(line).with_buttons(vec![button])
}
