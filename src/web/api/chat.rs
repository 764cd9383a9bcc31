//! `POST /chat`: the conversation that Discord has too, as JSON for the script of the chat page.
//!
//! The text that was typed or the button that was pressed goes in, a message comes out, and all that a button needs is
//! in the button. Nothing is kept, nothing is sent anywhere.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::chat_json::{ChatTurnJson, MessageJson};
use crate::app::{Question, Refusal};
use crate::chat::{self, Actor, ButtonOutcome, UserId};
use crate::metrics::{Route, Surface};
use crate::reply::{Settings, texts::web as texts};
use crate::web::pages::answer::refusal;
use crate::web::pages::links::{LinkStyle, Links};
use crate::web::server::response::{ASK_AGAIN_ALONE, json_response, retry_after};
use crate::web::site::{Asker, Site};

/// The id of whoever asks here: there is nobody else in the room.
const ASKER: UserId = UserId(1);

/// The request of the script: a question, or what was pressed on which kind of message.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChatRequestJson {
    /// The question.
    #[serde(default)]
    question: String,
    /// The id of the film it is about.
    #[serde(default)]
    film: String,
    /// The state of what was pressed.
    #[serde(default)]
    press: String,
    /// True where the message it stands on is for the asker's eyes only.
    #[serde(default)]
    alone: bool,
}

/// `POST /chat`.
pub(crate) async fn say(
    State(site): State<Arc<Site>>,
    asker: Asker,
    said: Result<Json<ChatRequestJson>, JsonRejection>,
) -> Response {
    let respond = |status, turn| json_response(Route::Chat, status, ASK_AGAIN_ALONE, &turn);
    if let Err(wait) = site.take_question(asker) {
        let turn = problem(texts::TOO_MANY);
        return retry_after(respond(StatusCode::TOO_MANY_REQUESTS, turn), wait);
    }
    let Ok(Json(said)) = said else {
        let turn = problem(texts::BAD_REQUEST);
        return respond(StatusCode::BAD_REQUEST, turn);
    };
    // Links lead to the pages beside the chat, wherever those are published.
    let settings = Settings {
        public_url: Some(""),
        ..site.app.settings()
    };
    if said.press.is_empty() {
        let (status, turn) = ask(&site, &said, settings);
        respond(status, turn)
    } else {
        respond(StatusCode::OK, press(&site, &said, settings))
    }
}

fn problem(error: &'static str) -> ChatTurnJson {
    ChatTurnJson::Problem { error }
}

fn message(message: &chat::Message) -> MessageJson {
    MessageJson::new(message, &Links::on(LinkStyle::Served, "chat"))
}

fn press(site: &Site, said: &ChatRequestJson, settings: Settings<'_>) -> ChatTurnJson {
    let actor = Actor {
        id: ASKER,
        is_moderator: false,
        sees_alone: said.alone,
    };
    let channel = site.app.channel();
    match site.app.press(&said.press, actor, &channel, settings) {
        ButtonOutcome::Turns(turned) => ChatTurnJson::Turns {
            message: message(&turned),
        },
        ButtonOutcome::Whisper(whispered) => ChatTurnJson::Whispers {
            message: message(&whispered),
        },
        ButtonOutcome::Removed => ChatTurnJson::Removed,
    }
}

fn ask(site: &Site, said: &ChatRequestJson, settings: Settings<'_>) -> (StatusCode, ChatTurnJson) {
    let reply = site.app.ask(&Question {
        text: &said.question,
        surface: Surface::Chat,
        film: Some(&said.film),
        channel: &site.app.channel(),
        is_addressed: true,
        settings,
    });
    match reply {
        Ok(reply) => {
            let message = message(&chat::answer(&reply, &settings, ASKER));
            (StatusCode::OK, ChatTurnJson::Says { message })
        }
        Err(why) => (status(why), problem(refusal(why))),
    }
}

/// Returns the status of a response that says why a question is not looked into.
pub(super) fn status(why: Refusal) -> StatusCode {
    match why {
        Refusal::Empty | Refusal::TooLong => StatusCode::BAD_REQUEST,
        Refusal::UnknownFilm => StatusCode::NOT_FOUND,
    }
}
