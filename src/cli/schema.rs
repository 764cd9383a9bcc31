//! `frontrow schema` prints the JSON Schema of a guide file, so that editors complete its keys.

use std::io::Write;

use anyhow::Result;

use super::exit::Exit;
use super::terminal::Terminal;
use crate::content;

/// Prints the schema.
pub(super) fn run(terminal: &mut Terminal<'_>) -> Result<Exit> {
    let schema = serde_json::to_string_pretty(&content::schema())?;
    writeln!(terminal.out, "{schema}")?;
    Ok(Exit::Done)
}
