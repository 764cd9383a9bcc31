//! What `run` and `chat` log while they go on: on standard error, or above the prompt while somebody types at one.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use rustyline::ExternalPrinter;
use tracing::field::Field;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::field::MakeExt;
use tracing_subscriber::fmt::format::{Writer, debug_fn};

use super::Terminal;

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
    let log = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(&terminal.config.log))
        .with_ansi(terminal.err.colors())
        .with_writer(move || lines.clone());
    // Events of this program only: what the prompt itself logs must not wait for the prompt.
    if terminal.err.is_terminal() {
        let log = log.without_time().with_target(false);
        let log = log.fmt_fields(debug_fn(message).delimited(""));
        tracing::subscriber::set_global_default(log.finish())?;
    } else {
        tracing::subscriber::set_global_default(log.finish())?;
    }
    Ok(writer)
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
