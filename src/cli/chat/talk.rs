//! A conversation: takes a line, writes what is said to it, remembers what a number would pick.
//!
//! It remembers films and entries by their ids, never by their numbers: the guides may be edited between two lines.

use std::io::Write;
use std::sync::Arc;

use anyhow::Result;

use crate::answer::Question;
use crate::cli::exit::Failure;
use crate::cli::layout::{self, Door};
use crate::cli::screen::Screen;
use crate::cli::{faq, films, library, section};
use crate::content::{Library, Live};
use crate::guide::{EntryId, FilmId, Guide};
use crate::reply::{self, Answered, Choice, Reply, Settings, SpoilerPolicy, texts};

/// Whether the conversation goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Read another line.
    GoOn,
    /// The person wants to leave.
    Quit,
}

/// A conversation with one person.
pub(super) struct Talk<'a> {
    live: Arc<Live>,
    /// The film that is meant where a question names none.
    film: Option<FilmId>,
    settings: Settings<'a>,
    /// What the place hides when spoilers are off.
    policy: SpoilerPolicy,
    /// What a number picks: the suggestions made last.
    choices: Vec<Choice>,
    /// What was answered last and hidden, to show it once spoilers are on.
    hidden: Option<(FilmId, EntryId)>,
    /// The film that the last answer was about.
    talked_about: Option<FilmId>,
}

impl<'a> Talk<'a> {
    /// Begins a conversation about the film with this id, or about all of them.
    pub(super) fn new(live: Arc<Live>, film: Option<&str>, settings: Settings<'a>) -> Self {
        Self {
            live,
            film: film.and_then(|id| FilmId::parse(id).ok()),
            settings,
            policy: match settings.spoilers {
                SpoilerPolicy::All => SpoilerPolicy::Hide,
                policy => policy,
            },
            choices: Vec::new(),
            hidden: None,
            talked_about: None,
        }
    }

    /// Takes a line and writes what is said to it, with an empty line after it.
    pub(super) fn say(&mut self, line: &str, out: &mut Screen) -> Result<Next> {
        let line = line.trim();
        if line.is_empty() {
            return Ok(Next::GoOn);
        }
        // One library for all that is said to this line.
        let library = self.live.current();
        match line.strip_prefix('/') {
            Some("quit") => return Ok(Next::Quit),
            Some(command) => self.command(command, &library, out)?,
            None => match line.parse::<usize>() {
                Ok(number) if !self.choices.is_empty() => self.pick(number, &library, out)?,
                _ => self.ask(line, &library, out)?,
            },
        }
        writeln!(out)?;
        Ok(Next::GoOn)
    }

    fn ask(&mut self, text: &str, library: &Library, out: &mut Screen) -> Result<()> {
        let answer = library.ask(&Question {
            text,
            place: self.film.as_ref().and_then(|id| library.film(id.as_str())),
            ..Question::default()
        });
        let film = answer.film.and_then(|film| library.guides().get(film));
        if let Some(guide) = film {
            self.talked_about = Some(guide.id.clone());
        }
        let reply = reply::reply(library.guides(), &answer, &self.settings);
        self.choices = Vec::new();
        self.tell(reply, out)
    }

    /// Writes a reply and remembers what one may come back to.
    fn tell(&mut self, reply: Reply, out: &mut Screen) -> Result<()> {
        layout::reply(out, &reply, &Door::chat())?;
        self.hidden = None;
        match reply {
            Reply::Answered(one) => {
                let Answered { film, entry, .. } = *one;
                self.talked_about = Some(film.clone());
                if one.body.open().is_none() {
                    self.hidden = Some((film, entry));
                }
            }
            Reply::Suggestions { choices, .. } => self.choices = choices,
            Reply::Unknown { .. } => {}
        }
        Ok(())
    }

    fn pick(&mut self, number: usize, library: &Library, out: &mut Screen) -> Result<()> {
        let picked = number
            .checked_sub(1)
            .and_then(|index| self.choices.get(index));
        match picked.cloned() {
            Some(Choice { film, entry, .. }) => self.show(&film, &entry, library, out),
            None => Ok(writeln!(out, "{}", texts::NO_SUCH_NUMBER)?),
        }
    }

