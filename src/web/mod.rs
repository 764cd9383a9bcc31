//! The guides as web pages, with a place to ask: the only part of the program that names axum.
//!
//! - `server`: connections, limits, headers, and what those who run the program look at
//! - `pages`: what people read, from the library of the moment; a page is kept until a reload
//! - `api`: the same as JSON, for other programs and for the script of the chat page
//! - [`export`]: the same as files
//!
//! [`Site`] is what all requests share; `routes` says which path is answered by whom.

mod api;
mod export;
mod pages;
mod routes;
mod server;
mod site;

pub use export::files::{ExportOptions, File, export};
pub use export::link_check::LinkCheck;
pub use routes::{serve, serve_metrics};
pub use site::Site;
