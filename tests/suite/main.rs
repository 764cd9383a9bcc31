//! One test binary.

mod harness;

mod ask;
mod chat;
mod check;
mod cli;
mod config;
mod content_diagnostics;
mod eval;
mod readme;
mod reply;
mod reply_properties;
