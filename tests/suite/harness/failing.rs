//! Tests that must fail.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs a test that fails and returns why.
#[track_caller]
pub(crate) fn why(test: impl FnOnce()) -> String {
    let failed = catch_unwind(AssertUnwindSafe(test)).expect_err("it fails");
    let text = failed.downcast_ref::<String>().cloned();
    text.or_else(|| failed.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_default()
}
