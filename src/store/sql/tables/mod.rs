//! The tables: how each kind of record is written and read.

pub(super) mod counts;
pub(super) mod edits;
pub(super) mod meta;
pub(super) mod phrasings;
pub(super) mod processes;
pub(super) mod purging;
pub(super) mod questions;
pub(super) mod settings;
pub(super) mod trials;
