//! JSON: for other programs, and for the script of the chat page.

pub(crate) mod chat;
pub(crate) mod chat_json;
pub(crate) mod guides;
pub(crate) mod guides_json;
