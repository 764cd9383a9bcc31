//! One test binary.

mod harness;

mod ask;
mod chat;
mod check;
mod cli;
mod config;
mod content_diagnostics;
mod content_guides;
mod content_loading;
mod content_reload;
mod content_robust;
mod eval;
mod readme;
mod reply;
mod reply_properties;
