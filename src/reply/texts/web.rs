//! Every sentence on the pages: short, plain, kind, like those of [`super::texts`].

use crate::guide::Date;

/// The language that all this is written in, as pages name it.
pub const LANGUAGE: &str = "en";
/// The list of films, and the way there.
pub const FILMS: &str = "Films";
/// The way to the chat.
pub const CHAT: &str = "Chat";
/// Names the ways that every page has to the others, for those who listen to it.
pub const SITE: &str = "Site";
/// Names the choice of a film, for those who listen to it.
pub const FILM: &str = "Film";
/// Names the way from the first page to this one, for those who listen to it.
pub const WHERE_YOU_ARE: &str = "Where you are";
/// Above the sections of a guide.
pub const CONTENTS: &str = "Contents";
/// Above the facts of a film.
pub const FACTS: &str = "Facts";
/// Before the name of the place that the facts are from.
pub const FACTS_FROM: &str = "Facts from";
/// Above the questions that a guide answers.
pub const QUESTIONS: &str = "Questions";
/// Names the ways to the next sections, for those who listen to it.
pub const NEIGHBOURS: &str = "Sections before and after";
/// Before the title of the section before.
pub const PREVIOUS: &str = "Previous";
/// Before the title of the section after.
pub const NEXT: &str = "Next";
/// Says what the pages are, on the first of them.
pub const WHAT_THIS_IS: &str =
    "Guides to films: what people ask about them, answered, with the endings kept under wraps.";
/// Above the box for questions.
pub const ASK_LABEL: &str = "Ask about a film";
/// In the box for questions.
pub const ASK_EXAMPLE: &str = "Is it ok for kids?";
/// On the button beside it.
pub const ASK: &str = "Ask";
/// Said where no film is chosen.
pub const ALL_FILMS: &str = "All films";
/// Jumps over what every page begins with.
pub const SKIP: &str = "Skip to the text";
/// Opens a text that tells of the set-up and the characters.
pub const SHOW_MILD: &str = "Show mild spoilers";
/// Opens a text that tells how the film ends.
pub const SHOW_ENDING: &str = "Show the ending";
/// Said where the guide has no answer: what to do instead.
pub const BROWSE: &str = "These guides may still tell you something:";
/// Said where nothing was asked yet.
pub const ASK_SOMETHING: &str = "Ask in your own words; typos are fine.";
/// Said where a question is too long to be one.
pub const TOO_LONG: &str = "That is longer than a question can be. Put it in a sentence or two.";
/// Said where somebody asks too often.
pub const TOO_MANY: &str = "That was a lot of questions at once. Please wait a moment.";
/// The heading of a page that does not exist.
pub const NO_PAGE: &str = "There is no page here";
/// The advice on it.
pub const NO_PAGE_HELP: &str = "The address may be mistyped, or the page may have moved.";
/// Before the page that was perhaps meant.
pub const NEAREST: &str = "Did you mean:";
/// In a file that stands where a page used to be.
pub const MOVED: &str = "This page has moved to:";
/// The heading of the first page.
pub const COVER: &str = "What happened, and why?";
/// The heading of the chat.
pub const CHAT_TITLE: &str = "Chat with the bot";
/// On a text that gives something away, in the chat.
pub const CHAT_SPOILER: &str = "Spoiler: press to read";
/// Below what only the asker sees in Discord.
pub const CHAT_ALONE: &str = "In Discord, only you would see this.";
/// Says what the chat page is for.
pub const CHAT_INTRO: &str =
    "This is how the bot talks in Discord. Nothing you type here is kept or sent anywhere.";
/// Said where scripts are switched off.
pub const CHAT_NEEDS_SCRIPT: &str = "The chat needs JavaScript. Questions work without it:";
/// Said where the chat gets no answer.
pub const CHAT_FAILED: &str = "That did not get through. Please try again.";
/// In place of a request that makes no sense.
pub const BAD_REQUEST: &str = "That request makes no sense here.";
/// In place of a film that no guide is about.
pub const NO_SUCH_FILM: &str = "There is no guide to that film.";
/// In place of an address that has no data.
pub const NO_SUCH_ADDRESS: &str = "There is nothing at this address.";

/// For those who watch over the program: it lives.
pub const ALIVE: &str = "alive";
/// It does not.
pub const STUCK: &str = "the runtime is stuck";
/// It can answer.
pub const READY: &str = "ready";
/// It cannot, for want of guides.
pub const NO_GUIDES: &str = "no guides are loaded";
/// It cannot in Discord.
pub const NOT_CONNECTED: &str = "not connected to Discord";

/// The months, January first.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Says when a guide was last read through.
pub fn reviewed(date: Date) -> String {
    let month = MONTHS.get(usize::from(date.month).wrapping_sub(1));
    let month = month.copied().unwrap_or_default();
    format!("Guide reviewed on {} {month} {}", date.day, date.year)
}

/// Leads from an answer to the whole section that it is from.
pub fn read_section(title: &str) -> String {
    format!("Read the section: {title}")
}

/// Leads from an entry to the section that tells more.
pub fn read_on(title: &str) -> String {
    format!("Read on: {title}")
}

/// Names the entry that a former address leads to.
pub fn moved_to(place: &str) -> String {
    format!("What stood here is now in {place}")
}

/// At a start without a token: where the pages are.
pub fn pages_at(address: &str) -> String {
    format!(
        "The guides are at {address}
Try the bot at     {address}/chat"
    )
}

/// Said where the address of the pages is in use.
pub fn address_taken(variable: &str, address: &str, why: &str) -> String {
    format!("{variable}: cannot serve on {address}: {why}")
}

/// After an export.
pub fn exported(n_pages: usize, n_links: usize, folder: &str) -> String {
    format!("Wrote {n_pages} files to {folder}; all of their {n_links} links lead somewhere.")
}

/// Said where an export would overwrite what somebody else wrote.
pub fn not_ours(path: &str) -> String {
    format!("{path} is there already and not from an export: nothing was written")
}

/// Says that an export has removed a page of an earlier one.
pub fn removed_page(path: &str) -> String {
    format!("Removed {path}, which the guides no longer have.")
}

/// Says that an export would write pages between guides.
pub fn holds_guides(folder: &str) -> String {
    format!("{folder} holds guides: name another folder for the pages")
}

/// Says that a link of an export leads nowhere.
pub fn broken_links(broken: &[String]) -> String {
    format!(
        "these links lead nowhere, nothing was written:\n{}",
        broken.join("\n")
    )
}
