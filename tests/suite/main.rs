//! One test binary.

mod harness;

mod content_diagnostics;
