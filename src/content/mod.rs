//! The guide files: reading, checking, swapping.
//!
//! [`load`] reads a folder (`source`), takes every file apart (`parse` to a `draft`), judges it (`validate`)
//! and builds a [`Library`](crate::library::Library) of what is sound. What is wrong is data: all of it, each at its place ([`Diagnostics`]).

mod build;
mod checks;
mod collisions;
mod corpus;
mod diagnostic;
mod draft;
pub mod edits;
mod import;
mod keep;
mod load;
mod parse;
mod read;
mod reloader;
mod report;
mod schema;
mod slug;
mod source;
mod source_file;
mod template;
mod title_ids;
mod toml_strings;
mod validate;
mod watch;

pub use checks::{BrokenCheck, broken_checks};
pub use corpus::{CorpusError, corpus};
pub use diagnostic::{Diagnostic, Diagnostics, Place, Position, Record, Severity};
pub use import::{Article, ImportError, ImportOptions, Imported, import, import_into};
pub use keep::RefusedFile;
pub use load::{Counts, LoadOptions, Loaded, ValidLibrary, check_texts, judge, load, load_files};
pub use reloader::{Reloaded, Reloader};
pub use schema::schema;
pub use source::MAX_FILE_BYTES;
pub use source_file::SourceFile;
pub use template::{Template, TemplateError, film_year, template};
pub use watch::Watching;
