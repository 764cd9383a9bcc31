//! The guide files: reading, checking, swapping.

mod library;

pub use library::Library;
