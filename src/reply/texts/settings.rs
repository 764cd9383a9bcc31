//! The words of a server's settings, and those for who may change them.

use super::counted;

/// To a command of moderators' outside of servers.
pub const ONLY_IN_SERVERS: &str = "This works within a server only.";
/// To somebody who may not do what moderators do.
pub const NOT_A_MODERATOR: &str = "That is for this server's moderators: members who can manage the server, or who have the moderator role that /settings names.";
/// To a press on a panel of another server.
pub const NOT_FROM_HERE: &str = "That belongs to another server, so I left everything as it is.";
/// To a member with the moderator role who wants to give it to another role.
pub const ONLY_MANAGERS_NAME_MODERATORS: &str =
    "only members who can manage the server may choose the moderator role.";
/// Said where the role of all members shall be the moderators'.
pub const EVERYBODY_HAS_IT: &str = "everybody has that role.";
/// Said where a voice channel was chosen.
pub const IS_VOICE: &str =
    "that is a voice channel, and I only read text channels, threads and forums.";
/// Said where a category was chosen.
pub const IS_CATEGORY: &str = "that is a category; choose one of the channels in it.";
/// Said where nothing is known about what was chosen.
pub const NO_SUCH_CHANNEL: &str = "I cannot see that channel here.";
/// Said where a forum shall be answered like a text channel.
pub const IS_FORUM: &str = "that is a forum; choose to answer its new posts.";
/// Said where a text channel or a thread shall be answered like a forum.
pub const IS_NO_FORUM: &str =
    "that is no forum; choose to answer every question I am sure of there.";
/// Said where a digest shall go to something other than a text channel.
pub const DIGEST_NEEDS_TEXT: &str = "the digest needs a text channel.";
/// Said where the bot would have to read messages that Discord does not let it read.
pub const NEEDS_MESSAGE_CONTENT: &str = "Discord does not let me read messages that do not mention me yet. Whoever runs me has to switch on “Message Content Intent” under Bot in the developer portal, https://discord.com/developers/applications, then start me with DISCORD_MESSAGE_CONTENT=true.";
/// Said where what was chosen is not there.
pub const NO_SUCH_CHOICE: &str = "that is not among the choices any more.";
/// Said where something was saved.
pub const SAVED: &str = "Saved.";
/// Said where it is not known whether something was saved.
pub const NOT_CONFIRMED: &str = "**I cannot confirm that this was saved:** the place where I keep settings does not answer. Below are the settings that I know of, and they hold; please try again in a few minutes.";

