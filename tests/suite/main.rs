//! One test binary.

mod harness;

mod chat;
mod check;
mod cli;
mod config;
mod eval;
mod readme;
mod reply;
