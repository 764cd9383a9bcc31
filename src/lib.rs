//! frontrow answers questions about films from guides that people keep as text files.
//!
//! # The life of a question
//! | | a mention | `/ask` | a page, `/ask?q=…` | the terminal, `frontrow ask` |
//! |---|---|---|---|---|
//! | 1 | `discord::dispatch` takes the event | the same | `web::routes` takes the request | `cli::ask` takes the words |
//! | 2 | `detect_question` sees that it is one | `commands::ask` has its options | `pages::handlers` reads the query | – |
//! | 3 | [`app::App::ask`] cleans it, finds its film | the same | the same | the same |
//! | 4 | [`library::Library::ask`] ranks and decides | the same | the same | the same |
//! | 5 | [`reply::reply`] makes the [`reply::Reply`] | the same | the same | the same |
//! | 6 | [`chat::answer`] lays it out, `send` sends it | the same, `respond` sends it | `pages::answer` renders it | `cli::layout` writes it |
//!
//! # Where things are
//! - [`guide`] what we know, as plain data
//! - [`markup`] texts with formatting: one tree, rendered for the terminal, Discord and pages
//! - [`text`] letters turned into tokens: folding, stop words, stems, synonyms, rarity, vectors
//! - [`search`] the index and the ranking, explainable
//! - [`answer`] which film, and whether to answer, suggest or stay silent
//! - [`library`] guides and their index, immutable; the one that answers now; what differs between two
//! - [`reply`] replies as plain data; every sentence is in [`reply::texts`]
//! - [`content`] the guide files: reading, checking, reloading; edits that are made elsewhere, laid over them
//! - [`chat`] messages, cards, buttons and menus, as plain data
//! - [`app`] the front desk: every surface asks, opens and presses here; pages and the terminal show sections by
//!   themselves
//! - [`discord`] the bot: the connection, the handlers of messages and buttons, the commands
//! - [`config`] the settings, from the environment
//! - [`health`] whether the program lives and is ready
//! - [`metrics`] the program's counts
//! - [`web`] the guides as pages
//! - [`cli`] the command line
//!
//! # Invariants
//! 1. `guide`, `markup`, `text`, `search`, `answer`, `library`, `reply` and `chat` are pure: no files, no clock, no randomness, no
//!    panic.
//! 2. Only `content::source` and `content::watch` read guides from disk; only `config` and `main` read the environment.
//! 3. A [`library::Library`] never changes; one question uses one library from start to end.
//! 4. A bad edit never takes answers away, and holds nobody else's edit up: each film's file is loaded, checked and
//!    swapped on its own.
//! 5. Only `discord` names serenity and poise.
//! 6. A spoiler is shown only to those who ask to see it.
//! 7. Only [`app::App`] answers questions: the same question gets the same decision at every surface.

pub mod answer;
pub mod app;
pub mod chat;
pub mod cli;
pub mod config;
pub mod content;
pub mod discord;
pub mod guide;
pub mod health;
pub mod library;
pub mod markup;
pub mod metrics;
pub mod reply;
pub mod search;
pub mod text;
pub mod web;
