//! The settings of a server as pages of a panel: what they show, what a choice changes, and why one is refused.
//!
//! Everything that a page needs is in the ids of its buttons and selects ([`SettingsId`]), so that it works after a
//! restart and in any process. Whoever hands a choice in has asked whether it comes from a moderator of that server.

mod action;
mod change;
mod channel_page;
mod films_page;
mod main_page;
mod trial_page;
mod view;

pub use action::{SettingsAction, SettingsId};
pub use change::{SettingsChange, SettingsChoice, change, unfit_channel};
pub use trial_page::TRIALS_PER_PAGE;
pub use view::{ChannelFacts, ChannelKind, SettingsView};

use super::panel::Panel;
use crate::reply::texts::settings as texts;
use crate::store::records::TrialPage;

/// The outcome of a choice, said above the page that follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsOutcome {
    /// There was nothing to save.
    Shown,
    /// It was saved.
    Saved,
    /// It was refused, for this reason.
    Refused(&'static str),
    /// It is not known whether it was saved.
    Unconfirmed,
}

/// Lays out the page that follows a choice, with what a trial has come to where that is known.
pub fn settings_page(
    view: &SettingsView<'_>,
    choice: &SettingsChoice<'_>,
    outcome: SettingsOutcome,
    trials: Option<&TrialPage>,
) -> Panel {
    let fits = choice.channel.filter(|_| unfit_channel(choice).is_none());
    let page = match (choice.action, fits) {
        (SettingsAction::Films(page) | SettingsAction::PickFilms(page), _) => {
            films_page::page(view, page)
        }
        (SettingsAction::AllFilms, _) => films_page::page(view, 0),
        (
            SettingsAction::Trials { page, .. } | SettingsAction::Judge { page, .. },
            Some(channel),
        ) => trial_page::page(view, channel, page, trials),
        (SettingsAction::Channel { page, .. }, Some(channel)) => {
            channel_page::page(view, channel, page, trials)
        }
        (
            SettingsAction::PickChannel
            | SettingsAction::PickMode(_)
            | SettingsAction::PickFilm(_)
            | SettingsAction::PickSpoilers(_)
            | SettingsAction::SetTrial(..),
            Some(channel),
        ) => channel_page::page(view, channel, 0, trials),
        _ => main_page::page(view, choice.here),
    };
    let above = match outcome {
        SettingsOutcome::Shown => return page,
        SettingsOutcome::Saved => texts::SAVED.to_owned(),
        SettingsOutcome::Refused(why) => texts::not_changed(why),
        SettingsOutcome::Unconfirmed => texts::NOT_CONFIRMED.to_owned(),
    };
    Panel {
        text: format!("{above}\n\n{}", page.text),
        ..page
    }
}
