//! The page of a channel: how the bot listens there, which film is meant, which spoilers show, and the trial.

use super::action::{SettingsAction, SettingsId};
use super::view::{
    ChannelFacts, SettingsView, channel_mark, film_value, mode_words, spoiler_words, spoilers_of,
};
use crate::chat::message::Button;
use crate::chat::panel::{Panel, Select, SelectOption};
use crate::guide::FilmId;
use crate::reply::limits;
use crate::reply::texts::settings::{self as texts, Setting};
use crate::store::records::{ChannelMode, ChannelSettings, ChannelSpoilers, TrialPage};

/// The value of the choice that sets nothing.
pub(super) const UNSET: &str = "unset";
/// The number of films that a page of the select offers; the first choice is none.
const FILMS: usize = limits::CHOICES - 1;

/// Lays the page out, with what a trial has come to where that is known.
pub(super) fn page(
    view: &SettingsView<'_>,
    channel: &ChannelFacts,
    film_page: usize,
    trials: Option<&TrialPage>,
) -> Panel {
    let (own, parent) = view.channel(channel);
    let id = |action| {
        let server = view.server;
        SettingsId { server, action }.to_string()
    };
    let mode = id(SettingsAction::PickMode(channel.id));
    let spoilers = id(SettingsAction::PickSpoilers(channel.id));
    let mut panel = Panel::line(&text(view, channel, &own, &parent, trials)).select(Select::one(
        mode,
        texts::MODE,
        modes(&own),
    ));
    let n_films = view.guides().len();
    if n_films > 1 {
        panel = panel.select(film_select(view, channel, &own, film_page));
    }
    panel = panel.select(Select::one(
        spoilers,
        texts::SPOILERS,
        spoiler_options(&own),
    ));
    let mut buttons = Vec::new();
    if own.is_trial {
        let end = id(SettingsAction::SetTrial(channel.id, false));
        buttons.push(Button::press(texts::GO_LIVE, end).primary());
    } else if !parent.is_trial {
        let begin = id(SettingsAction::SetTrial(channel.id, true));
        buttons.push(Button::press(texts::TRY_OUT, begin));
    }
    let n_trials = trials.map_or(0, |trials| trials.total);
    if n_trials > 0 {
        let (channel, page) = (channel.id, 0);
        let show = id(SettingsAction::Trials { channel, page });
        buttons.push(Button::press(&texts::would_have_answered(n_trials), show));
    }
    let n_pages = n_films.div_ceil(FILMS);
    if n_pages > 1 {
        let (channel, page) = (channel.id, (film_page + 1) % n_pages);
        let more = id(SettingsAction::Channel { channel, page });
        buttons.push(Button::press(texts::MORE_FILMS, more));
    }
    buttons.push(Button::press(texts::BACK, id(SettingsAction::Open)));
    panel.buttons(buttons)
}

fn modes(own: &ChannelSettings) -> Vec<SelectOption> {
    let unset = SelectOption::new(texts::NOT_SET, UNSET, own.mode.is_none());
    let modes = [
        ChannelMode::Ask,
        ChannelMode::Forum,
        ChannelMode::Called,
        ChannelMode::Quiet,
    ];
    let modes = modes.map(|mode| {
        let words = mode_words(mode);
        SelectOption::new(words.label, mode.as_str(), own.mode == Some(mode))
            .described(words.meaning)
    });
    [unset].into_iter().chain(modes).collect()
}

fn spoiler_options(own: &ChannelSettings) -> Vec<SelectOption> {
    let unset = SelectOption::new(texts::NOT_SET, UNSET, own.spoilers.is_none());
    let levels = ChannelSpoilers::EVERY.map(|level| {
        let [label, meaning] = spoiler_words(level);
        SelectOption::new(label, level.as_str(), own.spoilers == Some(level)).described(meaning)
    });
    [unset].into_iter().chain(levels).collect()
}

