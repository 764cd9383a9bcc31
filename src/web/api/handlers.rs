//! The guides as JSON, for other programs: `/api/ask`, `/api/films`, `/api/films/{film}`.
//!
//! `/api/openapi.json` describes it. The shapes are apart from the core's types: others rely on them.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::rejection::QueryRejection;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::http::{HeaderMap, Response, StatusCode};
use serde::{Deserialize, Serialize};

use crate::app::{Question, Refusal, json};
use crate::guide::{Guide, Section};
use crate::metrics::{Route, Surface};
use crate::reply::{self, EntryView, Settings, texts::web as texts};
use crate::web::pages::answer::refusal;
use crate::web::pages::handlers::json_response;
use crate::web::pages::rendered::{ASK_AGAIN, ASK_AGAIN_ALONE, Rendered};
use crate::web::server::middleware::{refused, retry_after, tag_route};
use crate::web::server::peer::Peer;
use crate::web::site::Site;

/// The description of all this.
const DESCRIPTION: &str = include_str!("../openapi.json");

/// What a request may say besides its path.
#[derive(Debug, Default, Deserialize)]
pub(in crate::web) struct ApiQuery {
    /// The question.
    q: Option<String>,
    /// The id of the film it is about.
    film: Option<String>,
    /// `all` for texts that give something away.
    spoilers: Option<String>,
}

#[derive(Debug, Serialize)]
struct FilmsJson<'a> {
    films: Vec<ListedFilmJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ListedFilmJson<'a> {
    id: &'a str,
    title: &'a str,
    year: Option<u16>,
    link: String,
}

#[derive(Debug, Serialize)]
struct FilmJson<'a> {
    id: &'a str,
    title: &'a str,
    year: Option<u16>,
    link: String,
    reviewed: Option<String>,
    source: Option<&'a str>,
    sections: Vec<SectionJson<'a>>,
}

#[derive(Debug, Serialize)]
struct SectionJson<'a> {
    id: &'a str,
    title: &'a str,
    link: String,
    entries: Vec<ApiEntryJson>,
}

#[derive(Debug, Serialize)]
struct ApiEntryJson {
    id: String,
    title: String,
    /// `null` while hidden.
    text: Option<String>,
    spoiler: &'static str,
    link: String,
}

#[derive(Debug, Serialize)]
struct ProblemJson {
    error: &'static str,
}

type Asking = Result<Query<ApiQuery>, QueryRejection>;

/// `/api/ask?q=…&film=…&spoilers=all`.
pub(in crate::web) async fn ask(
    State(site): State<Arc<Site>>,
    peer: ConnectInfo<Peer>,
    asked: Asking,
    headers: HeaderMap,
) -> Response<Body> {
    let asked = match allowed(&site, peer, asked, &headers) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let reply = site.app.ask(&Question {
        text: asked.q.as_deref().unwrap_or_default(),
        surface: Surface::Api,
        film: asked.film.as_deref(),
        channel: &site.app.channel(),
        settings: settings(&site, &asked),
    });
    match reply {
        Ok(reply) => {
            let shape = json::AnswerJson::new(&reply);
            json_response(
                Route::Api,
                &shape,
                StatusCode::OK,
                ASK_AGAIN_ALONE,
                &headers,
            )
        }
        Err(why) => {
            let status = match why {
                Refusal::Empty | Refusal::TooLong => StatusCode::BAD_REQUEST,
                Refusal::UnknownFilm => StatusCode::NOT_FOUND,
            };
            problem(status, refusal(why), &headers)
        }
    }
}

/// `/api/films`.
pub(in crate::web) async fn films(
    State(site): State<Arc<Site>>,
    peer: ConnectInfo<Peer>,
    asked: Asking,
    headers: HeaderMap,
) -> Response<Body> {
    let asked = match allowed(&site, peer, asked, &headers) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let settings = settings(&site, &asked);
    let library = site.app.library();
    let films = library.guides().iter().map(|guide| ListedFilmJson {
        id: guide.id.as_str(),
        title: &guide.film.title,
        year: guide.film.year,
        link: link(guide, &settings),
    });
    json_response(
        Route::Api,
        &FilmsJson {
            films: films.collect(),
        },
        StatusCode::OK,
        ASK_AGAIN,
        &headers,
    )
}

