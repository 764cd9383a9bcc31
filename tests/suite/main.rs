//! One test binary. The groups are in reading order: from what a guide is to what people see, each alphabetically.

mod harness;

// The project itself: its layers, its form, what its README promises.
mod architecture;
mod architecture_form;
mod readme;

// Guides: read from files, checked, reloaded.
mod content_collisions;
mod content_form;
mod content_guides;
mod content_loading;
mod content_markup;
mod content_reload;
mod content_robust;
mod content_rules;

// Questions: what is found, and what is decided.
mod accuracy;
mod asked_directly;
mod cast;
mod facts;
mod film_evidence;
mod film_names;
mod matching;
mod matching_explained;
mod matching_silence;
mod robust;
mod server_films;
mod topics;
mod which_film;

// Replies: how a decision is put, the same at every surface.
mod chat_answers;
mod chat_browsing;
mod chat_settings;
mod chat_settings_changes;
mod front_desk;
mod markup_properties;
mod place_settings;
mod reply;

// The store: the same on every backend, as the program uses it, and as people keep it.
mod store_away;
mod store_backup;
mod store_bot;
mod store_counts;
mod store_edits;
mod store_handle;
mod store_meta;
mod store_migrations;
mod store_postgres;
mod store_questions;
mod store_settings;
mod store_setup;
mod store_trials;

// The command line.
mod ask;
mod check;
mod cli;
mod cli_chat;
mod config;
mod eval;
mod explain;
mod import;
mod import_into;
mod import_properties;
mod import_questions;

// The pages.
mod web_browser;
mod web_chat;
mod web_encodings;
mod web_export;
mod web_links;
mod web_pages;
mod web_run;
mod web_serving;

// The bot in Discord, and the Discord that it is tested with.
mod connection;
mod discord_buttons;
mod discord_commands;
mod discord_connection;
mod discord_edits;
mod discord_faults;
mod discord_handlers;
mod discord_long;
mod discord_moderators;
mod discord_questions;
mod discord_reload;
mod discord_secrets;
mod discord_settings;
mod discord_settings_effects;
mod discord_spoilers;
mod discord_store_away;
mod discord_trials;
mod discord_unasked;
mod fake_discord;
mod fake_discord_faults;
mod fake_discord_rules;
