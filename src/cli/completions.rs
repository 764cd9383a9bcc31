//! `frontrow completions bash` prints a script that completes commands and options in a shell.

use anyhow::Result;
use clap::Command;
use clap_complete::Shell;

use super::exit::Exit;
use super::terminal::Terminal;

/// The arguments of `completions`.
#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

/// Prints the script that completes `command`.
pub(super) fn run(
    args: &CompletionsArgs,
    mut command: Command,
    terminal: &mut Terminal<'_>,
) -> Result<Exit> {
    let mut script = Vec::new();
    // Into memory first: the generator panics where a closed pipe refuses its output.
    clap_complete::generate(args.shell, &mut command, "frontrow", &mut script);
    std::io::Write::write_all(&mut terminal.out, &script)?;
    Ok(Exit::Done)
}
