//! The log of `run` and `chat` while they go on: on standard error, or above the prompt while somebody types at one.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use rustyline::ExternalPrinter;
use tracing::field::Field;
use tracing::{Level, Subscriber};
use tracing_subscriber::field::MakeExt;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::fmt::format::{Writer, debug_fn};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::{EnvFilter, fmt};

use super::terminal::Terminal;

/// The target of the events of this program.
const OURS: &str = "frontrow";
/// The module that writes out what it cannot read.
const WRITES_OUT_PAYLOADS: &str = "serenity::gateway::ws";

/// Writes to standard error until a prompt takes over.
#[derive(Clone, Default)]
pub(super) struct LogWriter {
    prompt: Arc<Mutex<Option<Box<dyn ExternalPrinter + Send>>>>,
}

impl LogWriter {
    /// Writes above the prompt from here on: a line in the midst of it would garble what is typed.
    pub(super) fn above(&self, prompt: impl ExternalPrinter + Send + 'static) {
        *self.prompt.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(prompt));
    }
}

impl Write for LogWriter {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let mut prompt = self.prompt.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(prompt) = prompt.as_mut() else {
            return io::stderr().write(line);
        };
        let text = String::from_utf8_lossy(line).into_owned();
        prompt.print(text).map_err(io::Error::other)?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}

/// Starts the log: whole events for other programs, only what they say for somebody at a terminal.
///
/// # Errors
/// Fails where a log was started before.
pub(super) fn start(terminal: &Terminal<'_>) -> Result<LogWriter> {
    let writer = LogWriter::default();
    let lines = writer.clone();
    let log = fmt::layer()
        .with_ansi(terminal.err.colors())
        .with_writer(move || lines.clone());
    let wanted = registry(&terminal.config.log);
    if terminal.err.is_terminal() {
        let log = log.without_time().with_target(false);
        let log = log.fmt_fields(debug_fn(message).delimited(""));
        tracing::subscriber::set_global_default(wanted.with(log))?;
    } else {
        tracing::subscriber::set_global_default(wanted.with(log))?;
    }
    Ok(writer)
}

/// Returns what passes on the events that are wanted and may be logged.
fn registry(wanted: &str) -> impl Subscriber + for<'a> LookupSpan<'a> + Send + Sync + use<> {
    let may_be_logged = filter_fn(|about| may_be_logged(about.target(), *about.level()));
    tracing_subscriber::registry()
        .with(EnvFilter::new(wanted))
        .with(may_be_logged)
}

/// Returns whether something may be logged at all, whatever the settings say.
///
/// Other crates write out tokens and what people say as soon as they are asked for more than warnings, and the one
/// that reads from Discord's gateway does so even in its warnings. What the prompt logs must not wait for the prompt.
fn may_be_logged(target: &str, level: Level) -> bool {
    let is_within = |module: &str| {
        let rest = target.strip_prefix(module);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    is_within(OURS) || (level <= Level::WARN && !is_within(WRITES_OUT_PAYLOADS))
}

/// Writes a field of an event only where it is the message.
fn message(
    writer: &mut Writer<'_>,
    field: &Field,
    value: &dyn std::fmt::Debug,
) -> std::fmt::Result {
    match field.name() {
        "message" => write!(writer, "{value:?}"),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns what is logged with `RUST_LOG` set to `wanted`, of a token and of what somebody wrote among others.
    fn logged(wanted: &str) -> String {
        let lines = Arc::new(Mutex::new(Vec::new()));
        let writer = Arc::clone(&lines);
        let log =
            registry(wanted).with(fmt::layer().with_writer(move || Captured(Arc::clone(&writer))));
        tracing::subscriber::with_default(log, || {
            tracing::trace!(target: "frontrow::discord", "ours, in detail");
            tracing::warn!(target: "serenity::gateway::bridge", "theirs, a warning");
            tracing::info!(target: "serenity::gateway::shard", "secret: token");
            tracing::debug!(target: "tungstenite::protocol", "secret: token");
            tracing::warn!(target: "serenity::gateway::ws", "secret: what somebody wrote");
            tracing::error!(target: "serenity::gateway::ws", "secret: what somebody wrote");
            let span = tracing::info_span!(target: "serenity::http", "perform", token = "secret");
            span.in_scope(|| tracing::warn!(target: "serenity::http", "theirs, within a span"));
            tracing::info!(target: "frontrow_elsewhere", "secret: another program");
        });
        let lines = lines.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&lines).into_owned()
    }

    struct Captured(Arc<Mutex<Vec<u8>>>);

    impl Write for Captured {
        fn write(&mut self, line: &[u8]) -> io::Result<usize> {
            let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            lines.extend_from_slice(line);
            Ok(line.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn no_setting_brings_out_what_others_write_out() {
        for wanted in ["trace", "serenity=trace,frontrow=trace,tungstenite=debug"] {
            let logged = logged(wanted);
            assert!(!logged.contains("secret"), "{logged}");
            assert!(logged.contains("ours, in detail"), "{logged}");
            assert!(logged.contains("theirs, within a span"), "{logged}");
        }
        assert!(logged("trace").contains("theirs, a warning"));
        assert_eq!(logged("off"), "");
    }
}
