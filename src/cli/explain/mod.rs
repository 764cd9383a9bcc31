//! The explanation that `ask --explain` adds: why the best entries were found, word by word and figure by figure.

mod figures;
mod json;
mod table;

pub(super) use json::ExplanationJson;
pub(super) use table::write;
