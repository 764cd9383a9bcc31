//! The guides as web pages, with a place to ask: the only part of the program that names axum.
//!
//! [`Site`] is what all requests share; [`serve`] answers them until it is told to stop. A page is made from
//! the library of the moment and kept until a reload, so that an edit shows with the next request. The same
//! pages can be written as files: see [`export`].

mod answer_page;
mod api;
mod around;
mod assets;
mod chat;
mod chat_json;
mod export;
mod film;
mod find;
mod fingerprint;
mod former;
mod home;
mod limit;
mod link_check;
mod links;
mod listener;
mod missing;
mod ops;
mod pages;
mod peer;
mod rendered;
mod routes;
mod section;
mod serve;
mod site;
mod site_style;
mod structured;

pub use export::{ExportOptions, File, export};
pub use link_check::LinkCheck;
pub use serve::{serve, serve_metrics};
pub use site::Site;
