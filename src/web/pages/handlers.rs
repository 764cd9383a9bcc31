//! Answers requests for pages: finds what an address names.

use std::sync::Arc;

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use serde::Deserialize;

use super::find::{FoundPage, find, nearest};
use super::links::{LinkStyle, Links};
use super::{answer, assets, chat, film, home, not_found, section};
use crate::app::{Question, Refusal};
use crate::library::Library;
use crate::metrics::{Route, Surface};
use crate::reply::texts::web as texts;
use crate::web::server::response::{
    ASK_AGAIN, ASK_AGAIN_ALONE, FOREVER, page_response, retry_after, tag_route, text_response,
};
use crate::web::site::{Asker, Site};

/// The query of a question.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct AskQuery {
    /// The question.
    #[serde(default)]
    q: String,
    /// The id of the film it is about.
    #[serde(default)]
    film: String,
}

/// Any page whose path the guides decide on, and the files that pages load.
pub(crate) async fn page(State(site): State<Arc<Site>>, asker: Asker, uri: Uri) -> Response {
    let path = uri.path().strip_prefix('/').unwrap_or_default();
    if let Some(asset) = assets::ALL.into_iter().find(|asset| asset.name == path) {
        let is_versioned = uri.query().is_some();
        let cache = if is_versioned { FOREVER } else { ASK_AGAIN };
        let (route, status) = (Route::Asset, StatusCode::OK);
        return text_response(route, status, cache, asset.content_type, asset.text);
    }
    let library = site.app.library();
    let (route, page) = match find(&library, path) {
        FoundPage::Home => (Route::Home, home::page(&library, &site.style)),
        FoundPage::Film(guide) => (Route::Film, film::page(guide, &site.style)),
        FoundPage::Section(guide, one) => (Route::Section, section::page(guide, one, &site.style)),
        FoundPage::Moved(today) => return moved(path, &today),
        FoundPage::Nothing => return no_page(&site, &library, asker, path),
    };
    page_response(route, StatusCode::OK, ASK_AGAIN, page)
}

/// `GET /chat`.
pub(crate) async fn chat(State(site): State<Arc<Site>>) -> Response {
    let page = chat::page(&site.app.library(), &site.style);
    page_response(Route::Chat, StatusCode::OK, ASK_AGAIN, page)
}

/// `/ask?q=…&film=…`.
pub(crate) async fn ask(
    State(site): State<Arc<Site>>,
    asker: Asker,
    asked: Result<Query<AskQuery>, QueryRejection>,
) -> Response {
    let respond = |status, page| page_response(Route::Ask, status, ASK_AGAIN_ALONE, page);
    let notice = |status, text| respond(status, not_found::notice("ask", &site.style, text));
    if let Err(wait) = site.take_question(asker) {
        return retry_after(notice(StatusCode::TOO_MANY_REQUESTS, texts::TOO_MANY), wait);
    }
    let Ok(Query(asked)) = asked else {
        return notice(StatusCode::BAD_REQUEST, texts::BAD_REQUEST);
    };
    let reply = site.app.ask(&Question {
        text: &asked.q,
        surface: Surface::Page,
        film: Some(&asked.film),
        channel: &site.app.channel(),
        is_addressed: true,
        settings: site.style.reply_settings(),
    });
    let status = match reply {
        Err(Refusal::TooLong) => StatusCode::URI_TOO_LONG,
        // The page is there, and says that the film is not.
        Ok(_) | Err(Refusal::Empty | Refusal::UnknownFilm) => StatusCode::OK,
    };
    let library = site.app.library();
    let reply = reply.as_ref().map_err(|why| *why);
    let page = answer::page(&library, &site.style, &asked.q, &asked.film, reply);
    respond(status, page)
}

/// Leads to the path of today. The way is relative, so that a proxy may serve us below any address.
fn moved(path: &str, today: &str) -> Response {
    let way = Links::on(LinkStyle::Served, path).page(today);
    let headers = [(LOCATION, way.as_str()), (CACHE_CONTROL, ASK_AGAIN)];
    tag_route(Route::Section, (StatusCode::PERMANENT_REDIRECT, headers))
}

fn no_page(site: &Site, library: &Library, asker: Asker, path: &str) -> Response {
    // Finding the nearest page is as much work as a question.
    let nearest = match site.take_question(asker) {
        Ok(()) => nearest(library, path),
        Err(_) => None,
    };
    let page = not_found::page(path, &site.style, nearest.as_ref());
    page_response(Route::Missing, StatusCode::NOT_FOUND, ASK_AGAIN, page)
}
