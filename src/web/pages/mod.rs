//! The pages: made from the library of the moment, and kept as they were sent.

pub(crate) mod answer;
pub(crate) mod assets;
pub(crate) mod chat;
pub(crate) mod entry;
pub(crate) mod film;
pub(crate) mod find;
pub(crate) mod foot;
pub(crate) mod handlers;
pub(crate) mod home;
pub(crate) mod links;
pub(crate) mod not_found;
pub(crate) mod page_cache;
pub(crate) mod redirects;
pub(crate) mod section;
pub(crate) mod site_style;
pub(crate) mod structured;
