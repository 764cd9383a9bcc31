//! Messages of the conversation as the chat page's script reads them: a shape apart from the core's types.

use serde::Serialize;

use crate::chat::{self, Action, ButtonKind};
use crate::markup::{HtmlNode, RichText, html_nodes};
use crate::web::pages::links::Links;

/// The outcome of what was typed or pressed.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum ChatTurnJson {
    /// A message for all to see.
    Says { message: MessageJson },
    /// A message for the asker alone.
    Whispers { message: MessageJson },
    /// The message that the pressed one turns into.
    Turns { message: MessageJson },
    /// The pressed message is taken away.
    Removed,
    /// Nothing was understood; a sentence says what is wrong.
    Problem { error: &'static str },
}

/// A message.
#[derive(Debug, Serialize)]
pub(crate) struct MessageJson {
    text: String,
    card: Option<CardJson>,
    rows: Vec<RowJson>,
}

#[derive(Debug, Serialize)]
struct CardJson {
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
enum RowJson {
    Buttons(Vec<ButtonJson>),
    Menu(MenuJson),
}

#[derive(Debug, Serialize)]
struct ButtonJson {
    label: String,
    primary: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    press: Option<String>,
}

#[derive(Debug, Serialize)]
struct MenuJson {
    placeholder: String,
    choices: Vec<MenuChoiceJson>,
}

#[derive(Debug, Serialize)]
struct MenuChoiceJson {
    label: String,
    value: String,
}

impl MessageJson {
    /// Puts a message into the shape, with its links as `links` leads.
    pub(crate) fn new(message: &chat::Message, links: &Links) -> Self {
        Self {
            text: message.text.clone(),
            card: message.card.as_ref().map(|card| CardJson::new(card, links)),
            rows: message
                .rows
                .iter()
                .map(|row| RowJson::new(row, links))
                .collect(),
        }
    }
}

impl CardJson {
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

impl RowJson {
    fn new(row: &chat::Row, links: &Links) -> Self {
        match row {
            chat::Row::Buttons(buttons) => Self::Buttons(
                buttons
                    .iter()
                    .map(|one| ButtonJson::new(one, links))
                    .collect(),
            ),
            chat::Row::Menu(menu) => {
                let choices = menu.choices.iter().map(|choice| MenuChoiceJson {
                    label: choice.label.clone(),
                    value: choice.value.clone(),
                });
                Self::Menu(MenuJson {
                    placeholder: menu.placeholder.clone(),
                    choices: choices.collect(),
                })
            }
        }
    }
}

impl ButtonJson {
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
