//! The pages as files, and whether all of their links lead somewhere.

pub(crate) mod files;
pub(crate) mod link_check;
