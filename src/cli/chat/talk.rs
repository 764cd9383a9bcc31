//! A conversation: takes a line, writes what is said to it, remembers what a number would pick.
//!
//! It remembers films and entries by their ids, never by their numbers: the guides may be edited between two lines.

use std::io::Write;
use std::sync::Arc;

use anyhow::Result;

use crate::answer::Question;
use crate::cli::layout::{self, Door};
use crate::cli::screen::Screen;
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
    pub(super) film: Option<FilmId>,
    pub(super) settings: Settings<'a>,
    /// What the place hides when spoilers are off.
    pub(super) policy: SpoilerPolicy,
    /// What a number picks: the suggestions made last.
    choices: Vec<Choice>,
    /// What was answered last and hidden, to show it once spoilers are on.
    pub(super) hidden: Option<(FilmId, EntryId)>,
    /// The film that the last answer was about.
    pub(super) talked_about: Option<FilmId>,
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
    pub(super) fn show(
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
}

/// Returns the guide of a film, if it is there still.
pub(super) fn guide<'l>(library: &'l Library, film: &FilmId) -> Option<&'l Guide> {
    library.guides().get(library.film(film.as_str())?)
}
