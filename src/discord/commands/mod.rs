//! The commands: one file each, their definitions for poise, their registration with Discord.

mod about;
mod answer_menu;
mod ask;
mod command_diff;
pub(super) mod context;
pub(super) mod definitions;
mod faq;
mod films;
pub(super) mod registration;
mod reload;
mod section;
mod settings;
