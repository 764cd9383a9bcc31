//! Messages of the conversation as the chat page's script reads them: a shape apart from the core's types.

use serde::Serialize;

use super::links::Links;
use crate::chat::{self, Action, ButtonKind};
use crate::markup::{HtmlNode, RichText, html_nodes};

/// What becomes of what was typed or pressed.
#[derive(Debug, Serialize)]
pub(super) struct Turn {
    /// `says`: a message for all to see; `whispers`: one for the asker alone; `turns`: the pressed message turns into
    /// this one; `removed`: it is taken away; `problem`: nothing was understood.
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
    /// What is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Message {
    text: String,
    card: Option<Card>,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Card {
    title: String,
    url: Option<String>,
    parts: Vec<CardPartJson>,
    footer: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum CardPartJson {
    Heading(String),
    Plain(String),
    Text(Vec<HtmlNode>),
    Hidden(Vec<HtmlNode>),
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum Row {
    Buttons(Vec<Button>),
    Menu(Menu),
}

#[derive(Debug, Serialize)]
struct Button {
    label: String,
    primary: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    press: Option<String>,
}

#[derive(Debug, Serialize)]
struct Menu {
    placeholder: String,
    choices: Vec<MenuChoiceJson>,
}

#[derive(Debug, Serialize)]
struct MenuChoiceJson {
    label: String,
    value: String,
}

impl Turn {
    /// A message for all to see.
    pub(super) fn says(message: &chat::Message, links: &Links) -> Self {
        Self::with("says", Message::new(message, links))
    }

    /// A message for the asker alone.
    pub(super) fn whispers(message: &chat::Message, links: &Links) -> Self {
        Self::with("whispers", Message::new(message, links))
    }

    /// What the pressed message turns into.
    pub(super) fn turns(message: &chat::Message, links: &Links) -> Self {
        Self::with("turns", Message::new(message, links))
    }

    /// The pressed message is taken away.
    pub(super) fn removed() -> Self {
        Self {
            kind: "removed",
            message: None,
            error: None,
        }
    }

    /// Nothing was understood.
    pub(super) fn problem(error: &'static str) -> Self {
        Self {
            kind: "problem",
            message: None,
            error: Some(error),
        }
    }

    fn with(kind: &'static str, message: Message) -> Self {
        Self {
            kind,
            message: Some(message),
            error: None,
        }
    }
}

impl Message {
    fn new(message: &chat::Message, links: &Links) -> Self {
        Self {
            text: message.text.clone(),
            card: message.card.as_ref().map(|card| Card::new(card, links)),
            rows: message
                .rows
                .iter()
                .map(|row| Row::new(row, links))
                .collect(),
        }
    }
}

impl Card {
    fn new(card: &chat::Card, links: &Links) -> Self {
        let nodes = |text: &RichText| html_nodes(text, |address| links.resolve(address));
        let part = |part: &chat::CardPart| match part {
            chat::CardPart::Heading(text) => CardPartJson::Heading(text.clone()),
            chat::CardPart::Plain(text) => CardPartJson::Plain(text.clone()),
            chat::CardPart::Text(text) => CardPartJson::Text(nodes(text)),
            chat::CardPart::Hidden(text) => CardPartJson::Hidden(nodes(text)),
        };
        Self {
            title: card.title.clone(),
            url: card.url.as_deref().map(|url| links.resolve(url)),
            parts: card.parts.iter().map(part).collect(),
            footer: card.footer.clone(),
        }
    }
}

impl Row {
    fn new(row: &chat::Row, links: &Links) -> Self {
        match row {
            chat::Row::Buttons(buttons) => {
                Self::Buttons(buttons.iter().map(|one| Button::new(one, links)).collect())
            }
            chat::Row::Menu(menu) => {
                let choices = menu.choices.iter().map(|choice| MenuChoiceJson {
                    label: choice.label.clone(),
                    value: choice.value.clone(),
                });
                Self::Menu(Menu {
                    placeholder: menu.placeholder.clone(),
                    choices: choices.collect(),
                })
            }
        }
    }
}

impl Button {
    fn new(button: &chat::Button, links: &Links) -> Self {
        let (open, press) = match &button.action {
            Action::Open(address) => (Some(links.resolve(address)), None),
            Action::Press(state) => (None, Some(state.clone())),
        };
        Self {
            label: button.label.clone(),
            primary: button.style == ButtonKind::Primary,
            open,
            press,
        }
    }
}