fn film_select(
    view: &SettingsView<'_>,
    channel: &ChannelFacts,
    own: &ChannelSettings,
    page: usize,
) -> Select {
    let unset = SelectOption::new(texts::NOT_SET, UNSET, own.film.is_none());
    let guides = view.guides();
    let mut pages = guides.chunks(FILMS);
    let shown = pages.nth(page).or(guides.chunks(FILMS).next());
    let films = shown.unwrap_or_default().iter().map(|guide| {
        let is_chosen = own.film.as_ref() == Some(&guide.id);
        SelectOption::new(&guide.film.label(), film_value(&guide.id), is_chosen)
    });
    let placeholder = match &own.film {
        Some(film) => texts::film(&plain_name(view, film)),
        None => texts::FILM.to_owned(),
    };
    let state = SettingsId {
        server: view.server,
        action: SettingsAction::PickFilm(channel.id),
    };
    let options = [unset].into_iter().chain(films).collect();
    Select::one(state.to_string(), &placeholder, options)
}

/// Returns a film's name as it stands on a select, which reads no markup.
fn plain_name(view: &SettingsView<'_>, film: &FilmId) -> String {
    let found = view.library.film(film.as_str());
    match found.and_then(|film| view.library.guide(film)) {
        Some(guide) => guide.film.label(),
        None => film.to_string(),
    }
}

fn text(
    view: &SettingsView<'_>,
    channel: &ChannelFacts,
    own: &ChannelSettings,
    parent: &ChannelSettings,
    trials: Option<&TrialPage>,
) -> String {
    let here = channel_mark(channel.id);
    let of_parent = channel.parent.map(channel_mark);
    let title = match &of_parent {
        Some(parent) => texts::thread(&here, parent),
        None => texts::channel(&here),
    };
    // What was set here, or in the channel of a thread, or nowhere.
    let shown =
        |own: Option<String>, inherited: Option<String>, default: String| match (own, inherited) {
            (Some(own), _) => own,
            (None, Some(inherited)) => texts::not_set(&inherited, of_parent.as_deref()),
            (None, None) => texts::not_set(&default, None),
        };
    let mode = |mode: ChannelMode| mode_words(mode).short.to_owned();
    let film = |film: &FilmId| view.film_name(film);
    let spoilers = |level: ChannelSpoilers| spoiler_words(level)[0].to_lowercase();
    let default_film = view.film.and_then(|film| FilmId::parse(film).ok());
    let default_film = default_film.map_or_else(|| texts::NONE.to_owned(), |id| film(&id));
    let trial = shown(
        own.is_trial.then(|| texts::TRIAL.to_owned()),
        parent.is_trial.then(|| texts::TRIAL.to_owned()),
        texts::NO_TRIAL.to_owned(),
    );
    let listens = shown(
        own.mode.map(mode),
        parent.mode.map(mode),
        mode(channel.default_mode),
    );
    let meant = shown(
        own.film.as_ref().map(film),
        parent.film.as_ref().map(film),
        default_film,
    );
    let hidden = shown(
        own.spoilers.map(spoilers),
        parent.spoilers.map(spoilers),
        spoilers(spoilers_of(view.spoilers)),
    );
    let mut lines = vec![
        title,
        texts::line(Setting::Mode, &listens),
        texts::line(Setting::Film, &meant),
        texts::line(Setting::Spoilers, &hidden),
        texts::line(Setting::Trial, &trial),
    ];
    lines.extend(so_far(own.is_trial, trials));
    lines.join("\n")
}

/// Says what a trial has come to, where there is or was one.
fn so_far(is_trial: bool, trials: Option<&TrialPage>) -> Option<String> {
    match trials {
        None => is_trial.then(|| texts::TRIAL_ANSWERS_AWAY.to_owned()),
        Some(trials) => (is_trial || trials.total > 0)
            .then(|| texts::trial_so_far(trials.total, trials.right, trials.wrong)),
    }
}
