//! Asking: the one way that every question takes, from what somebody typed to the reply.

use std::time::{Duration, Instant};

use tracing::{Level, debug, enabled};

use super::App;
use crate::answer::{Answer, Decision, Explanation, ScopedQuestion};
use crate::chat::ChannelInfo;
use crate::guide::FilmIndex;
use crate::library::Library;
use crate::metrics::{Outcome, Surface};
use crate::reply::{self, Reply, ReplyContent, Settings, texts};
use crate::text::invisible::visible;

/// The longest question, in characters: a few sentences. It is also the most that Discord lets people type into a
/// command's option, by our own setting.
pub const MAX_QUESTION: usize = 1_000;

/// A question as it came in.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The text as it was typed.
    pub text: &'a str,
    /// The way by which it came in.
    pub surface: Surface,
    /// The film that the asker chose, as they typed it; a blank one counts as none.
    pub film: Option<&'a str>,
    /// The channel that it was asked in.
    pub channel: &'a ChannelInfo,
    /// True where somebody asks the program itself, rather than it speaking up.
    pub is_addressed: bool,
    /// The spoilers that the reply hides, and the address that its links begin with.
    pub settings: Settings<'a>,
}

/// A question that is not looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was asked.
    Empty,
    /// The question is longer than [`MAX_QUESTION`].
    TooLong,
    /// There is no guide to the film that was chosen.
    UnknownFilm,
}

impl Refusal {
    /// Returns what people in a chat are told about it.
    pub fn line(self) -> &'static str {
        match self {
            Self::Empty => texts::HOW_TO_ASK,
            Self::TooLong => texts::web::TOO_LONG,
            Self::UnknownFilm => texts::NO_SUCH_FILM,
        }
    }
}

impl App {
    /// Answers a question, counts it and logs what was decided.
    ///
    /// # Errors
    /// Returns why the question is not looked into; that is neither counted nor logged.
    pub fn ask(&self, question: &Question<'_>) -> Result<Reply, Refusal> {
        let begun = Instant::now();
        let library = self.library();
        let text = visible(question.text);
        let films = question.channel.films_of(&library);
        let scoped = self.scoped(&library, question, &text, films.as_deref())?;
        let answer = library.ask(&scoped);
        let mut reply = reply::reply(library.guides(), &answer, &question.settings);
        let browse = scoped.film.or(scoped.place);
        reply.browse = reply
            .browse
            .or_else(|| Some(library.guide(browse?)?.id.clone()));
        self.note(question.surface, &reply, begun.elapsed());
        Ok(reply)
    }

    /// Returns the decision on a question and why it is so; neither counted nor logged.
    ///
    /// # Errors
    /// Returns why the question is not looked into.
    pub fn explain(&self, question: &Question<'_>) -> Result<(Answer, Explanation), Refusal> {
        let library = self.library();
        let text = visible(question.text);
        let films = question.channel.films_of(&library);
        let scoped = self.scoped(&library, question, &text, films.as_deref())?;
        Ok((library.ask(&scoped), library.explain(&scoped)))
    }

    /// Finds the films of a question whose invisible characters are gone, among `films` or all.
    fn scoped<'a>(
        &self,
        library: &Library,
        question: &Question<'_>,
        text: &'a str,
        films: Option<&'a [FilmIndex]>,
    ) -> Result<ScopedQuestion<'a>, Refusal> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Refusal::Empty);
        }
        if text.chars().count() > MAX_QUESTION {
            return Err(Refusal::TooLong);
        }
        Ok(ScopedQuestion {
            text,
            film: self.chosen_film(library, question.film, films)?,
            place: question.channel.film_of(library),
            films,
            is_addressed: question.is_addressed,
        })
    }

    /// Returns the one of `films`, or of all, that somebody chose, where they chose one.
    ///
    /// # Errors
    /// Returns that there is no guide to it.
    pub(super) fn chosen_film(
        &self,
        library: &Library,
        typed: Option<&str>,
        films: Option<&[FilmIndex]>,
    ) -> Result<Option<FilmIndex>, Refusal> {
        match typed.filter(|typed| !typed.trim().is_empty()) {
            None => Ok(None),
            Some(typed) => match library.film_called_among(&visible(typed), films) {
                None => Err(Refusal::UnknownFilm),
                film => Ok(film),
            },
        }
    }

    /// Counts and logs what was decided, never what was asked or by whom.
    fn note(&self, surface: Surface, reply: &Reply, took: Duration) {
        let decision = reply.decision();
        let outcome = match decision {
            Decision::Confident => Outcome::Answer,
            Decision::Suggest => Outcome::Suggest,
            Decision::Unknown => Outcome::Unknown,
        };
        self.metrics.asked(surface, outcome, took);
        if !enabled!(Level::DEBUG) {
            return;
        }
        let entry = match &reply.content {
            ReplyContent::Entry { entry, .. } => Some(format!("{}/{}", entry.film, entry.entry)),
            ReplyContent::Choices { .. } | ReplyContent::Unknown { .. } => None,
        };
        let confidence = reply.confidence;
        debug!(?surface, confidence, entry, "a question: {decision:?}");
    }
}
