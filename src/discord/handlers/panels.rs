//! Turns panels into what Discord takes: selects with what is chosen now, and buttons.

use serde_json::{Value, json};
use serenity::all::{
    ChannelId, CreateActionRow, CreateInteractionResponse, CreateInteractionResponseMessage,
    CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption, RoleId,
};

use super::outgoing;
use crate::chat::{Panel, PanelRow, Select, SelectKind, SelectOption};

/// Returns a panel that answers an interaction or takes the place of another.
pub(super) fn response(panel: &Panel) -> CreateInteractionResponseMessage {
    outgoing::response(&panel.message()).components(panel.rows.iter().map(row).collect())
}

/// Returns a response as JSON, with the ids of what is chosen now as texts: serenity writes these as numbers, which
/// Discord's description does not allow.
///
/// # Errors
/// Returns what cannot be written; nothing is known that cannot.
pub(super) fn body(response: &CreateInteractionResponse) -> serde_json::Result<Value> {
    let mut body = serde_json::to_value(response)?;
    let rows = body.pointer_mut("/data/components");
    for row in rows.and_then(Value::as_array_mut).into_iter().flatten() {
        let inside = row["components"].as_array_mut().into_iter().flatten();
        let chosen = inside.filter_map(|one| one.get_mut("default_values")?.as_array_mut());
        for value in chosen.flatten() {
            if let Some(id) = value["id"].as_u64() {
                value["id"] = json!(id.to_string());
            }
        }
    }
    Ok(body)
}

fn row(row: &PanelRow) -> CreateActionRow {
    match row {
        PanelRow::Buttons(buttons) => {
            CreateActionRow::Buttons(buttons.iter().map(outgoing::button).collect())
        }
        PanelRow::Select(one) => CreateActionRow::SelectMenu(select(one)),
    }
}

fn select(select: &Select) -> CreateSelectMenu {
    let kind = match &select.kind {
        SelectKind::Options(options) => CreateSelectMenuKind::String {
            options: options.iter().map(option).collect(),
        },
        SelectKind::Channels(chosen) => CreateSelectMenuKind::Channel {
            channel_types: None,
            default_channels: chosen.map(|one| vec![ChannelId::new(one.0)]),
        },
        SelectKind::Roles(chosen) => CreateSelectMenuKind::Role {
            default_roles: chosen.map(|one| vec![RoleId::new(one.0)]),
        },
    };
    CreateSelectMenu::new(&select.state, kind)
        .placeholder(&select.placeholder)
        .min_values(select.min)
        .max_values(select.max)
}

fn option(option: &SelectOption) -> CreateSelectMenuOption {
    let created = CreateSelectMenuOption::new(&option.label, &option.value)
        .default_selection(option.is_chosen);
    match option.description.as_str() {
        "" => created,
        description => created.description(description),
    }
}
