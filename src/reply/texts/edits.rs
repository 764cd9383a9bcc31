//! The words about edits of guides: what is wrong with one, what it breaks, what another moderator changed meanwhile.

use super::counted;

/// The names of the fields of a form, above what is wrong with them.
pub mod fields {
    /// The title, the question or the film's title.
    pub const TITLE: &str = "Title";
    /// The section.
    pub const SECTION: &str = "Section";
    /// The id.
    pub const ID: &str = "Id";
    /// The text or the answer.
    pub const TEXT: &str = "Text";
    /// The spoiler level.
    pub const SPOILER: &str = "Spoiler level";
    /// The topics.
    pub const TOPICS: &str = "Topics";
    /// The value of a fact.
    pub const FACT: &str = "Value";
    /// The film's year.
    pub const YEAR: &str = "Year";
    /// The words that tell two films apart.
    pub const NOTE: &str = "Note";
    /// The film's other names.
    pub const NAMES: &str = "Other names";
    /// The edit as a whole.
    pub const WHOLE: &str = "Edit";

    /// Names a phrasing by its line, counted from 1.
    pub fn phrasing(line: usize) -> String {
        format!("Phrasing {line}")
    }
}

/// A problem in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemText {
    /// The problem.
    pub problem: String,
    /// The advice on it.
    pub advice: String,
}

/// A problem as the rules for guide files put it.
#[derive(Clone, Copy, Debug)]
pub struct RuleText<'a> {
    /// The kind of problem, such as `title-too-long`.
    pub code: &'a str,
    /// The problem.
    pub message: &'a str,
    /// The advice.
    pub help: &'a str,
    /// The title of another entry that belongs to it, or what was probably meant.
    pub other: Option<&'a str>,
}

/// Says what is wrong with a field and what to do, to somebody who never saw a guide file. What the rules say is
/// said as it is, where it speaks of no file.
pub fn problem(rule: &RuleText<'_>) -> ProblemText {
    let of_rule = || sentence(rule.message);
    let (problem, advice) = match (rule.code, rule.other) {
        ("empty-value" | "missing-key", _) => (
            "Nothing is filled in here, or nothing with a word in it.".to_owned(),
            "Write it in words.".to_owned(),
        ),
        ("few-phrasings", _) => (
            "There are few ways of asking for it.".to_owned(),
            "Add how people put it, three ways or more, one a line.".to_owned(),
        ),
        ("repeated-phrasing", Some(other)) => (
            of_rule(),
            format!("{other} has it: keep it there, or say in both what sets them apart."),
        ),
        ("unknown-topic", _) => (
            of_rule(),
            "Leave the topic out: the title tells what the entry is about.".to_owned(),
        ),
        ("chat-markup", _) if rule.message.contains("||") => (
            of_rule(),
            "Choose a spoiler level instead: then the text is hidden as a whole.".to_owned(),
        ),
        ("text-and-entries", _) => (
            "That section is one text and has no entries.".to_owned(),
            "Choose another section, or begin a new one.".to_owned(),
        ),
        ("unknown-section", _) => (
            of_rule(),
            "Choose one of the sections that are there.".to_owned(),
        ),
        ("reserved-id", _) => (
            "The bot makes a section of that name itself.".to_owned(),
            "Choose another section.".to_owned(),
        ),
        ("unknown-entry", Some(other)) => (
            format!("Other parts of the guide lead here: {other}."),
            "Take the link out there first.".to_owned(),
        ),
        ("unknown-spoiler-level", other) => (of_rule(), spoiler_levels(other)),
        ("bad-number" | "wrong-type", _) => (of_rule(), NUMBERS.to_owned()),
        ("bad-file-name", _) => (
            "The title has no letter from a to z, so no address can be made from it.".to_owned(),
            "Write it in Latin letters, and the title as printed among the other names.".to_owned(),
        ),
        ("duplicate-film", Some(other)) => (
            format!("{other} has a guide already."),
            "Edit that one, or tell the two films apart with a year or a note.".to_owned(),
        ),
        (code, _) => return of_code(code).unwrap_or_else(|| as_is(rule)),
    };
    ProblemText { problem, advice }
}

/// Says what stands in the way of an edit, whatever its fields say.
fn of_code(code: &str) -> Option<ProblemText> {
    let (problem, advice) = match code {
        "duplicate-id" => (
            "There is an entry of that name already.",
            "Edit that one, or choose another title.",
        ),
        "gone" => (
            "The entry is no longer there.",
            "Look at the guide as it is now, and add the entry anew if it is missing.",
        ),
        "no-guide" => ("The film has no guide.", "Begin one first."),
        "from-year" => (
            "The date comes from the film's year, which stays.",
            "Nothing to do: the year tells films apart.",
        ),
        "no-change" => ("The guide says so already.", "Nothing to do."),
        "unreadable-guide" => (
            "The guide cannot be read.",
            "Tell those who keep the guides.",
        ),
        _ => return None,
    };
    Some(ProblemText {
        problem: problem.to_owned(),
        advice: advice.to_owned(),
    })
}

fn as_is(rule: &RuleText<'_>) -> ProblemText {
    ProblemText {
        problem: sentence(rule.message),
        advice: sentence(rule.help),
    }
}

/// The form in which numbers are read.
const NUMBERS: &str =
    "Write a year with four digits, such as 2021, and a running time in minutes, such as 130.";

