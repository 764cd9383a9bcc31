//! The commands that can be typed, and their options.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Answers questions about films from guide files.
///
/// Without a command: the bot where DISCORD_TOKEN is set, else the pages and a chat in the terminal.
#[derive(Debug, Parser)]
#[command(name = "frontrow", version, about, long_about, max_term_width = 80)]
pub(super) struct CommandLine {
    /// Folder of the guide files [env: FRONTROW_GUIDES] [default: faq]
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) guides: Option<PathBuf>,
    /// The command
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Answer a question
    Ask(super::ask::AskArgs),
    /// Ask questions in a loop
    Chat,
    /// Show what a guide covers, or one section
    Section(super::section::SectionArgs),
    /// List the questions a guide answers
    Faq(super::faq::FaqArgs),
    /// List the films
    Films,
    /// List what people ask about any film, or which entries of a guide answer it
    Topics(super::topics::TopicsArgs),
    /// Find everything that is wrong with the guides
    Check(super::check::CheckArgs),
    /// Measure the answers to files of questions
    Eval(super::eval::EvalArgs),
    /// Write a guide to fill in
    New(super::new::NewArgs),
    /// Make a guide of articles or lists of questions
    Import(super::import::ImportArgs),
    /// Write the pages of the guides as files
    Export(super::export::ExportArgs),
    /// Write everything that the database holds to a file
    Backup(super::backup::BackupArgs),
    /// Take a backup over into the database
    Restore(super::restore::RestoreArgs),
    /// Print the JSON Schema of a guide file
    Schema,
    /// Print a script that completes commands in a shell
    Completions(super::completions::CompletionsArgs),
    /// Run the bot, or the pages and the chat where DISCORD_TOKEN is not set
    Run,
}
