//! The markup of guides: parsed once, when a guide is loaded, and rendered wherever it is read.
//!
//! [`parse`] makes a [`RichText`] of what somebody wrote; [`plain`], [`discord`] and [`html`] render it for a terminal,
//! for Discord and for pages. Beside them stand what every rendered text needs: cutting, wrapping, escaping, spoilers.
//! Nothing here knows guides: a link to an entry is an id until [`RichText::with_addresses`] puts an address in its place.

mod cut;
mod discord;
mod entry_links;
pub mod escape;
mod html;
mod parse;
mod plain;
mod sentences;
pub mod spoiler;
mod tree;
mod tree_builder;
mod wrap;
mod years;

pub use cut::{cut, cut_text};
pub use discord::discord;
pub use html::{HtmlNode, html, html_nodes};
pub use parse::parse;
pub use plain::{one_line, plain};
pub use sentences::led_by;
pub use tree::{Node, NodeKind, RichText, Unsupported};
pub use wrap::wrap;
