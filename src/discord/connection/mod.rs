//! The connection to Discord, from the checks before it is made to its end.
//!
//! `run` starts the `supervisor` and the bot. The bot looks around (`preflight`), connects (`client`) and stays
//! connected until something ends it (`exit_reason`). serenity hands each event of the gateway to `events` in a task
//! of its own. There it is counted, which tells the `watchdog` that things move; a READY has the commands registered
//! and tells `sessions` that all is well. serenity's memory of rate limits is kept small by `ratelimit_pruning`.

mod client;
mod events;
pub(super) mod exit_reason;
mod heartbeat;
mod preflight;
mod ratelimit_pruning;
mod rest;
pub(super) mod run;
mod sessions;
pub(super) mod setup;
mod supervisor;
mod unknown_events;
mod watchdog;
