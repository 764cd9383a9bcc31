//! A card within Discord's limits, in Discord's markup.

use super::message::{Card, CardPart, Message};
use crate::markup::{cut, cut_text, discord, escape, spoiler};
use crate::reply::limits;

/// The length that a card's footer gets, in characters: with title and text it stays within what all cards may hold.
const FOOTER: usize = limits::ALL_EMBEDS - limits::TITLE - limits::DESCRIPTION;
/// With less room than this left, in characters, a part is left out rather than cut.
const TOO_LITTLE: usize = 20;
/// The sign for what is left out.
const ELLIPSIS: &str = "…";

/// Returns the heading of a card: plain text, which Discord does not read as markup.
pub fn title(card: &Card) -> String {
    cut(&card.title, limits::TITLE)
}

/// Returns the small line below a card: plain text, which Discord does not read as markup.
pub fn footer(card: &Card) -> String {
    cut(&card.footer, FOOTER.min(limits::FOOTER))
}

/// Returns the text of a card in at most `max` code points; what is hidden stays hidden wherever it is cut.
pub fn card_text(card: &Card, max: usize) -> String {
    let mut text = String::new();
    let mut room = max;
    for part in &card.parts {
        let between = match text.is_empty() {
            true => "",
            false if text.ends_with("**") && !matches!(part, CardPart::Heading(_)) => "\n",
            false => "\n\n",
        };
        let left = room.saturating_sub(between.len());
        if left < TOO_LITTLE {
            if room > ELLIPSIS.chars().count() && !text.ends_with(ELLIPSIS) {
                text.push_str(ELLIPSIS);
            }
            break;
        }
        let fitted = fitted(part, left);
        room = left - fitted.chars().count();
        text.push_str(between);
        text.push_str(&fitted);
    }
    text
}

fn fitted(part: &CardPart, max: usize) -> String {
    match part {
        CardPart::Heading(title) => format!("**{}**", cut(&escape::discord(title), max - 4)),
        CardPart::Plain(text) => cut_text(&escape::discord(text), max),
        CardPart::Text(text) => cut_text(&discord(text), max),
        CardPart::Hidden(text) => spoiler::wrap(&discord(text), max),
    }
}

/// Returns a message that says the same without a card, for channels where cards are not allowed.
pub fn without_card(message: &Message) -> Message {
    let Some(card) = &message.card else {
        return message.clone();
    };
    let title = escape::discord(&title(card));
    let head = match &card.url {
        Some(url) => format!("**{title}**\n<{url}>"),
        None => format!("**{title}**"),
    };
    let footer = match footer(card) {
        footer if footer.is_empty() => String::new(),
        footer => format!("\n\n-# {}", cut(&escape::discord(&footer), SMALL)),
    };
    let used = message.text.chars().count() + head.chars().count() + footer.chars().count() + 2;
    let body = card_text(card, limits::CONTENT.saturating_sub(used));
    let above = match message.text.as_str() {
        "" => String::new(),
        text => format!("{text}\n"),
    };
    Message {
        text: format!("{above}{head}\n{body}{footer}"),
        card: None,
        rows: message.rows.clone(),
    }
}

/// The length of the small line, in characters, where there is no card.
const SMALL: usize = 300;
