//! The change that a choice in the settings makes, or the reason why it makes none.

use super::action::SettingsAction;
use super::channel_page::UNSET;
use super::films_page::films_of_page;
use super::view::{ChannelFacts, ChannelKind, SettingsView, chosen_guide};
use crate::guide::{ChannelId, FilmId, RoleId};
use crate::reply::texts::settings as texts;
use crate::store::records::{
    ChannelMode, ChannelSettings, ChannelSpoilers, ServerSettings, TrialId, Verdict,
};

/// A choice that somebody made in the settings.
#[derive(Clone, Copy, Debug)]
pub struct SettingsChoice<'a> {
    /// The effect of what was pressed or chosen from.
    pub action: SettingsAction,
    /// The values that were chosen.
    pub values: &'a [String],
    /// The channel that it is about, where it is known.
    pub channel: Option<&'a ChannelFacts>,
    /// The channel that the panel is in.
    pub here: ChannelId,
    /// True if the bot may read messages that do not mention it.
    pub reads_messages: bool,
    /// True if the one who chose can manage the server.
    pub manages_server: bool,
}

/// A change to what is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingsChange {
    /// The settings of the server.
    Server(Box<ServerSettings>),
    /// The settings of a channel.
    Channel(ChannelId, ChannelSettings),
    /// The judgement on what would have been answered.
    Judgement(TrialId, Option<Verdict>),
}

/// Returns why a page cannot be shown for the channel that a choice is about, or nothing be set for it.
pub fn unfit_channel(choice: &SettingsChoice<'_>) -> Option<&'static str> {
    let is_needed = choice.action.channel().is_some() || choice.action.picks_channel();
    let is_none = choice.action.picks_channel() && choice.values.is_empty();
    if !is_needed || is_none {
        return None;
    }
    match choice.channel.map(|channel| channel.kind) {
        Some(ChannelKind::Text | ChannelKind::Thread | ChannelKind::Forum) => None,
        Some(ChannelKind::Voice) => Some(texts::IS_VOICE),
        Some(ChannelKind::Category) => Some(texts::IS_CATEGORY),
        Some(ChannelKind::Other) | None => Some(texts::NO_SUCH_CHANNEL),
    }
}

/// Returns what a choice changes in the settings that are shown.
///
/// # Errors
/// Returns why it changes nothing.
pub fn change(
    view: &SettingsView<'_>,
    choice: &SettingsChoice<'_>,
) -> Result<SettingsChange, &'static str> {
    if let Some(why) = unfit_channel(choice) {
        return Err(why);
    }
    if let SettingsAction::Judge { trial, verdict, .. } = choice.action {
        return Ok(SettingsChange::Judgement(trial, verdict));
    }
    match (choice.action.channel(), choice.channel) {
        (Some(id), Some(channel)) if id == channel.id => {
            let settings = of_channel(view, choice, channel)?;
            Ok(SettingsChange::Channel(id, settings))
        }
        (Some(_), _) => Err(texts::NO_SUCH_CHANNEL),
        (None, _) => Ok(SettingsChange::Server(Box::new(of_server(view, choice)?))),
    }
}

fn of_server(
    view: &SettingsView<'_>,
    choice: &SettingsChoice<'_>,
) -> Result<ServerSettings, &'static str> {
    let settings = view.settings.clone();
    Ok(match choice.action {
        SettingsAction::PickRole => ServerSettings {
            moderator_role: role(view, choice)?,
            ..settings
        },
        SettingsAction::PickDigest => ServerSettings {
            digest_channel: digest(choice)?,
            ..settings
        },
        SettingsAction::SetPlain(plain_text) => ServerSettings {
            plain_text,
            ..settings
        },
        SettingsAction::SetKeeping(keep_questions) => ServerSettings {
            keep_questions,
            ..settings
        },
        SettingsAction::PickFilms(page) => ServerSettings {
            films: films(view, choice, page)?,
            ..settings
        },
        SettingsAction::AllFilms => ServerSettings {
            films: Vec::new(),
            ..settings
        },
        _ => return Err(texts::NO_SUCH_CHOICE),
    })
}

fn role(
    view: &SettingsView<'_>,
    choice: &SettingsChoice<'_>,
) -> Result<Option<RoleId>, &'static str> {
    if !choice.manages_server {
        return Err(texts::ONLY_MANAGERS_NAME_MODERATORS);
    }
    let Some(value) = choice.values.first() else {
        return Ok(None);
    };
    let role = value.parse().map_err(|_| texts::NO_SUCH_CHOICE)?;
    // Discord gives the role that everybody has the number of the server.
    match role == view.server.0 {
        true => Err(texts::EVERYBODY_HAS_IT),
        false => Ok(Some(RoleId(role))),
    }
}

