//! Serving: connections within limits, what happens around every request, and health and counts.

mod listener;
pub(crate) mod middleware;
mod not_modified;
pub(crate) mod ops;
pub(crate) mod peer;
pub(crate) mod rate_limit;
pub(crate) mod response;
pub(crate) mod serve;
mod slots;
