//! The bot about itself, and the films it knows.

use super::context::{ChatContext, line_to_browse, title_link};
use super::message::{Button, Card, CardPart, Message};
use crate::guide::Guide;
use crate::markup::{self, escape};
use crate::reply::{limits, texts};

/// The things that differ in what the bot says about itself: links of the one who runs it, and what is kept.
#[derive(Clone, Copy, Debug, Default)]
pub struct About<'a> {
    /// The page where one gets help.
    pub support_url: Option<&'a str>,
    /// The page where one reads what is kept.
    pub privacy_url: Option<&'a str>,
    /// True if the server's moderators want questions without an answer kept; `None` outside of servers.
    pub keeps_questions: Option<bool>,
    /// The number of days that questions are kept.
    pub retention_days: u32,
}

/// Says what the bot is, how to ask, what can be typed, what it keeps, its version and its sources.
pub fn about(context: &ChatContext<'_>, about: &About<'_>) -> Message {
    let settings = &context.settings;
    let keeping = match about.keeps_questions {
        None => texts::ABOUT_KEEPING.to_owned(),
        Some(keeps) => texts::settings::about_keeping(keeps, about.retention_days),
    };
    let parts = [
        texts::ABOUT,
        texts::ABOUT_ASKING,
        texts::ABOUT_COMMANDS,
        &keeping,
    ];
    let mut parts: Vec<CardPart> = parts.map(|text| CardPart::Plain(text.to_owned())).into();
    let sources = context.films().filter_map(|(_, guide)| source(guide));
    let sources: Vec<String> = sources.collect();
    if !sources.is_empty() {
        let sources = texts::sources(&sources[..sources.len().min(MAX_SOURCES)]);
        parts.push(CardPart::Text(markup::parse(&sources)));
    }
    let card = Card {
        title: texts::NAME.to_owned(),
        url: settings
            .public_url
            .and_then(|url| title_link(settings, url)),
        parts,
        footer: texts::version(env!("CARGO_PKG_VERSION")),
    };
    let links = [
        (texts::SUPPORT, about.support_url),
        (texts::PRIVACY, about.privacy_url),
    ];
    let links = links
        .into_iter()
        .filter_map(|(label, url)| Some(Button::open(label, url?)));
    let message = Message {
        card: Some(card),
        ..Message::default()
    };
    message.with_buttons(links.collect())
}

/// Lists the films with their years.
pub fn films(context: &ChatContext<'_>) -> Message {
    let guides = context.films().map(|(_, guide)| guide);
    let labels: Vec<String> = guides.map(|guide| guide.film.label()).collect();
    let list = labels.join("\n");
    let browse = line_to_browse(texts::FILMS, context.film_key(None));
    Message {
        card: Some(Card {
            title: texts::FILMS_TITLE.to_owned(),
            parts: vec![CardPart::Plain(list)],
            ..Card::default()
        }),
        ..browse
    }
}

/// The number of sources that are listed: the rest are below each answer's section.
const MAX_SOURCES: usize = 10;

/// Names a guide's source in the markup of guides.
fn source(guide: &Guide) -> Option<String> {
    let url = guide.film.source.as_deref()?;
    let label = escape::markup(&guide.film.label());
    let url = url.replace('(', "%28").replace(')', "%29");
    (url.chars().count() < limits::TITLE).then(|| format!("[{label}]({url})"))
}