    /// Shows an entry that somebody chose.
    fn show(
        &mut self,
        film: &FilmId,
        entry: &EntryId,
        library: &Library,
        out: &mut Screen,
    ) -> Result<()> {
        let found =
            guide(library, film).and_then(|guide| Some((guide, guide.entry(entry.as_str())?)));
        let Some((guide, entry)) = found else {
            return Ok(writeln!(out, "{}", texts::ENTRY_IS_GONE)?);
        };
        let answered = reply::entry(guide, entry, &self.settings);
        self.tell(Reply::Answered(Box::new(answered)), out)
    }

    fn command(&mut self, command: &str, library: &Library, out: &mut Screen) -> Result<()> {
        let (name, rest) = command
            .split_once(char::is_whitespace)
            .unwrap_or((command, ""));
        match (name, rest.trim()) {
            ("section", id) => match self.guide(library) {
                Some(guide) => self.section(id, guide, out),
                None => ask_for_film(library, out),
            },
            ("faq", _) => match self.guide(library) {
                Some(guide) => Ok(faq::write(out, guide)?),
                None => ask_for_film(library, out),
            },
            ("films", _) => Ok(films::write(out, library)?),
            ("film", id) => self.choose_film(id, library, out),
            ("spoilers", word) => self.spoilers(word, library, out),
            ("help", _) => Ok(writeln!(out, "{}", texts::CHAT_HELP)?),
            _ => Ok(writeln!(out, "{}", texts::NO_SUCH_COMMAND)?),
        }
    }

    fn section(&self, id: &str, guide: &Guide, out: &mut Screen) -> Result<()> {
        if id.is_empty() {
            return Ok(section::write_contents(out, guide, &self.settings)?);
        }
        match section::write_by_id(out, guide, id, &self.settings, &Door::chat()) {
            Err(error) => mild(error, out),
            done => done,
        }
    }

    fn choose_film(&mut self, id: &str, library: &Library, out: &mut Screen) -> Result<()> {
        if id.is_empty() {
            (self.film, self.talked_about) = (None, None);
            return Ok(writeln!(out, "{}", texts::ALL_FILMS)?);
        }
        match library::film_by_id(library, id) {
            Ok(index) => {
                let guide = &library.guides()[index];
                self.film = Some(guide.id.clone());
                self.talked_about = None;
                Ok(writeln!(out, "{}", texts::about_film(&guide.film.label()))?)
            }
            Err(failure) => mild(failure.into(), out),
        }
    }

    fn spoilers(&mut self, word: &str, library: &Library, out: &mut Screen) -> Result<()> {
        let (policy, line) = match word {
            "on" => (SpoilerPolicy::All, texts::SPOILERS_ON),
            "off" => (self.policy, texts::SPOILERS_OFF),
            _ => return Ok(writeln!(out, "{}", texts::SPOILERS_HOW)?),
        };
        self.settings.spoilers = policy;
        writeln!(out, "{line}")?;
        if policy != SpoilerPolicy::All {
            return Ok(());
        }
        match self.hidden.take() {
            Some((film, entry)) => {
                writeln!(out)?;
                self.show(&film, &entry, library, out)
            }
            None => Ok(()),
        }
    }

    /// Returns the guide that `/section` and `/faq` are about: of the film talked about last, else of the place's.
    fn guide<'l>(&self, library: &'l Library) -> Option<&'l Guide> {
        let films = [&self.talked_about, &self.film].into_iter().flatten();
        let mut found = films.filter_map(|film| guide(library, film));
        found.next().or_else(|| match library.guides() {
            [only] => Some(only),
            _ => None,
        })
    }
}

fn guide<'l>(library: &'l Library, film: &FilmId) -> Option<&'l Guide> {
    library.guides().get(library.film(film.as_str())?)
}

fn ask_for_film(library: &Library, out: &mut Screen) -> Result<()> {
    let ids = library::film_ids(library);
    Ok(layout::say(out, &texts::which_film_in_chat(&ids))?)
}

/// Says what was mistyped and goes on; what cannot be written ends the conversation.
fn mild(error: anyhow::Error, out: &mut Screen) -> Result<()> {
    let failure = error.downcast::<Failure>()?;
    Ok(layout::say(out, &failure.message)?)
}
