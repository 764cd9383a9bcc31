//! A conversation: takes a line, writes what is said to it, remembers what a number would pick.
//!
//! It remembers films and entries by their ids, never by their numbers: the guides may be edited between two lines.

use std::io::Write;

use anyhow::Result;

use crate::app::{App, Question};
use crate::chat::ChannelInfo;
use crate::cli::layout::{self, Hints};
use crate::cli::screen::Screen;
use crate::guide::{EntryId, FilmId, Guide};
use crate::library::Library;
use crate::metrics::Surface;
use crate::reply::texts;
use crate::reply::{self, Choice, EntryView, Reply, ReplyContent, Settings, SpoilerPolicy};

/// True if the conversation goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Read another line.
    GoOn,
    /// The person wants to leave.
    Quit,
}

/// A conversation with one person.
pub(super) struct Talk<'a> {
    app: &'a App,
    /// The film that is meant where a question names none.
    pub(super) film: Option<FilmId>,
    pub(super) settings: Settings<'a>,
    /// The policy of the place when spoilers are off.
    pub(super) policy: SpoilerPolicy,
    /// The entries that a number picks from: the suggestions made last.
    choices: Vec<Choice>,
    /// The answer that was given last and hidden, to show it once spoilers are on.
    pub(super) hidden: Option<(FilmId, EntryId)>,
    /// The film that the last answer was about.
    pub(super) talked_about: Option<FilmId>,
}

impl<'a> Talk<'a> {
    /// Begins a conversation about the film of the settings, or about all films.
    pub(super) fn new(app: &'a App) -> Self {
        let settings = app.settings();
        let film = app.channel().film;
        Self {
            app,
            film: film.and_then(|id| FilmId::parse(&id).ok()),
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
        let library = self.app.library();
        match line.strip_prefix('/') {
            Some("quit") => return Ok(Next::Quit),
            Some(command) => self.command(command, &library, out)?,
            None => match line.parse::<usize>() {
                Ok(number) if !self.choices.is_empty() => self.pick(number, &library, out)?,
                _ => self.ask(line, out)?,
            },
        }
        writeln!(out)?;
        Ok(Next::GoOn)
    }

    fn ask(&mut self, text: &str, out: &mut Screen) -> Result<()> {
        let channel = ChannelInfo {
            film: self.film.as_ref().map(FilmId::to_string),
            ..ChannelInfo::default()
        };
        let reply = self.app.ask(&Question {
            text,
            surface: Surface::Terminal,
            film: None,
            channel: &channel,
            is_addressed: true,
            settings: self.settings,
        });
        let reply = reply.unwrap_or_else(|why| Reply::unknown(why.line()));
        if let Some(film) = &reply.film {
            self.talked_about = Some(film.clone());
        }
        self.choices = Vec::new();
        self.tell(reply, out)
    }

    /// Writes a reply and remembers what one may come back to.
    fn tell(&mut self, reply: Reply, out: &mut Screen) -> Result<()> {
        layout::reply(out, &reply, &Hints::chat())?;
        self.hidden = None;
        match reply.content {
            ReplyContent::Entry { entry, .. } => self.remember(&entry),
            ReplyContent::Choices { choices, .. } => self.choices = choices,
            ReplyContent::Unknown { .. } => {}
        }
        Ok(())
    }

    /// Remembers what was shown, and whether it was hidden.
    fn remember(&mut self, shown: &EntryView) {
        self.talked_about = Some(shown.film.clone());
        let is_hidden = shown.body.open().is_none();
        self.hidden = is_hidden.then(|| (shown.film.clone(), shown.entry.clone()));
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
        let entry = reply::entry(guide, entry, &self.settings);
        layout::answered(out, &entry, &Hints::chat())?;
        self.remember(&entry);
        Ok(())
    }
}

/// Returns the guide of a film, if it is there still.
pub(super) fn guide<'l>(library: &'l Library, film: &FilmId) -> Option<&'l Guide> {
    library.guide(library.film(film.as_str())?)
}
