//! frontrow answers questions about films from guides that people keep as text files.
//!
//! # The life of a question
//! A door (Discord, a web page, the terminal) hands a [`answer::Question`] to the current [`content::Library`].
//! `text` folds and splits it into tokens, `search` ranks the entries of the guides, `answer`
//! decides whether the best of them is sure enough, and `reply` puts the decision into plain data
//! that the door shows.
//!
//! # Where things are
//! - [`guide`] what we know, as plain data
//! - [`text`] from letters to tokens: folding, stop words, stems, synonyms, rarity, vectors
//! - [`search`] the index and the ranking, explainable
//! - [`answer`] which film, and whether to answer, suggest or stay silent
//! - [`reply`] what is said, as plain data; every sentence is in [`reply::texts`]
//! - [`content`] the guide files: reading, checking, swapping
//! - [`conversation`] what a chat room sees and presses, as plain data
//! - [`app`] what every door needs to answer
//! - [`discord`] the bot: the connection, and the doors in it
//! - [`config`] the settings, from the environment
//! - [`json`] the JSON that other programs rely on
//! - [`health`] whether the program lives and is ready
//! - [`metrics`] what the program counts
//! - [`parallel`] one kind of work on all processors
//! - [`web`] the guides as pages
//! - [`cli`] the command line
//!
//! # What always holds
//! 1. `guide`, `text`, `search`, `answer`, `reply` and `conversation` are pure: no files, no clock, no randomness, no panic.
//! 2. Only `content::source` and `content::watch` read guides from disk; only `config` and `main` read the environment.
//! 3. A [`content::Library`] never changes; one question uses one library from start to end.
//! 4. A bad edit never takes answers away: load everything, check everything, then swap.
//! 5. Only `discord` names serenity and poise.
//! 6. A spoiler is shown only to those who ask to see it.

pub mod guide;

pub mod text;

pub mod search;

pub mod answer;

pub mod reply;

pub mod content;

pub mod conversation;

pub mod config;

pub mod json;

pub mod health;

pub mod metrics;

pub mod parallel;

pub mod web;

pub mod rate_limit;

pub mod app;

pub mod discord;

pub mod cli;
