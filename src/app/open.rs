//! Opening sections, entries, FAQs, films and the bot's own card by name, and completing these names.

use super::{App, Question, Refusal};
use crate::answer::Decision;
use crate::chat::{
    self, About, ChannelInfo, ChatContext, CommandReply, MenuChoice, Message, UserId,
};
use crate::metrics::Surface;

/// Something that somebody opens.
#[derive(Clone, Copy, Debug)]
pub enum OpenTarget<'a> {
    /// The section or entry of this name, or the contents.
    Section(Option<&'a str>),
    /// The FAQ of this name, or the list of them. What is no FAQ's name is asked like any question.
    Faq(Option<&'a str>),
    /// The list of films.
    Films,
    /// The card that says what the bot is.
    About,
}

/// Something whose name somebody is typing.
#[derive(Clone, Copy, Debug)]
pub enum Completion {
    /// A section or entry.
    Section,
    /// An FAQ.
    Faq,
}

impl App {
    /// Opens something for somebody in a channel; `film` is the one they chose, as they typed it.
    pub fn open(
        &self,
        target: OpenTarget<'_>,
        film: Option<&str>,
        channel: &ChannelInfo,
        opener: UserId,
    ) -> CommandReply {
        let library = self.library();
        let context = ChatContext::new(&library, self.settings_in(channel), channel);
        let Ok(chosen) = self.chosen_film(&library, film, context.films.as_deref()) else {
            return CommandReply::private(Message::line(Refusal::UnknownFilm.line()));
        };
        let opened = match target {
            OpenTarget::Section(name) => chat::open_section(&context, chosen, name, opener),
            OpenTarget::Faq(name) => match chat::open_faq(&context, chosen, name, opener) {
                Some(opened) => opened,
                None => {
                    return self.ask_by_command(name.unwrap_or_default(), film, channel, opener);
                }
            },
            OpenTarget::Films => CommandReply::private(chat::films(&context)),
            OpenTarget::About => {
                let about = About {
                    support_url: self.support_url.as_deref(),
                    privacy_url: self.privacy_url.as_deref(),
                    keeps_questions: channel.server.map(|_| channel.keeps_questions),
                    retention_days: self.retention_days,
                };
                CommandReply::private(chat::about(&context, &about))
            }
        };
        CommandReply {
            message: channel.shown(opened.message),
            ..opened
        }
    }

    /// Answers a question that was put with a command of Discord's: for everybody to see where there is an answer.
    pub fn ask_by_command(
        &self,
        text: &str,
        film: Option<&str>,
        channel: &ChannelInfo,
        asker: UserId,
    ) -> CommandReply {
        let question = Question {
            text,
            surface: Surface::Discord,
            film,
            channel,
            is_addressed: true,
            settings: self.settings_in(channel),
        };
        match self.ask(&question) {
            Ok(reply) => CommandReply {
                is_public: reply.decision() != Decision::Unknown,
                message: self.lay_out(&reply, channel, asker),
            },
            Err(why) => CommandReply::private(Message::line(why.line())),
        }
    }

    /// Offers names of sections or FAQs while somebody types, best first.
    pub fn complete(
        &self,
        completion: Completion,
        typed: &str,
        film: Option<&str>,
        channel: &ChannelInfo,
    ) -> Vec<MenuChoice> {
        let library = self.library();
        let context = ChatContext::new(&library, self.settings_in(channel), channel);
        let films = context.films.as_deref();
        let film = film.and_then(|typed| library.film_called_among(typed, films));
        match completion {
            Completion::Section => chat::offer_sections(&context, film, typed),
            Completion::Faq => chat::offer_questions(&context, film, typed),
        }
    }

    /// Offers films while somebody types, best first.
    pub fn complete_film(&self, typed: &str, channel: &ChannelInfo) -> Vec<MenuChoice> {
        let library = self.library();
        let context = ChatContext::new(&library, self.settings_in(channel), channel);
        chat::offer_films(&context, typed)
    }
}