/// Heads the settings of a server.
pub const TITLE: &str = "**Settings of this server**\nEvery choice is saved at once.";
/// In the select of channels.
pub const SET_UP_A_CHANNEL: &str = "Set up a channel, thread or forum";
/// Leads to the page of the channel that one is in.
pub const SET_UP_THIS_CHANNEL: &str = "Set up this channel";
/// In the select of roles.
pub const MODERATOR_ROLE: &str = "Moderator role: none";
/// In the select of the channel for digests.
pub const DIGEST_CHANNEL: &str = "Channel for digests: none";
/// Leads to the films.
pub const CHOOSE_FILMS: &str = "Choose films";
/// Switches plain text on.
pub const USE_PLAIN_TEXT: &str = "Reply in plain text";
/// Switches plain text off.
pub const USE_CARDS: &str = "Reply with cards";
/// Switches the keeping of questions on.
pub const KEEP_QUESTIONS: &str = "Keep questions";
/// Switches the keeping of questions off.
pub const KEEP_NO_QUESTIONS: &str = "Stop keeping questions";
/// Leads back.
pub const BACK: &str = "Back";
/// Says that all films are answered about.
pub const ALL_FILMS: &str = "all";
/// Answers about all films again.
pub const ALLOW_ALL_FILMS: &str = "All films";
/// Stands for a setting that is not set.
pub const NONE: &str = "none";
/// Says that replies are cards.
pub const CARDS: &str = "with cards";
/// Says that replies are plain text.
pub const PLAIN_TEXT: &str = "in plain text";
/// Says that questions are kept.
pub const KEPT: &str = "kept for the moderators";
/// Says that questions are not kept.
pub const NOT_KEPT: &str = "not kept";
/// Says who is a moderator where no role is set.
pub const MANAGERS: &str = "members who can manage the server";
/// Heads the list of channels.
pub const CHANNELS: &str = "Channels:";
/// Heads the page of films.
pub const FILMS_TITLE: &str = "**Films of this server**\nI answer about the films that are chosen, and about all where none is. Every choice is saved at once.";
/// In the select of films.
pub const FILMS: &str = "Films: all";
/// In the select of a channel's film.
pub const FILM: &str = "Film that is meant here";
/// In the select of the way of listening.
pub const MODE: &str = "How I listen here";
/// In the select of spoilers.
pub const SPOILERS: &str = "Spoilers here";
/// Leads to more films.
pub const MORE_FILMS: &str = "More films";
/// Begins a trial.
pub const TRY_OUT: &str = "Try it out first";
/// Ends a trial.
pub const GO_LIVE: &str = "Go live";
/// Says that nothing was set for a channel.
pub const NOT_SET: &str = "Not set";
/// Says that a channel has no trial.
pub const NO_TRIAL: &str = "no";
/// Says that a channel has a trial.
pub const TRIAL: &str = "yes: I post nothing unasked, and note here what I would have answered";
/// Says in a list of channels that one has a trial.
pub const ON_TRIAL: &str = "trial";
/// Says that nothing was noted yet.
pub const NO_TRIAL_ANSWERS: &str = "I would not have answered anything here yet.";
/// Says that what was noted cannot be shown.
pub const TRIAL_ANSWERS_AWAY: &str =
    "The place where I keep what I would have answered does not answer right now.";
/// Stands after an answer that was judged right.
pub const JUDGED_RIGHT: &str = "judged right";
/// Stands after an answer that was judged wrong.
pub const JUDGED_WRONG: &str = "judged wrong";

/// The parts of a question that are kept, and those that are not.
const WHAT_IS_KEPT: &str = "the text without mentions, links, addresses and long numbers, the server, the film, the day and how often it was asked, never people, messages or channels,";

/// Says in a server what is kept of it.
pub fn about_keeping(keeps_questions: bool, n_days: u32) -> String {
    let days = counted(n_days as usize, "day");
    let questions = match keeps_questions {
        true => format!(
            "Questions without an answer are kept for this server's moderators: {WHAT_IS_KEPT} for {days}. Where a channel tries me out, I note there what I would have answered, for as long."
        ),
        false => format!(
            "Questions are answered and forgotten here; only where a channel tries me out, I note there what I would have answered, for {days}."
        ),
    };
    format!("I keep nothing about people. {questions} The server's settings stay until I leave it.")
}

/// Says what is kept of a question, in a small line.
pub fn what_is_kept(n_days: u32) -> String {
    let days = counted(n_days as usize, "day");
    format!(
        "-# Kept is {WHAT_IS_KEPT} for {days}. “{KEEP_NO_QUESTIONS}” deletes those that are kept."
    )
}

/// Says why something was not changed.
pub fn not_changed(why: &str) -> String {
    format!("**Not changed:** {why}")
}

/// Names a setting with its value.
pub fn line(setting: Setting, value: &str) -> String {
    let name = match setting {
        Setting::Films => "Films",
        Setting::Moderators => "Moderators",
        Setting::Replies => "Replies",
        Setting::Questions => "Questions without an answer",
        Setting::Digest => "Digest of open questions",
        Setting::Mode => "How I listen",
        Setting::Film => "Film that is meant",
        Setting::Spoilers => "Spoilers",
        Setting::Trial => "Trial",
    };
    format!("**{name}:** {value}")
}

/// A setting that has a line of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The films of a server.
    Films,
    /// Its moderators.
    Moderators,
    /// The look of replies.
    Replies,
    /// The keeping of open questions.
    Questions,
    /// The channel for digests.
    Digest,
    /// The way of listening to a channel.
    Mode,
    /// The film of a channel.
    Film,
    /// The spoilers that show in a channel.
    Spoilers,
    /// The trial of a channel.
    Trial,
}

