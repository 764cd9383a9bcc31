//! The channel or thread that something is asked in: which films are meant there, and how replies look.

use super::fit::without_card;
use super::message::Message;
use crate::guide::{ChannelId, FilmId, FilmIndex, ServerId};
use crate::library::Library;
use crate::reply::SpoilerPolicy;
use crate::store::records::ChannelMode;

/// A channel or thread that something is asked in, with what was set for it; nothing is known about a page, a terminal or
/// a direct message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChannelInfo {
    /// The server it belongs to.
    pub server: Option<ServerId>,
    /// Its name.
    pub name: Option<String>,
    /// The channel it belongs to, for a thread.
    pub parent: Option<ChannelId>,
    /// The name of that channel.
    pub parent_name: Option<String>,
    /// The film that was set for it.
    pub own_film: Option<FilmId>,
    /// The film that was set for the channel it belongs to.
    pub parent_film: Option<FilmId>,
    /// The id of the film that is meant where nothing else tells.
    pub film: Option<String>,
    /// The films that are answered about; empty for all.
    pub films: Vec<FilmId>,
    /// The spoilers that stay hidden; `None` where nothing was set.
    pub spoilers: Option<SpoilerPolicy>,
    /// True if replies are plain text.
    pub is_plain: bool,
    /// True if the server's moderators want questions without an answer kept.
    pub keeps_questions: bool,
    /// The way in which the bot listens; `None` where nothing was set.
    pub mode: Option<ChannelMode>,
    /// The channel that tries the bot out, this one or the one it belongs to.
    pub trial: Option<ChannelId>,
}

impl ChannelInfo {
    /// Returns the films that are answered about; `None` for all.
    pub fn films_of(&self, library: &Library) -> Option<Vec<FilmIndex>> {
        library.films_of(&self.films)
    }

    /// Returns the film that is meant where a question names none; with one film, always that. What was set for the
    /// channel counts more than its name, and the name of a thread more than what was set for its channel.
    pub fn film_of(&self, library: &Library) -> Option<FilmIndex> {
        let films = self.films_of(library);
        let films = films.as_deref();
        match (films, library.guides()) {
            (Some([film]), _) => return Some(*film),
            (None, [_]) => return Some(FilmIndex::new(0)),
            _ => {}
        }
        let is_covered = |film: &FilmIndex| films.is_none_or(|films| films.contains(film));
        let set = |film: &Option<FilmId>| {
            let film = library.film(film.as_ref()?.as_str());
            film.filter(is_covered)
        };
        let named = |name: &Option<String>| library.film_named_among(name.as_ref()?, films);
        set(&self.own_film)
            .or_else(|| named(&self.name))
            .or_else(|| set(&self.parent_film))
            .or_else(|| named(&self.parent_name))
            .or_else(|| library.film(self.film.as_deref()?).filter(is_covered))
    }

    /// Returns a message as the channel shows it: without a card where plain text is wanted.
    pub fn shown(&self, message: Message) -> Message {
        match self.is_plain {
            true => without_card(&message),
            false => message,
        }
    }
}
