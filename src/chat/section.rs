//! A section as pages of a message, every entry at its own spoiler level.

use super::context::{page_button, title_link};
use super::custom_id::CustomId;
use super::ids::UserId;
use super::key::{EntryKey, Key};
use super::message::{Button, Card, CardPart, Menu, MenuChoice, Message, Row};
use super::show;
use crate::guide::{Guide, Section};
use crate::markup::cut;
use crate::reply::{self, Body, EntryView, Settings, limits, texts};

/// The number of characters of text that a page holds at most, unless one entry alone is longer: what is left of a
/// card's description goes to headings and to escapes.
const PAGE_CHARS: usize = 3_000;
/// The number of buttons that show hidden texts; more of them come in a menu.
const MAX_REVEALS: usize = 4;

/// Shows a page of a section, from 0; the last one where there are fewer.
///
/// `opener` is who opened it for everybody to see, `None` where only its reader sees it.
pub(super) fn section(
    settings: &Settings<'_>,
    guide: &Guide,
    section: &Section,
    opener: Option<UserId>,
    page: usize,
) -> Message {
    let shown = reply::section(guide, section, settings);
    let pages = pages(&shown.entries);
    let page = page.min(pages.len().saturating_sub(1));
    let entries = pages.get(page).copied().unwrap_or_default();
    let mut parts = Vec::new();
    for entry in entries {
        if !shown.one_text {
            parts.push(CardPart::Heading(entry.title.clone()));
        }
        parts.push(show::part(&entry.body));
    }
    let mut place = format!("{} › {}", shown.film_label, shown.section.title);
    if pages.len() > 1 {
        place = format!("{place} · {}", texts::page_of(page + 1, pages.len()));
    }
    let reviewed = shown.reviewed.map(|date| date.to_string());
    let card = Card {
        title: shown.section.title.clone(),
        url: title_link(settings, &shown.section.link),
        parts,
        footer: texts::place_and_review(&place, reviewed.as_deref()),
    };
    let state = |page| CustomId::Section {
        opener,
        film: Key::of(guide.id.as_str()),
        section: Key::of(&section.id),
        page,
    };
    let message = reveals(
        Message {
            card: Some(card),
            ..Message::default()
        },
        entries,
    );
    let mut buttons = turning(page, pages.len(), state);
    buttons.extend(page_button(
        settings,
        texts::READ_THE_SECTION,
        &shown.section.link,
    ));
    let browse = CustomId::Browse {
        film: Some(Key::of(guide.id.as_str())),
        page: 0,
    };
    buttons.push(Button::press(texts::BROWSE_SECTIONS, browse.to_string()));
    buttons.extend(opener.map(show::remove));
    message.with_buttons(buttons)
}

/// Returns the buttons that lead to the pages before and after.
pub(super) fn turning(
    page: usize,
    n_pages: usize,
    state: impl Fn(usize) -> CustomId,
) -> Vec<Button> {
    let before = page.checked_sub(1).map(|page| (texts::PREVIOUS, page));
    let after = (page + 1 < n_pages).then_some((texts::NEXT, page + 1));
    let both = before.into_iter().chain(after);
    both.map(|(label, page)| Button::press(label, state(page).to_string()))
        .collect()
}

/// Parts the entries into pages.
fn pages(entries: &[EntryView]) -> Vec<&[EntryView]> {
    let mut pages = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (at, entry) in entries.iter().enumerate() {
        let length = entry.title.chars().count() + body_chars(&entry.body);
        if at > start && used + length > PAGE_CHARS {
            pages.push(&entries[start..at]);
            (start, used) = (at, 0);
        }
        used += length;
    }
    if start < entries.len() {
        pages.push(&entries[start..]);
    }
    pages
}

fn body_chars(body: &Body) -> usize {
    match body {
        Body::Open(text) | Body::Folded(text) => text.to_markup().chars().count(),
        Body::Withheld => texts::ENDING_IS_HIDDEN.chars().count(),
    }
}

/// Adds a way to see each of the entries that are withheld.
fn reveals(message: Message, entries: &[EntryView]) -> Message {
    let withheld: Vec<&EntryView> = entries
        .iter()
        .filter(|entry| entry.body == Body::Withheld)
        .collect();
    let state =
        |entry: &EntryView| CustomId::Reveal(EntryKey::of(&entry.film, &entry.entry)).to_string();
    match &withheld[..] {
        [] => message,
        [only] => message.with_buttons(vec![Button::press(texts::REVEAL_TO_ME, state(only))]),
        several if several.len() <= MAX_REVEALS => {
            let buttons = several
                .iter()
                .map(|entry| Button::press(&texts::reveal_to_me(&entry.title), state(entry)));
            message.with_buttons(buttons.collect())
        }
        many => {
            let choices = many.iter().take(limits::CHOICES).map(|entry| MenuChoice {
                label: cut(&entry.title, limits::CHOICE),
                value: state(entry),
            });
            let mut message = message;
            message.rows.push(Row::Menu(Menu {
                state: CustomId::RevealMenu.to_string(),
                placeholder: texts::REVEAL_TO_ME.to_owned(),
                choices: choices.collect(),
            }));
            message
        }
    }
}
