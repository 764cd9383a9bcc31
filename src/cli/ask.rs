//! `frontrow ask "who directed it?"` prints the answer with its title, its place and its section.
//!
//! Ends with 0 when answered, 3 when it has suggestions, 4 when the guide has no answer.

use anyhow::Result;

use super::exit::Exit;
use super::layout::{self, Door};
use super::{Terminal, explain, json, library};
use crate::answer::{Decision, Question};
use crate::reply;

/// What `ask` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The question; quotes are not needed
    #[arg(required = true, value_name = "QUESTION")]
    words: Vec<String>,
    /// The film it is about
    #[arg(long, value_name = "ID")]
    film: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Show what was compared
    #[arg(long)]
    explain: bool,
    /// Show what gives the story away
    #[arg(long)]
    spoilers: bool,
}

/// Answers the question.
pub(super) fn run(args: &Args, terminal: &mut Terminal<'_>) -> Result<Exit> {
    let library = library::load(terminal)?;
    let text = args.words.join(" ");
    let question = Question {
        text: &text,
        film: library::film(&library, args.film.as_deref(), terminal.config)?,
    };
    let answer = library.ask(&question);
    let reply = reply::reply(
        library.guides(),
        &answer,
        &terminal.reply_settings(args.spoilers),
    );
    if args.json {
        let film = answer.film.and_then(|index| library.guides().get(index));
        let shape = json::Answer::new(&reply, answer.confidence, film);
        json::write(&mut terminal.out, &shape)?;
    } else {
        layout::reply(&mut terminal.out, &reply, &Door::command(&library))?;
    }
    if args.explain {
        // Apart from the JSON, which another program may be reading.
        let screen = if args.json {
            &mut terminal.err
        } else {
            &mut terminal.out
        };
        explain::write(screen, &library, &question)?;
    }
    Ok(match answer.decision {
        Decision::Confident => Exit::Done,
        Decision::Suggest => Exit::Suggested,
        Decision::Unknown => Exit::Unknown,
    })
}
