//! A conversation: takes a line, writes what is said to it, remembers what a number would pick.

use std::io::Write;

use anyhow::Result;

use crate::answer::{Decision, Hit, Question};
use crate::cli::exit::Failure;
use crate::cli::layout::{self, Door};
use crate::cli::screen::Screen;
use crate::cli::{faq, films, library, section};
use crate::content::Library;
use crate::guide::Guide;
use crate::reply::{self, Reply, Settings, SpoilerPolicy, texts};

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
    library: &'a Library,
    /// The film that is meant where the question names none.
    film: Option<usize>,
    settings: Settings<'a>,
    /// What the place hides when spoilers are off.
    hidden: SpoilerPolicy,
    /// What a number picks: the suggestions made last.
    choices: Vec<Hit>,
    /// What was answered last, to show it again once spoilers are on.
    last: Option<Hit>,
    /// The film that the last answer was about.
    talked_about: Option<usize>,
}

impl<'a> Talk<'a> {
    /// Begins a conversation about a film, or about all of them.
    pub(super) fn new(library: &'a Library, film: Option<usize>, settings: Settings<'a>) -> Self {
        Self {
            library,
            film,
            settings,
            hidden: match settings.spoilers {
                SpoilerPolicy::All => SpoilerPolicy::Hide,
                policy => policy,
            },
            choices: Vec::new(),
            last: None,
            talked_about: None,
        }
    }

    /// Takes a line and writes what is said to it, with an empty line after it.
    pub(super) fn say(&mut self, line: &str, out: &mut Screen) -> Result<Next> {
        let line = line.trim();
        if line.is_empty() {
            return Ok(Next::GoOn);
        }
        match line.strip_prefix('/') {
            Some("quit") => return Ok(Next::Quit),
            Some(command) => self.command(command, out)?,
            None => match line.parse::<usize>() {
                Ok(number) if !self.choices.is_empty() => self.pick(number, out)?,
                _ => self.ask(line, out)?,
            },
        }
        writeln!(out)?;
        Ok(Next::GoOn)
    }

    fn ask(&mut self, text: &str, out: &mut Screen) -> Result<()> {
        let answer = self.library.ask(&Question {
            text,
            film: self.film,
        });
        let reply = reply::reply(self.library.guides(), &answer, &self.settings);
        layout::reply(out, &reply, &Door::chat())?;
        self.talked_about = answer.film.or(self.talked_about);
        self.last = None;
        self.choices = Vec::new();
        match answer.decision {
            Decision::Confident => self.last = answer.hits.into_iter().next(),
            Decision::Suggest => self.choices = answer.hits,
            Decision::Unknown => {}
        }
        Ok(())
    }

    fn pick(&mut self, number: usize, out: &mut Screen) -> Result<()> {
        let picked = number
            .checked_sub(1)
            .and_then(|index| self.choices.get(index));
        match picked.cloned() {
            Some(hit) => self.show(hit, out),
            None => Ok(writeln!(out, "{}", texts::NO_SUCH_NUMBER)?),
        }
    }

    /// Shows the entry of a hit, whose number somebody typed.
    fn show(&mut self, hit: Hit, out: &mut Screen) -> Result<()> {
        if let Some((guide, entry)) = self.library.entry(&hit) {
            let answered = reply::answered(guide, entry, &hit.cast, &self.settings);
            layout::reply(out, &Reply::Answered(Box::new(answered)), &Door::chat())?;
            self.talked_about = Some(hit.film);
            self.last = Some(hit);
        }
        Ok(())
    }

    fn command(&mut self, command: &str, out: &mut Screen) -> Result<()> {
        let (name, rest) = command
            .split_once(char::is_whitespace)
            .unwrap_or((command, ""));
        match (name, rest.trim()) {
            ("section", id) => self.section(id, out),
            ("faq", _) => match self.guide() {
                Some(guide) => Ok(faq::write(out, guide)?),
                None => self.ask_for_film(out),
            },
            ("films", _) => Ok(films::write(out, self.library)?),
            ("film", id) => self.choose_film(id, out),
            ("spoilers", word) => self.spoilers(word, out),
            ("help", _) => Ok(writeln!(out, "{}", texts::CHAT_HELP)?),
            _ => Ok(writeln!(out, "{}", texts::NO_SUCH_COMMAND)?),
        }
    }

    fn section(&self, id: &str, out: &mut Screen) -> Result<()> {
        let Some(guide) = self.guide() else {
            return self.ask_for_film(out);
        };
        if id.is_empty() {
            return Ok(section::write_contents(out, guide, &self.settings)?);
        }
        match section::write_by_id(out, guide, id, &self.settings, &Door::chat()) {
            Err(error) => mild(error, out),
            done => done,
        }
    }

    fn choose_film(&mut self, id: &str, out: &mut Screen) -> Result<()> {
        if id.is_empty() {
            (self.film, self.talked_about) = (None, None);
            return Ok(writeln!(out, "{}", texts::ALL_FILMS)?);
        }
        match library::film_by_id(self.library, id) {
            Ok(film) => {
                self.film = Some(film);
                let label = self.guide().map(|guide| guide.film.label());
                Ok(writeln!(
                    out,
                    "{}",
                    texts::about_film(&label.unwrap_or_default())
                )?)
            }
            Err(failure) => mild(failure.into(), out),
        }
    }

    fn spoilers(&mut self, word: &str, out: &mut Screen) -> Result<()> {
        let (policy, line) = match word {
            "on" => (SpoilerPolicy::All, texts::SPOILERS_ON),
            "off" => (self.hidden, texts::SPOILERS_OFF),
            _ => return Ok(writeln!(out, "{}", texts::SPOILERS_HOW)?),
        };
        self.settings.spoilers = policy;
        writeln!(out, "{line}")?;
        match self.last.take() {
            Some(hit) if policy == SpoilerPolicy::All => {
                writeln!(out)?;
                self.show(hit, out)
            }
            _ => Ok(()),
        }
    }

    /// Returns the guide that `/section` and `/faq` are about.
    fn guide(&self) -> Option<&'a Guide> {
        match (self.film.or(self.talked_about), self.library.guides()) {
            (Some(film), guides) => guides.get(film),
            (None, [only]) => Some(only),
            (None, _) => None,
        }
    }

    fn ask_for_film(&self, out: &mut Screen) -> Result<()> {
        let ids = library::film_ids(self.library);
        Ok(writeln!(out, "{}", texts::which_film_in_chat(&ids))?)
    }
}

/// Says what was mistyped and goes on; what cannot be written ends the conversation.
fn mild(error: anyhow::Error, out: &mut Screen) -> Result<()> {
    let failure = error.downcast::<Failure>()?;
    Ok(writeln!(out, "{}", failure.message)?)
}
