//! The guide files: reading, checking, swapping.
//!
//! [`load`] reads a folder (`source`), takes every file apart (`parse` to a `draft`), judges it (`validate`)
//! and builds a [`Library`] of what is sound. What is wrong is data: all of it, each at its place ([`Diagnostics`]).

mod build;
mod checks;
mod collisions;
mod corpus;
mod diagnostic;
mod diff;
mod draft;
mod fingerprint;
mod library;
mod live;
mod load;
mod parse;
mod report;
mod schema;
mod source;
mod template;
mod validate;
pub mod watch;

pub use corpus::{CorpusError, corpus};
pub use diagnostic::{Diagnostic, Diagnostics, Place, Position, Record, Severity};
pub use diff::{Changes, diff};
pub use fingerprint::Fingerprint;
pub use library::Library;
pub use live::{Live, Reloaded};
pub use load::{Counts, LoadOptions, Loaded, Sound, load};
pub use schema::schema;
pub use source::{MAX_FILE_BYTES, SourceFile};
pub use template::{Template, TemplateError, template};
