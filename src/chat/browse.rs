//! Contents, questions and films as lists with a menu, page by page where they are long.

use super::context::{ChatContext, line_to_browse};
use super::custom_id::CustomId;
use super::key::{EntryKey, Key};
use super::message::{Card, CardPart, Menu, MenuChoice, Message, Row};
use super::section::turning;
use crate::guide::{FAQ_SECTION, Guide};
use crate::markup::cut;
use crate::reply::{self, limits, texts};

/// The things that a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    /// A film's sections.
    Sections,
    /// A film's questions.
    Questions,
}

impl List {
    fn state(self, film: Option<Key>, page: usize) -> CustomId {
        match self {
            Self::Sections => CustomId::Browse { film, page },
            Self::Questions => CustomId::Questions { film, page },
        }
    }
}

/// Shows a page of a film's list, or of the films to choose from where it is not clear which film is meant.
pub(super) fn list(
    context: &ChatContext<'_>,
    list: List,
    guide: Option<&Guide>,
    page: usize,
) -> Message {
    match (guide, list) {
        (None, _) => films(context, list, page),
        (Some(guide), List::Sections) => contents(context, guide, page),
        (Some(guide), List::Questions) => questions(guide, page),
    }
}

fn contents(context: &ChatContext<'_>, guide: &Guide, page: usize) -> Message {
    let film = Key::of(guide.id.as_str());
    let headings = reply::contents(guide, &context.settings);
    let (page, n_pages, shown) = page_of(&headings, page);
    let mut parts = Vec::new();
    for heading in shown {
        parts.push(CardPart::Heading(heading.section.title.clone()));
        let titles: Vec<&str> = heading
            .entries
            .iter()
            .map(|(_, title)| title.as_str())
            .collect();
        if !titles.is_empty() {
            parts.push(CardPart::Plain(titles.join(" · ")));
        }
    }
    let choices = shown.iter().map(|heading| MenuChoice {
        label: cut(&heading.section.title, limits::CHOICE),
        value: CustomId::Section {
            opener: None,
            film,
            section: Key::of(&heading.section.id),
            page: 0,
        }
        .to_string(),
    });
    let card = card(guide.film.label(), parts, page, n_pages);
    menu(card, texts::OPEN_A_SECTION, choices.collect()).with_buttons(turning(
        page,
        n_pages,
        |page| List::Sections.state(Some(film), page),
    ))
}

fn questions(guide: &Guide, page: usize) -> Message {
    let film = Key::of(guide.id.as_str());
    let entries = guide
        .section(FAQ_SECTION)
        .map(|section| &section.entries[..]);
    let entries = entries.unwrap_or_default();
    if entries.is_empty() {
        return line_to_browse(texts::NO_QUESTIONS, Some(film));
    }
    let (page, n_pages, shown) = page_of(entries, page);
    let titles: Vec<String> = shown.iter().map(|entry| entry.title.clone()).collect();
    let choices = shown.iter().map(|entry| MenuChoice {
        label: cut(&entry.title, limits::CHOICE),
        value: CustomId::Entry(EntryKey::of(&guide.id, &entry.id)).to_string(),
    });
    let title = texts::questions_of(&guide.film.label());
    let card = card(
        title,
        titles.into_iter().map(CardPart::Plain).collect(),
        page,
        n_pages,
    );
    menu(card, texts::OPEN_A_QUESTION, choices.collect()).with_buttons(turning(
        page,
        n_pages,
        |page| List::Questions.state(Some(film), page),
    ))
}

fn films(context: &ChatContext<'_>, list: List, page: usize) -> Message {
    let guides: Vec<&Guide> = context.films().map(|(_, guide)| guide).collect();
    let (page, n_pages, shown) = page_of(&guides, page);
    let choices = shown.iter().map(|guide| MenuChoice {
        label: cut(&guide.film.label(), limits::CHOICE),
        value: list.state(Some(Key::of(guide.id.as_str())), 0).to_string(),
    });
    let mut message = menu(None, texts::CHOOSE_A_FILM, choices.collect());
    message.text = texts::WHICH_FILM.to_owned();
    message.with_buttons(turning(page, n_pages, |page| list.state(None, page)))
}

/// Returns the number of the page that is shown, that of all pages, and what is on it.
fn page_of<T>(all: &[T], page: usize) -> (usize, usize, &[T]) {
    let n_pages = all.len().div_ceil(limits::CHOICES).max(1);
    let page = page.min(n_pages - 1);
    let shown = all.chunks(limits::CHOICES).nth(page).unwrap_or_default();
    (page, n_pages, shown)
}

fn card(title: String, parts: Vec<CardPart>, page: usize, n_pages: usize) -> Option<Card> {
    let footer = match n_pages {
        1 => String::new(),
        _ => texts::page_of(page + 1, n_pages),
    };
    Some(Card {
        title,
        url: None,
        parts,
        footer,
    })
}

fn menu(card: Option<Card>, placeholder: &str, choices: Vec<MenuChoice>) -> Message {
    let rows = match choices.is_empty() {
        true => Vec::new(),
        false => vec![Row::Menu(Menu {
            state: CustomId::ListMenu.to_string(),
            placeholder: placeholder.to_owned(),
            choices,
        })],
    };
    Message {
        card,
        rows,
        ..Message::default()
    }
}
