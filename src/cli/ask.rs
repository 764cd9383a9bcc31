//! `frontrow ask "who directed it?"` prints the answer with its title, its place and its section.
//!
//! Ends with 0 when answered, 3 when it has suggestions, 4 when the guide has no answer.

use anyhow::Result;

use super::exit::Exit;
use super::layout::{self, Hints};
use super::terminal::Terminal;
use super::{explain, library};
use crate::answer::Decision;
use crate::app::{Question, Refusal, json};
use crate::metrics::Surface;
use crate::reply::Reply;

/// The arguments of `ask`.
#[derive(Debug, clap::Args)]
pub(super) struct AskArgs {
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
pub(super) fn run(args: &AskArgs, terminal: &mut Terminal<'_>) -> Result<Exit> {
    let app = library::app(terminal)?;
    let text = args.words.join(" ");
    let question = Question {
        text: &text,
        surface: Surface::Terminal,
        film: args.film.as_deref(),
        channel: &app.channel(),
        is_addressed: true,
        settings: app.settings_with_spoilers(args.spoilers),
    };
    let library = app.library();
    let reply = match app.ask(&question) {
        Ok(reply) => reply,
        Err(Refusal::UnknownFilm) => {
            let typed = args.film.as_deref().unwrap_or_default();
            return Err(library::no_such_film(&library, typed).into());
        }
        Err(why) => Reply::unknown(why.line()),
    };
    let explanation = match args.explain {
        true => app.explain(&question).ok(),
        false => None,
    };
    let out = &mut terminal.out;
    if args.json {
        let explain = explanation.as_ref();
        let explain =
            explain.map(|(_, explanation)| explain::ExplanationJson::new(explanation, &library));
        json::write(out, &json::AnswerJson::new(&reply).explained(explain))?;
    } else {
        layout::reply(out, &reply, &Hints::command(&library))?;
        if let Some((answer, explanation)) = &explanation {
            explain::write(out, &library, answer, explanation)?;
        }
    }
    Ok(match reply.decision() {
        Decision::Confident => Exit::Done,
        Decision::Suggest => Exit::Suggested,
        Decision::Unknown => Exit::Unknown,
    })
}
