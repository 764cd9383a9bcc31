//! One test binary.

mod harness;

mod accuracy;
mod architecture;
mod ask;
mod cast;
mod chat;
mod check;
mod cli;
mod config;
mod connection;
mod content_collisions;
mod content_form;
mod content_guides;
mod content_loading;
mod content_markup;
mod content_reload;
mod content_robust;
mod content_rules;
mod conversation;
mod conversation_browsing;
mod discord_doors;
mod eval;
mod explain;
mod fake_discord;
mod fake_discord_faults;
mod fake_discord_rules;
mod matching;
mod matching_explained;
mod matching_silence;
mod readme;
mod reply;
mod reply_properties;
mod robust;
mod which_film;
