//! The tools that tests are written with: folders of guides, the mistakes found in them, guides as plain data, the real
//! program.

pub(crate) mod asking;
pub(crate) mod browser;
pub(crate) mod chat;
pub(crate) mod conversation;
pub(crate) mod discord;
pub(crate) mod echo;
pub(crate) mod failing;
pub(crate) mod film_list;
pub(crate) mod flaky_store;
pub(crate) mod guides;
pub(crate) mod inside;
pub(crate) mod kept;
pub(crate) mod mistakes;
pub(crate) mod name_variants;
pub(crate) mod program;
pub(crate) mod questions;
pub(crate) mod records;
pub(crate) mod sample;
pub(crate) mod settings;
pub(crate) mod site;
pub(crate) mod source;
pub(crate) mod stores;
pub(crate) mod uses;
