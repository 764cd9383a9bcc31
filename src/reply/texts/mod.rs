//! Every sentence the program says to people who ask: short, plain, kind, the same at every door.
//!
//! What concerns the connection to Discord is in [`connection`].

pub mod connection;

/// Above the choices.
pub const DID_YOU_MEAN: &str = "I am not sure which of these you mean:";
/// Instead of an answer.
pub const NO_ANSWER: &str = "Sorry, the guide has no answer to that.";
/// In place of a folded text, where nothing can be unfolded.
pub const GIVES_STORY_AWAY: &str = "this gives away part of the story.";
/// In place of a withheld text.
pub const GIVES_ENDING_AWAY: &str = "this gives the ending away.";
/// How to read a hidden text on the command line.
pub const ADD_SPOILERS: &str = "Add --spoilers to read it.";
/// How to read a hidden text in the terminal chat.
pub const TURN_SPOILERS_ON: &str = "Type /spoilers on to read it.";
/// Below numbered suggestions in the terminal chat.
pub const PICK_A_NUMBER: &str = "Type its number to read it.";
/// Where a number is typed that stands for nothing.
pub const NO_SUCH_NUMBER: &str = "There is no such number to pick right now.";
/// Where an entry was chosen that an edit has taken out since.
pub const ENTRY_IS_GONE: &str = "The guide no longer has that entry.";
/// Below an answer that is missing on the command line.
pub const TRY_CONTENTS: &str = "`frontrow section` shows what the guide covers.";
/// Below an answer that is missing in the terminal chat.
pub const TRY_CONTENTS_IN_CHAT: &str = "/section shows what the guide covers.";
/// Greets in the terminal chat.
pub const CHAT_WELCOME: &str = "Ask a question about the film, or type /help. /quit ends.";
/// Says good-bye in the terminal chat.
pub const CHAT_BYE: &str = "Enjoy the film.";
/// What can be typed in the terminal chat.
pub const CHAT_HELP: &str = "\
Type a question in your own words; typos are fine.
A number picks one of the suggestions above.

/section [id]     the contents, or one section
/faq              the questions the guide answers
/films            the films
/film [id]        talk about one film, or about all
/spoilers on|off  show or hide what gives the story away
/help             this list
/quit             end";
/// Answers a command that the chat does not have.
pub const NO_SUCH_COMMAND: &str = "I do not know that command. /help lists them.";
/// After `/spoilers on`.
pub const SPOILERS_ON: &str = "Spoilers are shown from now on.";
/// After `/spoilers off`.
pub const SPOILERS_OFF: &str = "Spoilers are hidden from now on.";
/// After `/spoilers` with anything else.
pub const SPOILERS_HOW: &str = "Type /spoilers on or /spoilers off.";
/// After `/film` without an id.
pub const ALL_FILMS: &str = "We are talking about all films.";
/// Where no entry can be compared with a question.
pub const NOTHING_IS_CLOSE: &str = "No entry has anything to do with it.";
/// Where the cast answers, whatever the figures say.
pub const NAMED_IN_CAST: &str = "It names somebody of the cast, which settles it.";
/// At a start without a token.
pub const NO_TOKEN: &str = "\
No DISCORD_TOKEN is set, so this is the chat in the terminal.
For a token: New Application, Bot, Reset Token at
https://discord.com/developers/applications";

/// Answers who plays whom.
pub fn plays(actor: &str, role: &str) -> String {
    format!("{actor} plays {role}.")
}

/// Names an entry together with its film.
pub fn of_film(film: &str, title: &str) -> String {
    format!("{film}: {title}")
}

/// Names the phrasing of an entry that is nearest to a question.
pub fn nearest_phrasing(phrasing: &str) -> String {
    format!("nearest phrasing: {phrasing}")
}

/// Says how much confidence is enough to answer, with how much lead in the score, and to suggest.
pub fn enough(answer: f32, lead: f32, suggest: f32) -> String {
    format!(
        "answers from {answer:.2} with a score {lead:.2} above the next, suggests from {suggest:.2}"
    )
}

/// Says where one can read more; how to follows.
pub fn read_the_section(title: &str) -> String {
    format!("Read the section: {title}")
}

/// Stands in place of a hidden text: why it is hidden, and how to read it.
pub fn hidden(why: &str, how: &str) -> String {
    format!("Hidden: {why} {how}")
}

/// Names a film and says when its guide was last read through.
pub fn reviewed(film: &str, date: &str) -> String {
    format!("{film} · reviewed {date}")
}

/// Answers a film's id that nobody knows, with the films there are.
pub fn no_such_film(id: &str, nearest: Option<&str>, films: &[String]) -> String {
    format!(
        "There is no film `{id}`.{} The films: {}",
        did_you_mean(nearest),
        films.join(", ")
    )
}

/// Asks for a film where there are several.
pub fn which_film(films: &[String]) -> String {
    format!("Which film? Add --film with one of: {}", films.join(", "))
}

/// Asks for a film where there are several, in the terminal chat.
pub fn which_film_in_chat(films: &[String]) -> String {
    format!("Which film? Type /film and one of: {}", films.join(", "))
}

/// After `/film` with an id.
pub fn about_film(film: &str) -> String {
    format!("We are talking about {film}.")
}

/// Answers a section's or entry's id that nobody knows.
pub fn no_such_section(id: &str, film: &str, nearest: Option<&str>) -> String {
    format!("{film} has no section `{id}`.{}", did_you_mean(nearest))
}

/// Says how many problems there are: "2 errors, 1 warning, 0 notes."
pub fn problems(n_errors: usize, n_warnings: usize, n_notes: usize) -> String {
    format!(
        "{}, {}, {}.",
        counted(n_errors, "error"),
        counted(n_warnings, "warning"),
        counted(n_notes, "note")
    )
}

/// Says how much there is of each thing: "1 guide, 16 sections."
pub fn holdings<const N: usize>(things: [(usize, &str); N]) -> String {
    let things = things.map(|(n, thing)| counted(n, thing));
    format!("{}.", things.join(", "))
}

/// Says that the guides cannot be used as they are.
pub fn unsound(problems: &str) -> String {
    format!("the guides cannot be used: {problems}")
}

/// Says that a guide was begun, and how to go on.
pub fn begun(path: &str) -> String {
    format!("Wrote {path}. Fill it in, then run `frontrow check`.")
}

/// Says that a guide is there already.
pub fn exists(path: &str) -> String {
    format!("{path} exists already, and is left as it is")
}

/// Says that a film's guide lists no questions.
pub fn no_questions(film: &str) -> String {
    format!("The guide of {film} lists no questions.")
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |id| format!(" Did you mean `{id}`?"))
}

fn counted(n: usize, thing: &str) -> String {
    match (n, thing.strip_suffix('y')) {
        (1, _) => format!("1 {thing}"),
        (_, Some(stem)) => format!("{n} {stem}ies"),
        (_, None) => format!("{n} {thing}s"),
    }
}
