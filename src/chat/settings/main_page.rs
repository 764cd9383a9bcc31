//! The first page of the settings: what holds in the whole server, and the way to its channels.

use super::action::{SettingsAction, SettingsId};
use super::view::{SettingsView, channel_mark, mode_words, role_mark, spoiler_words};
use crate::chat::message::Button;
use crate::chat::panel::{Panel, Select};
use crate::guide::ChannelId;
use crate::reply::limits;
use crate::reply::texts::and_more;
use crate::reply::texts::settings::{self as texts, Setting};
use crate::store::records::ChannelSettings;

/// The number of films that are named.
const MAX_FILMS: usize = 6;
/// The longest text of the page, in characters: what was changed, or why not, stands above it.
const ROOM: usize = limits::CONTENT - 450;
/// The room for the line that says how many channels more there are, in characters.
const AND_MORE: usize = 30;

/// Lays the page out; `here` is the channel that it is looked at in.
pub(super) fn page(view: &SettingsView<'_>, here: ChannelId) -> Panel {
    let state = |action| {
        let server = view.server;
        SettingsId { server, action }.to_string()
    };
    let settings = view.settings;
    let plain = match settings.plain_text {
        true => texts::USE_CARDS,
        false => texts::USE_PLAIN_TEXT,
    };
    let keep = match settings.keep_questions {
        true => texts::KEEP_NO_QUESTIONS,
        false => texts::KEEP_QUESTIONS,
    };
    let this_channel = SettingsAction::Channel {
        channel: here,
        page: 0,
    };
    let set_plain = SettingsAction::SetPlain(!settings.plain_text);
    let set_keeping = SettingsAction::SetKeeping(!settings.keep_questions);
    Panel::line(&text(view))
        .select(Select::channel(
            state(SettingsAction::PickChannel),
            texts::SET_UP_A_CHANNEL,
            None,
        ))
        .select(
            Select::role(
                state(SettingsAction::PickRole),
                texts::MODERATOR_ROLE,
                settings.moderator_role,
            )
            .or_none(),
        )
        .select(
            Select::channel(
                state(SettingsAction::PickDigest),
                texts::DIGEST_CHANNEL,
                settings.digest_channel,
            )
            .or_none(),
        )
        .buttons(vec![
            Button::press(texts::SET_UP_THIS_CHANNEL, state(this_channel)),
            Button::press(texts::CHOOSE_FILMS, state(SettingsAction::Films(0))),
            Button::press(plain, state(set_plain)),
            Button::press(keep, state(set_keeping)),
        ])
}

fn text(view: &SettingsView<'_>) -> String {
    let settings = view.settings;
    let moderators = match settings.moderator_role {
        Some(role) => texts::managers_and(&role_mark(role)),
        None => texts::MANAGERS.to_owned(),
    };
    let replies = match settings.plain_text {
        true => texts::PLAIN_TEXT,
        false => texts::CARDS,
    };
    let questions = match settings.keep_questions {
        true => texts::KEPT,
        false => texts::NOT_KEPT,
    };
    let digest = settings.digest_channel.map(channel_mark);
    let digest = digest.unwrap_or_else(|| texts::NONE.to_owned());
    let lines = [
        texts::TITLE.to_owned(),
        texts::line(Setting::Films, &films(view)),
        texts::line(Setting::Moderators, &moderators),
        texts::line(Setting::Replies, replies),
        texts::line(Setting::Questions, questions),
        texts::what_is_kept(view.retention_days),
        texts::line(Setting::Digest, &digest),
    ];
    let mut text = lines.join("\n");
    text.push_str(&channels(view, ROOM.saturating_sub(text.chars().count())));
    text
}

/// Names the films that are answered about.
pub(super) fn films(view: &SettingsView<'_>) -> String {
    let films = &view.settings.films;
    if films.is_empty() {
        return texts::ALL_FILMS.to_owned();
    }
    let named = films.iter().take(MAX_FILMS);
    let named: Vec<String> = named.map(|film| view.film_name(film)).collect();
    match films.len().saturating_sub(MAX_FILMS) {
        0 => named.join(", "),
        more => format!("{} {}", named.join(", "), and_more(more)),
    }
}

/// Lists the channels that something was set for, as many as there is room for, in lines of their own.
fn channels(view: &SettingsView<'_>, room: usize) -> String {
    let channels = &view.settings.channels;
    let mut list = match channels.is_empty() {
        true => String::new(),
        false => format!("\n**{}**", texts::CHANNELS),
    };
    for (n_listed, (id, settings)) in channels.iter().enumerate() {
        let line = channel(view, *id, settings);
        if list.chars().count() + line.chars().count() + AND_MORE > room {
            list.push_str(&format!("\n{}", and_more(channels.len() - n_listed)));
            break;
        }
        list.push_str(&format!("\n{line}"));
    }
    list
}

fn channel(view: &SettingsView<'_>, id: ChannelId, settings: &ChannelSettings) -> String {
    let parts = [
        settings.mode.map(|mode| mode_words(mode).short.to_owned()),
        settings.film.as_ref().map(|film| view.film_name(film)),
        settings.spoilers.map(|spoilers| {
            let [label, _] = spoiler_words(spoilers);
            texts::line(Setting::Spoilers, &label.to_lowercase())
        }),
        settings.is_trial.then(|| texts::ON_TRIAL.to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{} {}", channel_mark(id), parts.join(" · "))
}