fn spoiler_levels(meant: Option<&str>) -> String {
    let levels = "Write none, mild or ending.";
    match meant {
        Some(meant) => format!("Did you mean {meant}? {levels}"),
        None => levels.to_owned(),
    }
}

/// Makes a sentence of what stands on a line of its own elsewhere.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let end = if text.ends_with(['.', '?', ')']) {
        ""
    } else {
        "."
    };
    format!("{}{}{end}", first.to_uppercase(), letters.as_str())
}

/// Says which check an edit breaks: the question, the answers that are wanted, and what it would get.
pub fn broken_check(ask: &str, wanted: &[String], got: &[String]) -> String {
    let named = |titles: &[String]| match titles {
        [] => "no answer".to_owned(),
        titles => titles.join(" or "),
    };
    format!(
        "The guide's own check \"{ask}\" must get {}, and would get {}.",
        named(wanted),
        named(got)
    )
}

/// Names an edit of an entry.
pub fn edit_of(film: &str, entry: &str) -> String {
    format!("{film}/{entry}")
}

/// Says that an edit does not hold, and why.
pub fn parked(edit: &str, why: &str) -> String {
    format!("{edit} does not hold: {why}")
}

/// A reason: the film has no guide.
pub const NO_GUIDE: &str = "the film has no guide.";
/// A reason: the entry is gone.
pub const GONE: &str = "the entry or its section is no longer in the guide.";
/// A reason: a date that comes from the year.
pub const FROM_YEAR: &str = "the date comes from the film's year, which stays.";
/// A reason, where nothing more is known.
pub const UNSOUND: &str = "with it the guide would be unsound.";

/// A reason: the film has a guide under another id.
pub fn same_film(id: &str) -> String {
    format!("{id} is the guide of the same film.")
}

/// Says that a title is another.
pub fn title_changed(before: &str, after: &str) -> String {
    format!("The title was \"{before}\" and is now \"{after}\".")
}

/// Lists phrasings that are new.
pub fn phrasings_added(phrasings: &[String]) -> String {
    format!("New phrasings: {}.", quoted(phrasings))
}

/// Lists phrasings that are gone.
pub fn phrasings_removed(phrasings: &[String]) -> String {
    format!("Phrasings taken out: {}.", quoted(phrasings))
}

/// Says that the topics are others.
pub fn topics_changed(before: &[String], after: &[String]) -> String {
    let named = |topics: &[String]| match topics {
        [] => "none".to_owned(),
        topics => topics.join(", "),
    };
    format!(
        "The topics were {} and are now {}.",
        named(before),
        named(after)
    )
}

/// Says that the spoiler level is another.
pub fn spoiler_changed(before: &str, after: &str) -> String {
    format!("The spoiler level was {before} and is now {after}.")
}

/// Says that the section to read on in is another.
pub fn section_changed(before: &str, after: &str) -> String {
    let named = |section: &str| match section {
        "" => "none".to_owned(),
        section => section.to_owned(),
    };
    format!(
        "The section to read on in was {} and is now {}.",
        named(before),
        named(after)
    )
}

/// Says that a text was written anew.
pub const TEXT_ANEW: &str = "The text was written anew.";
/// Says that two versions are the same.
pub const NO_DIFFERENCE: &str = "Nothing is different.";

/// Says which words of a text are others, behind which word.
pub fn words_changed(before: &str, after: &str, behind: &str) -> String {
    let place = match behind {
        "" => "At the beginning".to_owned(),
        behind => format!("After \"{behind}\""),
    };
    match (before, after) {
        (before, "") => format!("{place}, \"{before}\" was taken out."),
        ("", after) => format!("{place}, \"{after}\" was put in."),
        (before, after) => format!("{place}, \"{before}\" is now \"{after}\"."),
    }
}

fn quoted(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| format!("\"{text}\"")).collect();
    texts.join(", ")
}

/// Above the edits of a film, as TOML.
pub fn edits_of(film: &str, server: &str) -> String {
    format!("Edits of {film}, {server}")
}

/// Names the server that edits hold for.
pub fn for_server(server: Option<u64>) -> String {
    match server {
        Some(server) => format!("for server {server}"),
        None => "for all servers".to_owned(),
    }
}

/// Names an entry that edits hide.
pub fn hidden(entry: &str) -> String {
    format!("hidden: {entry}")
}

/// Says that there are no published edits.
pub const NO_EDITS: &str = "There are no published edits.";
/// Says where edits can be read from.
pub const EDITS_FROM_WHERE: &str =
    "name a file with the edits: --from edits.jsonl, one edit a line as JSON";

/// Says which servers have edits, where one must be chosen.
pub fn several_servers(servers: &[String]) -> String {
    format!(
        "these edits are of several servers, which may contradict each other: add --server with one of {}",
        servers.join(", ")
    )
}

/// Says that edits stand in a guide file now.
pub fn written(path: &str, n_edits: usize) -> String {
    format!("Wrote {} into {path}.", counted(n_edits, "edit"))
}

/// Says that a guide file has all edits already.
pub fn written_before(path: &str) -> String {
    format!("{path} says all of it already.")
}

/// Says that edits are not written, since the guides would not pass.
pub fn refused(problems: &str) -> String {
    format!("nothing is written, for the guides would not pass: {problems}")
}
