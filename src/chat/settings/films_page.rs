//! The page of the films that a server is answered about.

use super::action::{SettingsAction, SettingsId};
use super::main_page;
use super::view::{SettingsView, film_value};
use crate::chat::message::Button;
use crate::chat::panel::{Panel, Select, SelectKind, SelectOption};
use crate::guide::Guide;
use crate::library::Library;
use crate::reply::texts::settings::{self as texts, Setting};
use crate::reply::{limits, texts as common};

/// Lays a page out, counted from 0; one that is not there is the last.
pub(super) fn page(view: &SettingsView<'_>, page: usize) -> Panel {
    let state = |action| {
        let server = view.server;
        SettingsId { server, action }.to_string()
    };
    let n_pages = view.library.guides().len().div_ceil(limits::CHOICES);
    let page = page.min(n_pages.saturating_sub(1));
    let guides = films_of_page(view.library, page);
    let options = guides.iter().map(|guide| {
        let is_chosen = view.settings.films.contains(&guide.id);
        SelectOption::new(&guide.film.label(), film_value(&guide.id), is_chosen)
    });
    let select = Select {
        kind: SelectKind::Options(options.collect()),
        max: u8::try_from(guides.len()).unwrap_or(u8::MAX),
        ..Select::one(
            state(SettingsAction::PickFilms(page)),
            texts::FILMS,
            Vec::new(),
        )
    };
    let mut buttons = Vec::new();
    let mut turn = |label, page| {
        buttons.push(Button::press(label, state(SettingsAction::Films(page))));
    };
    if let Some(before) = page.checked_sub(1) {
        turn(common::PREVIOUS, before);
    }
    if page + 1 < n_pages {
        turn(common::NEXT, page + 1);
    }
    if !view.settings.films.is_empty() {
        let all = state(SettingsAction::AllFilms);
        buttons.push(Button::press(texts::ALLOW_ALL_FILMS, all));
    }
    buttons.push(Button::press(texts::BACK, state(SettingsAction::Open)));
    let panel = Panel::line(&text(view, page, n_pages));
    match guides.is_empty() {
        true => panel.buttons(buttons),
        false => panel.select(select.or_none()).buttons(buttons),
    }
}

fn text(view: &SettingsView<'_>, page: usize, n_pages: usize) -> String {
    let films = texts::line(Setting::Films, &main_page::films(view));
    match n_pages {
        0 | 1 => format!("{}\n{films}", texts::FILMS_TITLE),
        _ => format!(
            "{}\n{films}\n-# {}",
            texts::FILMS_TITLE,
            common::page_of(page + 1, n_pages)
        ),
    }
}

/// Returns the films that a page offers.
pub(super) fn films_of_page(library: &Library, page: usize) -> &[Guide] {
    let mut pages = library.guides().chunks(limits::CHOICES);
    pages.nth(page).unwrap_or_default()
}