/// Says who is a moderator besides those who can manage the server.
pub fn managers_and(role: &str) -> String {
    format!("{MANAGERS}, and {role}")
}

/// Names a film of which there is no guide now.
pub fn without_guide(film: &str) -> String {
    format!("{film} (no guide)")
}

/// Says where a value that was not set for a channel comes from.
pub fn not_set(value: &str, parent: Option<&str>) -> String {
    match parent {
        Some(parent) => format!("{value} (as in {parent})"),
        None => format!("{value} (not set)"),
    }
}

/// Heads the page of a thread.
pub fn thread(thread: &str, parent: &str) -> String {
    format!(
        "**Settings of {thread}**\nWhat is not set for this thread is as in {parent}. Every choice is saved at once."
    )
}

/// Heads the page of a channel.
pub fn channel(channel: &str) -> String {
    format!("**Settings of {channel}**\nEvery choice is saved at once.")
}

/// Says what a trial has come to.
pub fn trial_so_far(n: u64, n_right: u64, n_wrong: u64) -> String {
    format!(
        "{}: {n_right} judged right, {n_wrong} wrong",
        would_have_answered(n)
    )
}

/// Says how much would have been answered.
pub fn would_have_answered(n: u64) -> String {
    let n = usize::try_from(n).unwrap_or(usize::MAX);
    format!("Would have answered {}", counted(n, "question"))
}

/// Heads a page of what would have been answered.
pub fn trial_title(channel: &str, so_far: &str) -> String {
    format!("**Trial in {channel}**\n{so_far}.")
}

/// Names one answer that would have been given, and how it was judged.
pub fn trial_answer(
    number: usize,
    question: &str,
    answer: &str,
    percent: u32,
    judged: Option<&str>,
) -> String {
    let judged = judged.map_or_else(String::new, |judged| format!(" · {judged}"));
    format!("**{number}** {question}\n→ {answer} · {percent} % sure{judged}")
}

/// Judges an answer right.
pub fn judge_right(number: usize) -> String {
    format!("{number} is right")
}

/// Judges an answer wrong.
pub fn judge_wrong(number: usize) -> String {
    format!("{number} is wrong")
}

/// Says which film is chosen.
pub fn film(film: &str) -> String {
    format!("{FILM}: {film}")
}

/// The words for a way of listening: those to choose it by, and what it means.
pub struct ModeWords {
    /// Those to choose it by.
    pub label: &'static str,
    /// The meaning of it.
    pub meaning: &'static str,
    /// Those in a list of channels.
    pub short: &'static str,
}

/// Every question is answered that surely has an answer.
pub const ASK: ModeWords = ModeWords {
    label: "Answer every question I am sure of",
    meaning: "Also where nobody calls me; text channels and threads",
    short: "answers every question",
};
/// New posts are answered.
pub const FORUM: ModeWords = ModeWords {
    label: "Answer new posts",
    meaning: "The first message of each post, where I am sure; forums only",
    short: "answers new posts",
};
/// Only commands are answered.
pub const QUIET: ModeWords = ModeWords {
    label: "Commands only",
    meaning: "No messages at all, not even where somebody mentions me",
    short: "commands only",
};
/// Those are answered who call the bot.
pub const CALLED: ModeWords = ModeWords {
    label: "Only where somebody calls me",
    meaning: "By a mention, a reply to me or a command",
    short: "only where called",
};

/// The spoilers that all stay hidden.
pub const SPOILERS_HIDE: [&str; 2] = [
    "Hide all",
    "Mild ones are folded, endings left out until asked for",
];
/// The spoilers of which mild ones show.
pub const SPOILERS_MILD: [&str; 2] = ["Show mild ones", "Endings are left out until asked for"];
/// The spoilers that all show.
pub const SPOILERS_ALL: [&str; 2] = ["Show all", "Endings too"];
