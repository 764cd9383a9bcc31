//! The commands of the terminal chat, which begin with `/`.

use std::io::Write;

use anyhow::Result;

use super::talk::{Talk, guide};
use crate::cli::exit::Failure;
use crate::cli::layout::{self, Hints};
use crate::cli::screen::Screen;
use crate::cli::{faq, films, library, section};
use crate::guide::Guide;
use crate::library::Library;
use crate::reply::{SpoilerPolicy, texts};

impl Talk<'_> {
    /// Does what a command says and writes what comes of it.
    pub(super) fn command(
        &mut self,
        command: &str,
        library: &Library,
        out: &mut Screen,
    ) -> Result<()> {
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
        match section::write_by_id(out, guide, id, &self.settings, &Hints::chat()) {
            Err(error) => mild(error, out),
            done => done,
        }
    }

    fn choose_film(&mut self, id: &str, library: &Library, out: &mut Screen) -> Result<()> {
        if id.is_empty() {
            (self.film, self.talked_about) = (None, None);
            return Ok(writeln!(out, "{}", texts::ALL_FILMS)?);
        }
        match library::guide_by_id(library, id) {
            Ok(guide) => {
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

fn ask_for_film(library: &Library, out: &mut Screen) -> Result<()> {
    let ids = library::film_ids(library);
    Ok(layout::say(out, &texts::which_film_in_chat(&ids))?)
}

/// Says what was mistyped and goes on; what cannot be written ends the conversation.
fn mild(error: anyhow::Error, out: &mut Screen) -> Result<()> {
    let failure = error.downcast::<Failure>()?;
    Ok(layout::say(out, &failure.message)?)
}
