//! Turns messages into what serenity sends: embeds, buttons, menus, and never a ping.

use serenity::all::{
    ButtonStyle, CreateActionRow, CreateAllowedMentions, CreateButton, CreateEmbed,
    CreateEmbedFooter, CreateInteractionResponseMessage, CreateMessage, CreateSelectMenu,
    CreateSelectMenuKind, CreateSelectMenuOption, EditMessage,
};

use crate::chat::{self, Action, Button, ButtonKind, Card, Menu, Message, Row};
use crate::markup::cut_text;
use crate::reply::limits;

/// Returns a message for a channel.
pub(super) fn message(message: &Message) -> CreateMessage {
    let created = CreateMessage::new().allowed_mentions(no_mentions());
    let created = match message.text.as_str() {
        "" => created,
        text => created.content(content(text)),
    };
    let created = match &message.card {
        Some(card) => created.embed(embed(card)),
        None => created,
    };
    match message.rows.is_empty() {
        true => created,
        false => created.components(rows(&message.rows)),
    }
}

/// Returns what takes the place of a message in a channel: what is missing is empty there.
pub(super) fn edit(message: &Message) -> EditMessage {
    EditMessage::new()
        .allowed_mentions(no_mentions())
        .content(content(&message.text))
        .embeds(message.card.iter().map(embed).collect())
        .components(rows(&message.rows))
}

/// Returns a message that answers an interaction or takes the place of another: what is missing is empty there.
pub(super) fn response(message: &Message) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new()
        .allowed_mentions(no_mentions())
        .content(content(&message.text))
        .embeds(message.card.iter().map(embed).collect())
        .components(rows(&message.rows))
}

/// Returns what lets nobody be pinged, whatever stands in the text.
pub(crate) fn no_mentions() -> CreateAllowedMentions {
    CreateAllowedMentions::new()
}

fn content(text: &str) -> String {
    cut_text(text, limits::CONTENT)
}

fn embed(card: &Card) -> CreateEmbed {
    let embed = CreateEmbed::new().title(chat::title(card));
    let embed = match chat::card_text(card, limits::DESCRIPTION) {
        text if text.is_empty() => embed,
        text => embed.description(text),
    };
    let embed = match chat::footer(card) {
        footer if footer.is_empty() => embed,
        footer => embed.footer(CreateEmbedFooter::new(footer)),
    };
    match &card.url {
        Some(url) => embed.url(url),
        None => embed,
    }
}

fn rows(rows: &[Row]) -> Vec<CreateActionRow> {
    let rows = rows.iter().map(|row| match row {
        Row::Buttons(buttons) => CreateActionRow::Buttons(buttons.iter().map(button).collect()),
        Row::Menu(one) => CreateActionRow::SelectMenu(menu(one)),
    });
    rows.collect()
}

/// Returns a button.
pub(super) fn button(button: &Button) -> CreateButton {
    let created = match &button.action {
        Action::Open(address) => return CreateButton::new_link(address).label(&button.label),
        Action::Press(state) => CreateButton::new(state),
    };
    let style = match button.style {
        ButtonKind::Primary => ButtonStyle::Primary,
        ButtonKind::Secondary => ButtonStyle::Secondary,
    };
    created.label(&button.label).style(style)
}

fn menu(menu: &Menu) -> CreateSelectMenu {
    let options = menu
        .choices
        .iter()
        .map(|choice| CreateSelectMenuOption::new(&choice.label, &choice.value));
    let kind = CreateSelectMenuKind::String {
        options: options.collect(),
    };
    CreateSelectMenu::new(&menu.state, kind).placeholder(&menu.placeholder)
}
