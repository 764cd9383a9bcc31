//! Every sentence the program says to people who ask: short, plain, kind, the same at every door.
//!
//! The words about the connection to Discord are in [`connection`], the facts of films in [`facts`], those about
//! articles in [`import`], those of servers' settings in [`settings`], what stands on pages in [`web`].

pub mod connection;
pub mod facts;
pub mod import;
pub mod settings;
pub mod store;
pub mod web;

/// Above the choices.
pub const DID_YOU_MEAN: &str = "I am not sure which of these you mean:";
/// Instead of an answer.
pub const NO_ANSWER: &str = "The guide has no answer to that.";
/// Above entries that come nearest to what no entry covers.
pub const NEAREST: &str = "The guide has no answer to that. Nearest in the guide:";
/// To a greeting.
pub const GREETING: &str =
    "Hello. Ask me about a film in your own words, or look at what the guide covers.";
/// To thanks.
pub const YOU_ARE_WELCOME: &str = "You are welcome. Ask whenever you wonder about a film.";
/// To a call for help, or a film's title alone.
pub const WHAT_TO_ASK: &str = "I answer questions about films from a guide. Ask in your own words, like: who directed it? Or look at what the guide covers.";
/// In place of a folded text, where nothing can be unfolded.
pub const GIVES_STORY_AWAY: &str = "this gives away part of the story.";
/// In place of a withheld text.
pub const GIVES_ENDING_AWAY: &str = "this gives the ending away.";
/// Says how to read a hidden text on the command line.
pub const ADD_SPOILERS: &str = "Add --spoilers to read it.";
/// Says how to read a hidden text in the terminal chat.
pub const TURN_SPOILERS_ON: &str = "Type /spoilers on to read it.";
/// Below numbered suggestions in the terminal chat.
pub const PICK_A_NUMBER: &str = "Type its number to read it.";
/// Said where a number is typed that stands for nothing.
pub const NO_SUCH_NUMBER: &str = "There is no such number to pick right now.";
/// Said where an entry was chosen that an edit has taken out since.
pub const ENTRY_IS_GONE: &str = "The guide no longer has that entry.";
/// Below an answer that is missing on the command line.
pub const TRY_CONTENTS: &str = "`frontrow section` shows what the guide covers.";
/// Below an answer that is missing in the terminal chat.
pub const TRY_CONTENTS_IN_CHAT: &str = "/section shows what the guide covers.";
/// Greets in the terminal chat.
pub const CHAT_WELCOME: &str = "Ask a question about the film, or type /help. /quit ends.";
/// Says good-bye in the terminal chat.
pub const CHAT_BYE: &str = "Enjoy the film.";
/// Says what can be typed in the terminal chat.
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
/// Said where no entry can be compared with a question.
pub const NOTHING_IS_CLOSE: &str = "No entry has anything to do with it.";
/// Said where the cast answers, whatever the figures say.
pub const NAMED_IN_CAST: &str = "It names somebody of the cast, which settles it.";
/// At a start without a token.
pub const NO_TOKEN: &str = "\
No DISCORD_TOKEN is set, so nothing is connected to Discord.
For a token: New Application, Bot, Reset Token at
https://discord.com/developers/applications";

/// Answers a mention that asks nothing.
pub const HOW_TO_ASK: &str = "Ask me about a film in your own words, like: who directed it?";
/// Answers a mention of the bot's role whose words Discord keeps to itself.
pub const MENTION_ME: &str = "I can read that only if it mentions me myself, not my role.";
/// In place of a text that gives the ending away, where one may still see it.
pub const ENDING_IS_HIDDEN: &str = "This answer gives the ending away.";
/// Said where a button or a menu leads to something that the guide no longer has, or comes from another version.
pub const BUTTON_IS_OLD: &str =
    "The guide has changed since this was posted, so it leads nowhere now.";
/// Said where somebody else wants to remove an answer.
pub const NOT_YOURS_TO_REMOVE: &str = "Only the person who asked, or a moderator, can remove this.";
/// Said where a film was named that has no guide.
pub const NO_SUCH_FILM: &str = "I know no film by that name. /films lists those I know.";
/// Said where a section was named that there is none of.
pub const NO_SUCH_PART: &str = "The guide has no section by that name.";
/// Once, to somebody who asks faster than anybody reads.
pub const TOO_FAST: &str = "That is a lot of questions at once. Please give me a few seconds.";
/// To a command while too much is going on.
pub const BUSY: &str = "I am busy right now. Please try again in a moment.";
/// To a command that could not be carried out for a reason of our own.
pub const WENT_WRONG: &str = "Sorry, something went wrong here. Please try again.";
/// To a command on a message that says nothing.
pub const NOTHING_TO_ANSWER: &str = "That message has no words that I could answer.";
/// To a reload by somebody who may not.
pub const NOT_YOURS_TO_RELOAD: &str =
    "Only members who can manage the server may reload the guides.";
