//! The pages as files, and whether all of their links lead somewhere.

pub(in crate::web) mod files;
pub(in crate::web) mod link_check;
