//! `frontrow ask "who directed it?"` prints the answer with its title, its place and its section.
//!
//! Ends with 0 when answered, 3 when it has suggestions, 4 when the guide has no answer.

use anyhow::Result;

use super::exit::Exit;
use super::layout::{self, Door};
use super::{Terminal, explain, library};
use crate::answer::{Decision, Question};
use crate::{json, reply};

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
        ..library::question(&library, args.film.as_deref(), terminal.config)?
    };
    let answer = library.ask(&question);
    let reply = reply::reply(
        library.guides(),
        &answer,
        &terminal.reply_settings(args.spoilers),
    );
    let explanation = args.explain.then(|| library.explain(&question));
    let out = &mut terminal.out;
    if args.json {
        let film = answer.film.and_then(|index| library.guides().get(index));
        let explain = explanation.as_ref();
        let explain = explain.map(|explanation| explain::Shape::new(explanation, &library));
        let shape = json::Answer::new(&reply, answer.confidence, film).explained(explain);
        json::write(out, &shape)?;
    } else {
        layout::reply(out, &reply, &Door::command(&library))?;
        if let Some(explanation) = &explanation {
            explain::write(out, &library, &answer, explanation)?;
        }
    }
    Ok(match answer.decision {
        Decision::Confident => Exit::Done,
        Decision::Suggest => Exit::Suggested,
        Decision::Unknown => Exit::Unknown,
    })
}
