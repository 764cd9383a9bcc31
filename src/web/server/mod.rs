//! Serving: connections within limits, what happens around every request, and health and counts.

pub(in crate::web) mod listener;
pub(in crate::web) mod middleware;
pub(in crate::web) mod ops;
pub(in crate::web) mod peer;
pub(in crate::web) mod rate_limit;
pub(in crate::web) mod serve;