/// To a reload where it is switched off.
pub const NO_RELOAD_HERE: &str = "The guides cannot be reloaded from this server.";
/// Above a choice of films.
pub const WHICH_FILM: &str = "Which film is it about?";
/// Above a list of films.
pub const FILMS: &str = "These are the films I know:";
/// Said where there are no questions to list.
pub const NO_QUESTIONS: &str = "The guide lists no questions.";
/// Opens the section to read on in.
pub const READ_THE_SECTION: &str = "Read the section";
/// Asks for other answers.
pub const NOT_WHAT_I_ASKED: &str = "Not what I asked";
/// Takes an answer away.
pub const REMOVE: &str = "Remove";
/// Turns suggestions down.
pub const NONE_OF_THESE: &str = "None of these";
/// Opens the contents.
pub const BROWSE_SECTIONS: &str = "Browse sections";
/// Shows a hidden text to the one who presses.
pub const REVEAL_TO_ME: &str = "Reveal to me";
/// Turns to the page before.
pub const PREVIOUS: &str = "Previous";
/// Turns to the page after.
pub const NEXT: &str = "Next";
/// In a menu of sections.
pub const OPEN_A_SECTION: &str = "Open a section";
/// In a menu of questions.
pub const OPEN_A_QUESTION: &str = "Read an answer";
/// In a menu of films.
pub const CHOOSE_A_FILM: &str = "Choose a film";
/// Labels the link to help with the bot.
pub const SUPPORT: &str = "Support";
/// Labels the link to what the bot keeps.
pub const PRIVACY: &str = "Privacy";
/// Says what the bot is.
pub const ABOUT: &str = "I answer questions about films from guides that people wrote and checked. Where the guide has no answer I say so: nothing is better than something wrong. What gives a story away stays hidden until you ask to see it.";
/// Says how to ask.
pub const ABOUT_ASKING: &str = "Mention me with a question, write to me directly, reply to one of my answers, or use /ask. Typos are fine.";
/// Says what can be typed.
pub const ABOUT_COMMANDS: &str = "/ask a question, /section to open a section, /faq for the questions, /films for the films, /about for this. On a message: Apps, then Answer from the guide. For moderators: /settings.";
/// Says what is kept.
pub const ABOUT_KEEPING: &str =
    "I keep no questions and nothing about you: what you write is answered and forgotten.";

/// The program's name.
pub const NAME: &str = "frontrow";
/// Heads the list of films.
pub const FILMS_TITLE: &str = "Films";
/// Before the ids of new entries.
pub const ADDED: &str = "Added:";
/// Before the ids of changed entries.
pub const CHANGED: &str = "Changed:";
/// Before the ids of entries that are gone.
pub const REMOVED: &str = "Removed:";
/// Before the files that were not taken over, whose films have the guides they had.
pub const KEPT: &str = "Kept as it was, because of errors:";
/// Before the files that were not taken over and whose films have no guide.
pub const LEFT_OUT: &str = "Left out, because of errors:";

/// Says what a reload changed.
pub fn reloaded(n_added: usize, n_changed: usize, n_removed: usize) -> String {
    format!("Reloaded: {n_added} added, {n_changed} changed, {n_removed} removed")
}

/// Says how many warnings follow, hidden.
pub fn warnings(n: usize) -> String {
    format!("{}, press to read:", counted(n, "warning"))
}

/// Says how many more there are of what was listed.
pub fn and_more(n: usize) -> String {
    format!("and {n} more")
}

/// Says that a reload was refused and what goes on answering, from a time of day.
pub fn not_reloaded(problems: &str, time: &str) -> String {
    format!("Not reloaded: {problems} The guide from {time} keeps answering.")
}

/// Names the version of the program.
pub fn version(version: &str) -> String {
    format!("frontrow {version}, free software under the MIT licence, written in Rust")
}

/// Lists where the guides' facts come from.
pub fn sources(links: &[String]) -> String {
    format!("The facts come from: {}", links.join(", "))
}

/// Names an entry together with its section.
pub fn within(section: &str, entry: &str) -> String {
    format!("{section} › {entry}")
}

/// Labels one of several buttons that show a hidden text.
pub fn reveal_to_me(title: &str) -> String {
    format!("{REVEAL_TO_ME}: {title}")
}

/// Heads the list of a film's questions.
pub fn questions_of(film: &str) -> String {
    format!("{film}: questions")
}

/// Says which page of how many is shown.
pub fn page_of(page: usize, n_pages: usize) -> String {
    format!("page {page} of {n_pages}")
}

/// Says where an answer stands and when its guide was last read through.
pub fn place_and_review(place: &str, reviewed: Option<&str>) -> String {
    match reviewed {
        Some(date) => format!("{place} · reviewed {date}"),
        None => place.to_owned(),
    }
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
    let stem = thing.strip_suffix('y');
    let stem = stem.filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    match (n, stem) {
        (1, _) => format!("1 {thing}"),
        (_, Some(stem)) => format!("{n} {stem}ies"),
        (_, None) => format!("{n} {thing}s"),
    }
}
/// Says which common topics a guide does not cover.
pub fn topics_not_covered(topics: &[&str]) -> String {
    format!("Not covered: {}", topics.join(", "))
}
