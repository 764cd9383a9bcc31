//! Conversations as plain data: contexts, questions, what a message has, and whether it fits.

use frontrow::answer::{Decision, ScopedQuestion};
use frontrow::chat::{
    self, Action, Actor, Button, ButtonOutcome, ChannelInfo, ChatContext, Message, Row, UserId,
};
use frontrow::library::Library;
use frontrow::reply::{self, Settings, limits};

use super::asking::RED_ROCKET;

pub(crate) const ADA: UserId = UserId(1_100_000_000_000_000_001);
pub(crate) const BOB: UserId = UserId(1_100_000_000_000_000_002);

/// A question's decision and what is sent.
pub(crate) struct Exchange {
    pub(crate) decision: Decision,
    pub(crate) message: Message,
}

pub(crate) fn context(library: &Library) -> ChatContext<'_> {
    ChatContext::new(library, Settings::default(), &ChannelInfo::default())
}

pub(crate) fn with_pages(library: &Library) -> ChatContext<'_> {
    let settings = Settings {
        public_url: Some("https://films.example"),
        ..Settings::default()
    };
    ChatContext::new(library, settings, &ChannelInfo::default())
}

/// Asks what Ada asks.
pub(crate) fn ask(context: &ChatContext<'_>, text: &str) -> Exchange {
    let answer = context.library.ask(&ScopedQuestion {
        text,
        film: None,
        place: context.film,
        films: context.films.as_deref(),
        is_addressed: true,
    });
    let reply = reply::reply(context.library.guides(), &answer, &context.settings);
    Exchange {
        decision: reply.decision(),
        message: chat::answer(&reply, &context.settings, ADA),
    }
}

pub(crate) fn asked(text: &str) -> Exchange {
    ask(&context(&RED_ROCKET), text)
}

pub(crate) fn buttons(message: &Message) -> Vec<&Button> {
    let rows = message.rows.iter().filter_map(|row| match row {
        Row::Buttons(buttons) => Some(buttons),
        Row::Menu(_) => None,
    });
    rows.flatten().collect()
}

pub(crate) fn labels(message: &Message) -> Vec<&str> {
    let buttons = buttons(message).into_iter();
    buttons.map(|button| button.label.as_str()).collect()
}

/// Returns what the button with this label carries.
#[track_caller]
pub(crate) fn state(message: &Message, label: &str) -> String {
    let button = buttons(message)
        .into_iter()
        .find(|button| button.label == label);
    match button.map(|button| &button.action) {
        Some(Action::Press(state)) => state.clone(),
        other => panic!("{label}: {other:?} in {message:#?}"),
    }
}

/// Returns what the choices of a menu carry, with their labels.
pub(crate) fn choices(message: &Message) -> Vec<(&str, &str)> {
    let menus = message.rows.iter().filter_map(|row| match row {
        Row::Menu(menu) => Some(&menu.choices),
        Row::Buttons(_) => None,
    });
    let choices = menus.flatten();
    choices
        .map(|one| (one.label.as_str(), one.value.as_str()))
        .collect()
}

pub(crate) fn by(id: UserId) -> Actor {
    Actor {
        id,
        is_moderator: false,
        sees_alone: false,
    }
}

pub(crate) fn moderator() -> Actor {
    Actor {
        is_moderator: true,
        ..by(BOB)
    }
}

#[track_caller]
pub(crate) fn turned(pressed: ButtonOutcome) -> Message {
    match pressed {
        ButtonOutcome::Turns(message) => message,
        other => panic!("the message does not turn: {other:#?}"),
    }
}

#[track_caller]
pub(crate) fn whispered(pressed: ButtonOutcome) -> Message {
    match pressed {
        ButtonOutcome::Whisper(message) => message,
        other => panic!("nothing is whispered: {other:#?}"),
    }
}

#[track_caller]
pub(crate) fn title(message: &Message) -> &str {
    &message.card.as_ref().expect("a card").title
}

/// Checks a message against what Discord takes.
#[track_caller]
pub(crate) fn fits(message: &Message) {
    let length = |text: &str| text.chars().count();
    let card = message.card.as_ref().map(|card| {
        let text = chat::card_text(card, limits::DESCRIPTION);
        assert!(length(&text) <= limits::DESCRIPTION);
        length(&text) + length(&chat::title(card)) + length(&chat::footer(card))
    });
    assert!(card.unwrap_or_default() <= limits::ALL_EMBEDS);
    let plain = chat::without_card(message);
    assert!(
        plain.card.is_none() && length(&plain.text) <= limits::CONTENT,
        "{plain:#?}"
    );
    assert_eq!(
        plain.text.replace(r"\|", "").matches("||").count() % 2,
        0,
        "{}",
        plain.text
    );
    assert!(message.rows.len() <= 5, "{message:#?}");
    let mut states = Vec::new();
    for row in &message.rows {
        match row {
            Row::Menu(menu) => {
                assert!((1..=limits::CHOICES).contains(&menu.choices.len()));
                states.push(menu.state.clone());
                for one in &menu.choices {
                    assert!(
                        (1..=limits::CHOICE).contains(&length(&one.label))
                            && length(&one.value) <= limits::CHOICE
                    );
                }
            }
            Row::Buttons(buttons) => {
                assert!((1..=5).contains(&buttons.len()));
                for button in buttons {
                    assert!(
                        (1..=limits::BUTTON).contains(&length(&button.label)),
                        "{button:?}"
                    );
                    if let Action::Press(state) = &button.action {
                        assert!((1..=limits::CUSTOM_ID).contains(&length(state)));
                        states.push(state.clone());
                    }
                }
            }
        }
    }
    let n_states = states.len();
    states.sort();
    states.dedup();
    assert_eq!(
        states.len(),
        n_states,
        "each state is there once: {message:#?}"
    );
}