/// `/api/films/red-rocket?spoilers=all`.
pub(in crate::web) async fn film(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    peer: ConnectInfo<Peer>,
    asked: Asking,
    headers: HeaderMap,
) -> Response<Body> {
    let asked = match allowed(&site, peer, asked, &headers) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let settings = settings(&site, &asked);
    let library = site.app.library();
    let Some(guide) = library
        .film(&id)
        .and_then(|film| library.guides().get(film))
    else {
        return problem(StatusCode::NOT_FOUND, texts::NO_SUCH_FILM, &headers);
    };
    let film = FilmJson {
        id: guide.id.as_str(),
        title: &guide.film.title,
        year: guide.film.year,
        link: link(guide, &settings),
        reviewed: guide.film.reviewed.map(|date| date.to_string()),
        source: guide.film.source.as_deref(),
        sections: guide
            .sections
            .iter()
            .map(|section| part(guide, section, &settings))
            .collect(),
    };
    json_response(Route::Api, &film, StatusCode::OK, ASK_AGAIN, &headers)
}

/// `/api/openapi.json`.
pub(in crate::web) async fn openapi(headers: HeaderMap) -> Response<Body> {
    let page = Rendered::new(
        "application/json",
        Bytes::from_static(DESCRIPTION.as_bytes()),
    );
    tag_route(
        Route::Api,
        page.respond(StatusCode::OK, ASK_AGAIN, &headers),
    )
}

/// Any other address below `/api`.
pub(in crate::web) async fn nothing(headers: HeaderMap) -> Response<Body> {
    problem(StatusCode::NOT_FOUND, texts::NO_SUCH_ADDRESS, &headers)
}

/// Returns what a request says, unless its sender asks too much or it makes no sense.
fn allowed(
    site: &Site,
    peer: ConnectInfo<Peer>,
    asked: Asking,
    headers: &HeaderMap,
) -> Result<ApiQuery, Box<Response<Body>>> {
    if let Some(wait) = refused(site, peer, headers) {
        let response = problem(StatusCode::TOO_MANY_REQUESTS, texts::TOO_MANY, headers);
        return Err(Box::new(retry_after(response, wait)));
    }
    let known = |asked: &ApiQuery| matches!(asked.spoilers.as_deref(), None | Some("" | "all"));
    match asked {
        Ok(Query(asked)) if known(&asked) => Ok(asked),
        _ => Err(Box::new(problem(
            StatusCode::BAD_REQUEST,
            texts::BAD_REQUEST,
            headers,
        ))),
    }
}

fn settings<'a>(site: &'a Site, asked: &ApiQuery) -> Settings<'a> {
    let all = asked.spoilers.as_deref() == Some("all");
    site.app.settings_with_spoilers(all)
}

fn link(guide: &Guide, settings: &Settings<'_>) -> String {
    format!("{}/{}", settings.public_url.unwrap_or_default(), guide.id)
}

fn part<'a>(guide: &Guide, section: &'a Section, settings: &Settings<'_>) -> SectionJson<'a> {
    let page = reply::section(guide, section, settings);
    SectionJson {
        id: &section.id,
        title: &section.title,
        link: page.section.link,
        entries: page.entries.into_iter().map(entry).collect(),
    }
}

fn entry(answered: EntryView) -> ApiEntryJson {
    ApiEntryJson {
        id: answered.entry.to_string(),
        text: answered.body.open().map(str::to_owned),
        title: answered.title,
        spoiler: answered.spoiler.as_str(),
        link: answered.link,
    }
}

fn problem(status: StatusCode, error: &'static str, headers: &HeaderMap) -> Response<Body> {
    json_response(
        Route::Api,
        &ProblemJson { error },
        status,
        ASK_AGAIN_ALONE,
        headers,
    )
}