fn digest(choice: &SettingsChoice<'_>) -> Result<Option<ChannelId>, &'static str> {
    match (choice.values, choice.channel) {
        ([], _) => Ok(None),
        (_, Some(channel)) if channel.kind == ChannelKind::Text => Ok(Some(channel.id)),
        _ => Err(texts::DIGEST_NEEDS_TEXT),
    }
}

/// Returns the films with those of a page as they were chosen, in the order of the guides.
fn films(
    view: &SettingsView<'_>,
    choice: &SettingsChoice<'_>,
    page: usize,
) -> Result<Vec<FilmId>, &'static str> {
    let offered = films_of_page(view.library, page);
    let is_offered = |film: &FilmId| offered.iter().any(|guide| guide.id == *film);
    let films = view.settings.films.iter();
    let mut films: Vec<FilmId> = films.filter(|film| !is_offered(film)).cloned().collect();
    for value in choice.values {
        let guide = chosen_guide(view.library, value).filter(|guide| is_offered(&guide.id));
        films.push(guide.ok_or(texts::NO_SUCH_CHOICE)?.id.clone());
    }
    films.sort();
    films.dedup();
    Ok(films)
}

fn of_channel(
    view: &SettingsView<'_>,
    choice: &SettingsChoice<'_>,
    channel: &ChannelFacts,
) -> Result<ChannelSettings, &'static str> {
    let settings = view.settings.channel(channel.id);
    let value = || {
        let value = choice.values.first().map(String::as_str);
        value.ok_or(texts::NO_SUCH_CHOICE)
    };
    Ok(match choice.action {
        SettingsAction::PickMode(_) => ChannelSettings {
            mode: mode(choice, channel, value()?)?,
            ..settings
        },
        SettingsAction::PickSpoilers(_) => ChannelSettings {
            spoilers: match value()? {
                UNSET => None,
                word => Some(ChannelSpoilers::parse(word).ok_or(texts::NO_SUCH_CHOICE)?),
            },
            ..settings
        },
        SettingsAction::PickFilm(_) => ChannelSettings {
            film: film(view, value()?)?,
            ..settings
        },
        SettingsAction::SetTrial(_, is_trial) => ChannelSettings {
            mode: match is_trial {
                true => trial_mode(view, choice, channel)?,
                false => settings.mode,
            },
            is_trial,
            ..settings
        },
        _ => return Err(texts::NO_SUCH_CHOICE),
    })
}

fn film(view: &SettingsView<'_>, value: &str) -> Result<Option<FilmId>, &'static str> {
    if value == UNSET {
        return Ok(None);
    }
    let guide = chosen_guide(view.library, value);
    let guide = guide.filter(|guide| view.guides().iter().any(|one| one.id == guide.id));
    Ok(Some(guide.ok_or(texts::NO_SUCH_CHOICE)?.id.clone()))
}

/// Returns the way of listening of this word, where the channel can be listened to in that way.
fn mode(
    choice: &SettingsChoice<'_>,
    channel: &ChannelFacts,
    word: &str,
) -> Result<Option<ChannelMode>, &'static str> {
    if word == UNSET {
        return Ok(None);
    }
    let mode = ChannelMode::parse(word).ok_or(texts::NO_SUCH_CHOICE)?;
    let is_forum = channel.kind == ChannelKind::Forum;
    match mode {
        ChannelMode::Ask if is_forum => Err(texts::IS_FORUM),
        ChannelMode::Forum if !is_forum => Err(texts::IS_NO_FORUM),
        ChannelMode::Ask | ChannelMode::Forum if !choice.reads_messages => {
            Err(texts::NEEDS_MESSAGE_CONTENT)
        }
        mode => Ok(Some(mode)),
    }
}

/// Returns the way of listening with which a trial has something to note: the one that holds if it answers unasked.
fn trial_mode(
    view: &SettingsView<'_>,
    choice: &SettingsChoice<'_>,
    channel: &ChannelFacts,
) -> Result<Option<ChannelMode>, &'static str> {
    let (own, parent) = view.channel(channel);
    let holds = own.mode.or(parent.mode).unwrap_or(channel.default_mode);
    let fits = match channel.kind {
        ChannelKind::Forum => ChannelMode::Forum,
        _ => ChannelMode::Ask,
    };
    let checked = mode(choice, channel, fits.as_str())?;
    Ok(match holds == fits {
        true => own.mode,
        false => checked,
    })
}
