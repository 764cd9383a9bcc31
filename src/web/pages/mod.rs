//! The pages: made from the library of the moment, and kept as they were made.

pub(in crate::web) mod answer;
pub(in crate::web) mod assets;
pub(in crate::web) mod chat;
pub(in crate::web) mod film;
pub(in crate::web) mod find;
pub(in crate::web) mod handlers;
pub(in crate::web) mod home;
pub(in crate::web) mod links;
pub(in crate::web) mod not_found;
pub(in crate::web) mod redirects;
pub(in crate::web) mod rendered;
pub(in crate::web) mod section;
pub(in crate::web) mod site_style;
pub(in crate::web) mod structured;
