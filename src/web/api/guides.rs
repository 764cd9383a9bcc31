//! The guides as JSON, for other programs: `/api/ask`, `/api/films`, `/api/films/{film}`.
//!
//! `/api/openapi.json` describes it.

use std::sync::Arc;

use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::chat::status;
use super::guides_json::{FilmJson, FilmsJson, ProblemJson};
use crate::app::{Question, json::AnswerJson};
use crate::metrics::{Route, Surface};
use crate::reply::{Settings, texts::web as texts};
use crate::web::pages::answer::refusal;
use crate::web::server::response::{
    ASK_AGAIN, ASK_AGAIN_ALONE, json_response, retry_after, text_response,
};
use crate::web::site::{Asker, Site};

/// The description of all this.
const DESCRIPTION: &str = include_str!("openapi.json");

/// The query of a request.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct ApiQuery {
    /// The question.
    q: Option<String>,
    /// The id of the film it is about.
    film: Option<String>,
    /// `all` for texts that give something away.
    spoilers: Option<String>,
}

type Asking = Result<Query<ApiQuery>, QueryRejection>;

/// `/api/ask?q=…&film=…&spoilers=all`.
pub(crate) async fn ask(State(site): State<Arc<Site>>, asker: Asker, asked: Asking) -> Response {
    let asked = match allowed(&site, asker, asked) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let reply = site.app.ask(&Question {
        text: asked.q.as_deref().unwrap_or_default(),
        surface: Surface::Api,
        film: asked.film.as_deref(),
        channel: &site.app.channel(),
        is_addressed: true,
        settings: settings(&site, &asked),
    });
    match reply {
        Ok(reply) => found(ASK_AGAIN_ALONE, &AnswerJson::new(&reply)),
        Err(why) => problem(status(why), refusal(why)),
    }
}

/// `/api/films`.
pub(crate) async fn films(State(site): State<Arc<Site>>, asker: Asker, asked: Asking) -> Response {
    match allowed(&site, asker, asked) {
        Ok(asked) => {
            let library = site.app.library();
            let films = FilmsJson::new(library.guides(), &settings(&site, &asked));
            found(ASK_AGAIN, &films)
        }
        Err(response) => *response,
    }
}

/// `/api/films/red-rocket?spoilers=all`.
pub(crate) async fn film(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    asker: Asker,
    asked: Asking,
) -> Response {
    let asked = match allowed(&site, asker, asked) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let library = site.app.library();
    match library.film(&id).and_then(|film| library.guide(film)) {
        Some(guide) => found(ASK_AGAIN, &FilmJson::new(guide, &settings(&site, &asked))),
        None => problem(StatusCode::NOT_FOUND, texts::NO_SUCH_FILM),
    }
}

/// `/api/openapi.json`.
pub(crate) async fn openapi() -> Response {
    let (route, status) = (Route::Api, StatusCode::OK);
    text_response(route, status, ASK_AGAIN, "application/json", DESCRIPTION)
}

/// Any other address below `/api`.
pub(crate) async fn nothing() -> Response {
    problem(StatusCode::NOT_FOUND, texts::NO_SUCH_ADDRESS)
}

/// Returns what a request says, unless its sender asks too much or it makes no sense.
fn allowed(site: &Site, asker: Asker, asked: Asking) -> Result<ApiQuery, Box<Response>> {
    if let Err(wait) = site.take_question(asker) {
        let response = problem(StatusCode::TOO_MANY_REQUESTS, texts::TOO_MANY);
        return Err(Box::new(retry_after(response, wait)));
    }
    let is_known = |asked: &ApiQuery| matches!(asked.spoilers.as_deref(), None | Some("" | "all"));
    match asked {
        Ok(Query(asked)) if is_known(&asked) => Ok(asked),
        _ => Err(Box::new(problem(
            StatusCode::BAD_REQUEST,
            texts::BAD_REQUEST,
        ))),
    }
}

fn settings<'a>(site: &'a Site, asked: &ApiQuery) -> Settings<'a> {
    let all = asked.spoilers.as_deref() == Some("all");
    site.app.settings_with_spoilers(all)
}

fn found(cache: &'static str, shape: &impl Serialize) -> Response {
    json_response(Route::Api, StatusCode::OK, cache, shape)
}

fn problem(status: StatusCode, error: &'static str) -> Response {
    json_response(Route::Api, status, ASK_AGAIN_ALONE, &ProblemJson { error })
}
