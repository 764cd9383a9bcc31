//! What is said, as plain data: the same for a terminal, a web page and a chat message.

pub mod texts;
