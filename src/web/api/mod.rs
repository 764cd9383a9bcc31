//! JSON: for other programs, and for the script of the chat page.

pub(in crate::web) mod chat_json;
pub(in crate::web) mod handlers;
