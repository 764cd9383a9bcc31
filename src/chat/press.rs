//! Carrying out buttons that are pressed and menu choices that are made.

use super::browse::{self, List};
use super::context::{ChatContext, line_to_browse};
use super::custom_id::CustomId;
use super::ids::UserId;
use super::key::{EntryKey, Key};
use super::message::Message;
use super::section;
use super::show::{self, Audience};

use crate::reply::{self, texts};

/// A person who presses something, and the message that it stands on.
#[derive(Clone, Copy, Debug)]
pub struct Actor {
    /// The person's number, the same as where they ask.
    pub id: UserId,
    /// True where they may manage the server or its messages.
    pub is_moderator: bool,
    /// True where nobody else sees the message.
    pub sees_alone: bool,
}

/// The outcome of pressing a button or choosing from a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ButtonOutcome {
    /// The message turns into this one.
    Turns(Message),
    /// The one who pressed sees this, nobody else does.
    Whisper(Message),
    /// The message is taken away.
    Removed,
}

/// Carries out what a button or a choice carries.
pub fn press(context: &ChatContext<'_>, pressed: &str, presser: Actor) -> ButtonOutcome {
    CustomId::parse(pressed)
        .and_then(|state| carry_out(context, state, presser))
        .unwrap_or_else(|| {
            ButtonOutcome::Whisper(line_to_browse(texts::BUTTON_IS_OLD, context.film_key(None)))
        })
}

/// Carries out a state; `None` where what it leads to is gone.
fn carry_out(context: &ChatContext<'_>, state: CustomId, presser: Actor) -> Option<ButtonOutcome> {
    Some(match state {
        CustomId::NotThis { asker, others } => {
            let owns = presser.owns(asker);
            let asker = if owns { asker } else { presser.id };
            presser.turns_if(owns, offer_again(context, asker, &others))
        }
        CustomId::Choose {
            asker,
            entry,
            others,
        } => {
            let is_asker = presser.id == asker;
            presser.turns_if(is_asker, chosen(context, entry, presser, is_asker, others)?)
        }
        CustomId::NoneOfThese { asker, film } => {
            presser.turns_if(presser.owns(asker), unknown(context, film))
        }
        CustomId::Remove { asker } if presser.owns(asker) => ButtonOutcome::Removed,
        CustomId::Remove { .. } => {
            ButtonOutcome::Whisper(Message::line(texts::NOT_YOURS_TO_REMOVE))
        }
        CustomId::Reveal(entry) => {
            let (guide, entry) = context.entry_of(entry)?;
            ButtonOutcome::Whisper(show::revealed(&context.settings, guide, entry))
        }
        CustomId::Entry(entry) => {
            let (guide, entry) = context.entry_of(entry)?;
            presser.turns_if(
                false,
                show::entry(&context.settings, guide, entry, &Audience::Reader),
            )
        }
        CustomId::Section {
            opener,
            film,
            section: key,
            page,
        } => {
            let guide = context.guide_of(film)?;
            let section = key.section(guide)?;
            let opener = opener.filter(|opener| *opener == presser.id);
            let message = section::section(&context.settings, guide, section, opener, page);
            presser.turns_if(opener.is_some(), message)
        }
        CustomId::ListMenu | CustomId::RevealMenu => return None,
        CustomId::Browse { film, page } => presser.list(context, List::Sections, film, page)?,
        CustomId::Questions { film, page } => presser.list(context, List::Questions, film, page)?,
    })
}

/// Shows what was chosen among suggestions: to everybody for the asker, else to the one who presses.
fn chosen(
    context: &ChatContext<'_>,
    key: EntryKey,
    presser: Actor,
    is_asker: bool,
    others: Vec<EntryKey>,
) -> Option<Message> {
    let (guide, entry) = context.entry_of(key)?;
    let whom = match is_asker {
        true => Audience::Asker(presser.id, others),
        false => Audience::Reader,
    };
    Some(show::entry(&context.settings, guide, entry, &whom))
}

/// Offers entries once more, or says that there is no answer where none of them is left.
fn offer_again(context: &ChatContext<'_>, asker: UserId, keys: &[EntryKey]) -> Message {
    let found = keys.iter().filter_map(|key| context.entry_of(*key));
    let choices = reply::choices(found.map(|(guide, entry)| (guide, entry, 0.0)));
    match choices.is_empty() {
        true => unknown(context, None),
        false => show::suggestions(asker, &choices, texts::DID_YOU_MEAN),
    }
}

/// Says that the guide has no answer.
fn unknown(context: &ChatContext<'_>, film: Option<Key>) -> Message {
    line_to_browse(texts::NO_ANSWER, film.or_else(|| context.film_key(None)))
}

impl Actor {
    /// Returns whether this person may change what `asker` asked for.
    fn owns(self, asker: UserId) -> bool {
        self.is_moderator || self.id == asker
    }

    /// Turns the message where `may`, or where nobody else sees it; else whispers.
    fn turns_if(self, may: bool, message: Message) -> ButtonOutcome {
        match may || self.sees_alone {
            true => ButtonOutcome::Turns(message),
            false => ButtonOutcome::Whisper(message),
        }
    }

    fn list(
        self,
        context: &ChatContext<'_>,
        list: List,
        film: Option<Key>,
        page: usize,
    ) -> Option<ButtonOutcome> {
        let guide = match film {
            Some(film) => Some(context.guide_of(film)?),
            None => None,
        };
        Some(self.turns_if(false, browse::list(context, list, guide, page)))
    }
}
