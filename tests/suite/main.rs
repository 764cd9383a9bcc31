//! One test binary.

mod harness;

mod content_collisions;
mod content_diagnostics;
mod content_guides;
mod content_loading;
mod content_reload;
mod content_robust;
