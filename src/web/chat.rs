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

use super::around::{come_back, refused, to};
use super::asked::LONGEST;
use super::assets;
use super::chat_json::Turn;
use super::edition::{Edition, Frame};
use super::home::choices;
use super::links::{Form, Links};
use super::pages::{outcome, sent, told};
use super::peer::Peer;
use super::rendered::{ASK_AGAIN, ASK_AGAIN_ALONE, Rendered};
use super::site::Site;
use crate::content::Library;
use crate::conversation::{self, Asked, Place, Pressed, Presser, Room};
use crate::guide::FAQ_SECTION;
use crate::metrics::{Door, Route};
use crate::reply::{Settings, texts::web as texts};

/// Who asks here: there is nobody else in the room.
const ASKER: u64 = 1;
/// How many questions are offered to begin with.
const EXAMPLES: usize = 3;

#[derive(Template)]
#[template(path = "chat.html", config = "src/web/pages/askama.toml")]
struct Page {
    frame: Frame,
    script: String,
    choices: Vec<(String, String, bool)>,
    examples: Vec<String>,
}

/// What the script sends: a question, or what was pressed on which kind of message.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Say {
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
pub(super) async fn page(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response<Body> {
    let library = site.live.current();
    let page = site.kept.get(library.revision(), "chat", || {
        made(&library, &site.edition).map(Rendered::html)
    });
    to(Route::Chat, sent(page, StatusCode::OK, ASK_AGAIN, &headers))
}

/// `POST /chat`.
pub(super) async fn say(
    State(site): State<Arc<Site>>,
    peer: ConnectInfo<Peer>,
    headers: HeaderMap,
    said: Result<Json<Say>, JsonRejection>,
) -> Response<Body> {
    if let Some(wait) = refused(&site, peer, &headers) {
        let turn = Turn::problem(texts::TOO_MANY);
        let response = told(
            Route::Chat,
            &turn,
            StatusCode::TOO_MANY_REQUESTS,
            ASK_AGAIN_ALONE,
            &headers,
        );
        return come_back(response, wait);
    }
    let (status, turn) = match said {
        Ok(Json(said)) => answer(&site, &said),
        Err(_) => (StatusCode::BAD_REQUEST, Turn::problem(texts::BAD_REQUEST)),
    };
    told(Route::Chat, &turn, status, ASK_AGAIN_ALONE, &headers)
}

fn answer(site: &Site, said: &Say) -> (StatusCode, Turn) {
    let library = site.live.current();
    let room = room(site, &library);
    let links = Links::on(Form::Served, "chat");
    if !said.press.is_empty() {
        let presser = Presser {
            id: ASKER,
            is_moderator: false,
            sees_alone: said.alone,
        };
        let turn = match conversation::press(&room, &said.press, presser) {
            Pressed::Turns(message) => Turn::turns(&message, &links),
            Pressed::Whisper(message) => Turn::whispers(&message, &links),
            Pressed::Removed => Turn::removed(),
        };
        return (StatusCode::OK, turn);
    }
    let text = said.question.trim();
    if text.is_empty() || text.chars().count() > LONGEST {
        let why = if text.is_empty() {
            texts::ASK_SOMETHING
        } else {
            texts::TOO_LONG
        };
        return (StatusCode::BAD_REQUEST, Turn::problem(why));
    }
    let film = library.film(&said.film);
    let said = conversation::ask(
        &room,
        &Asked {
            text,
            film,
            asker: ASKER,
        },
    );
    site.metrics.asked(Door::Chat, outcome(said.decision));
    (StatusCode::OK, Turn::says(&said.message, &links))
}

/// Returns the room of the chat. Its links lead to the pages beside it, wherever those are published.
fn room<'a>(site: &'a Site, library: &'a Library) -> Room<'a> {
    let settings = Settings {
        spoilers: site.options.spoilers,
        public_url: Some(""),
    };
    let film = site.options.film.as_deref();
    Room::new(
        library,
        settings,
        Place {
            film,
            ..Place::default()
        },
    )
}

fn made(library: &Library, edition: &Edition) -> askama::Result<String> {
    let frame = edition.frame(
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
    Page {
        script: frame.links.asset(&assets::address(assets::SCRIPT, true)),
        choices: choices(library, None),
        examples: examples.take(EXAMPLES).collect(),
        frame,
    }
    .render()
}
