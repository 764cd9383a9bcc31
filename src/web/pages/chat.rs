//! `/chat`: the bot as Discord shows it, for anyone to try before there is a token.
//!
//! It is the conversation that Discord has too: what was typed or pressed goes in, a message comes out, and all
//! that a button needs is in the button. Nothing is kept, nothing is sent anywhere.

use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::body::Body;
use axum::extract::rejection::JsonRejection;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, Response, StatusCode};
use serde::Deserialize;

use super::answer::refusal;
use super::assets;
use super::handlers::{json_response, page_response};
use super::home::choices;
use super::links::{LinkStyle, Links};
use super::rendered::{ASK_AGAIN, ASK_AGAIN_ALONE, Rendered};
use super::site_style::{PageHead, SiteStyle};
use crate::app::{Question, Refusal};
use crate::chat::{self, Actor, ButtonOutcome, UserId};
use crate::guide::FAQ_SECTION;
use crate::library::Library;
use crate::metrics::{Route, Surface};
use crate::reply::{Settings, texts::web as texts};
use crate::web::api::chat_json::ChatTurnJson;
use crate::web::server::middleware::{refused, retry_after, tag_route};
use crate::web::server::peer::Peer;
use crate::web::site::Site;

/// Who asks here: there is nobody else in the room.
const ASKER: UserId = UserId(1);
/// How many questions are offered to begin with.
const EXAMPLES: usize = 3;

#[derive(Template)]
#[template(path = "chat.html", config = "src/web/templates/askama.toml")]
struct ChatPage {
    head: PageHead,
    script: String,
    choices: Vec<(String, String, bool)>,
    examples: Vec<String>,
}

/// What the script sends: a question, or what was pressed on which kind of message.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct ChatRequestJson {
    /// The question.
    #[serde(default)]
    question: String,
    /// The id of the film it is about.
    #[serde(default)]
    film: String,
    /// The state of what was pressed.
    #[serde(default)]
    press: String,
    /// Whether the message it stands on is for the asker's eyes only.
    #[serde(default)]
    alone: bool,
}

/// `GET /chat`.
pub(in crate::web) async fn page(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
) -> Response<Body> {
    let library = site.app.library();
    let page = site.kept.get(library.revision(), "chat", || {
        made(&library, &site.style).map(Rendered::html)
    });
    tag_route(
        Route::Chat,
        page_response(page, StatusCode::OK, ASK_AGAIN, &headers),
    )
}

/// `POST /chat`.
pub(in crate::web) async fn say(
    State(site): State<Arc<Site>>,
    peer: ConnectInfo<Peer>,
    headers: HeaderMap,
    said: Result<Json<ChatRequestJson>, JsonRejection>,
) -> Response<Body> {
    if let Some(wait) = refused(&site, peer, &headers) {
        let turn = ChatTurnJson::problem(texts::TOO_MANY);
        let response = json_response(
            Route::Chat,
            &turn,
            StatusCode::TOO_MANY_REQUESTS,
            ASK_AGAIN_ALONE,
            &headers,
        );
        return retry_after(response, wait);
    }
    let (status, turn) = match said {
        Ok(Json(said)) => answer(&site, &said),
        Err(_) => (
            StatusCode::BAD_REQUEST,
            ChatTurnJson::problem(texts::BAD_REQUEST),
        ),
    };
    json_response(Route::Chat, &turn, status, ASK_AGAIN_ALONE, &headers)
}

fn answer(site: &Site, said: &ChatRequestJson) -> (StatusCode, ChatTurnJson) {
    let links = Links::on(LinkStyle::Served, "chat");
    // Links lead to the pages beside the chat, wherever those are published.
    let settings = Settings {
        public_url: Some(""),
        ..site.app.settings()
    };
    let channel = site.app.channel();
    if !said.press.is_empty() {
        let actor = Actor {
            id: ASKER,
            is_moderator: false,
            sees_alone: said.alone,
        };
        let turn = match site.app.press(&said.press, actor, &channel, settings) {
            ButtonOutcome::Turns(message) => ChatTurnJson::turns(&message, &links),
            ButtonOutcome::Whisper(message) => ChatTurnJson::whispers(&message, &links),
            ButtonOutcome::Removed => ChatTurnJson::removed(),
        };
        return (StatusCode::OK, turn);
    }
    let reply = site.app.ask(&Question {
        text: &said.question,
        surface: Surface::Chat,
        film: Some(&said.film),
        channel: &channel,
        settings,
    });
    match reply {
        Ok(reply) => {
            let message = chat::answer(&reply, &settings, ASKER);
            (StatusCode::OK, ChatTurnJson::says(&message, &links))
        }
        Err(Refusal::UnknownFilm) => {
            let line = refusal(Refusal::UnknownFilm);
            (StatusCode::NOT_FOUND, ChatTurnJson::problem(line))
        }
        Err(why) => (StatusCode::BAD_REQUEST, ChatTurnJson::problem(refusal(why))),
    }
}

fn made(library: &Library, style: &SiteStyle) -> askama::Result<String> {
    let head = style.head(
        "chat",
        texts::CHAT_TITLE.to_owned(),
        texts::CHAT_INTRO.to_owned(),
    );
    let faqs = library
        .guides()
        .iter()
        .filter_map(|guide| guide.section(FAQ_SECTION));
    let examples = faqs
        .flat_map(|faq| &faq.entries)
        .map(|entry| entry.title.clone());
    ChatPage {
        script: head.links.asset(&assets::address(assets::SCRIPT, true)),
        choices: choices(library, None),
        examples: examples.take(EXAMPLES).collect(),
        head,
    }
    .render()
}
