//! Answers requests for pages: finds what an address names, and keeps what was made.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{ConnectInfo, Query, State};
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, Uri};
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use tracing::error;

use super::answer;
use super::assets;
use super::film;
use super::find::{FoundPage, find, nearest};
use super::home;
use super::links::{LinkStyle, Links};
use super::not_found;
use super::rendered::{ASK_AGAIN, ASK_AGAIN_ALONE, FOREVER, Rendered};
use super::section;
use crate::app::{Question, Refusal};
use crate::library::Library;
use crate::metrics::{Route, Surface};
use crate::reply::texts::web as texts;
use crate::web::server::middleware::{refused, retry_after, tag_route};
use crate::web::server::peer::Peer;
use crate::web::site::Site;

/// What a question comes with.
#[derive(Debug, Default, Deserialize)]
pub(in crate::web) struct AskQuery {
    /// The question.
    #[serde(default)]
    q: String,
    /// The id of the film it is about.
    #[serde(default)]
    film: String,
}

/// Any page whose path the guides decide on, and the files that pages load.
pub(in crate::web) async fn page(
    State(site): State<Arc<Site>>,
    peer: ConnectInfo<Peer>,
    uri: Uri,
    headers: HeaderMap,
) -> Response<Body> {
    let path = uri.path().strip_prefix('/').unwrap_or_default();
    if let Some(asset) = assets::ALL.into_iter().find(|asset| asset.name == path) {
        let made = Rendered::new(asset.content_type, asset.bytes());
        let page = site.kept.get(site.app.library().revision(), path, || {
            Ok::<_, askama::Error>(made)
        });
        let cache = if uri.query().is_some() {
            FOREVER
        } else {
            ASK_AGAIN
        };
        return tag_route(
            Route::Asset,
            page_response(page, StatusCode::OK, cache, &headers),
        );
    }
    let library = site.app.library();
    let keep = |route, make: &dyn Fn() -> askama::Result<String>| {
        let page = site
            .kept
            .get(library.revision(), path, || make().map(Rendered::html));
        tag_route(
            route,
            page_response(page, StatusCode::OK, ASK_AGAIN, &headers),
        )
    };
    match find(&library, path) {
        FoundPage::Home => keep(Route::Home, &|| home::page(&library, &site.style)),
        FoundPage::Film(guide) => keep(Route::Film, &|| film::page(guide, &site.style)),
        FoundPage::Section(guide, one) => {
            keep(Route::Section, &|| section::page(guide, one, &site.style))
        }
        FoundPage::Moved(today) => tag_route(Route::Section, moved(path, &today)),
        FoundPage::Nothing => no_page(&site, &library, peer, path, &headers),
    }
}

/// `/ask?q=…&film=…`.
pub(in crate::web) async fn ask(
    State(site): State<Arc<Site>>,
    peer: ConnectInfo<Peer>,
    asked: Result<Query<AskQuery>, QueryRejection>,
    headers: HeaderMap,
) -> Response<Body> {
    let notice = |status, text| {
        let page = not_found::notice("ask", &site.style, text).map(Rendered::html);
        tag_route(
            Route::Ask,
            page_response(page.map(Arc::new), status, ASK_AGAIN_ALONE, &headers),
        )
    };
    if let Some(wait) = refused(&site, peer, &headers) {
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
    let page = page.map(|page| Arc::new(Rendered::html(page)));
    tag_route(
        Route::Ask,
        page_response(page, status, ASK_AGAIN_ALONE, &headers),
    )
}

/// Returns what was made as a response; what could not be made is our fault, and goes to the log.
pub(in crate::web) fn page_response(
    made: askama::Result<Arc<Rendered>>,
    status: StatusCode,
    cache: &'static str,
    headers: &HeaderMap,
) -> Response<Body> {
    match made {
        Ok(page) => page.respond(status, cache, headers),
        Err(failure) => {
            error!("a page could not be made: {failure}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Returns something as JSON.
pub(in crate::web) fn json_response(
    route: Route,
    shape: &impl Serialize,
    status: StatusCode,
    cache: &'static str,
    headers: &HeaderMap,
) -> Response<Body> {
    let text = serde_json::to_string(shape).map_err(|error| askama::Error::Custom(Box::new(error)));
    tag_route(
        route,
        page_response(
            text.map(|text| Arc::new(Rendered::json(text))),
            status,
            cache,
            headers,
        ),
    )
}

/// Leads to the path of today. The way is relative, so that a proxy may serve us below any address.
fn moved(path: &str, today: &str) -> Response<Body> {
    let way = Links::on(LinkStyle::Served, path).page(today);
    let mut response = StatusCode::PERMANENT_REDIRECT.into_response();
    let headers = response.headers_mut();
    // Paths of today are words and hyphens.
    if let Ok(way) = HeaderValue::try_from(way) {
        headers.insert(LOCATION, way);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(ASK_AGAIN));
    response
}

fn no_page(
    site: &Site,
    library: &Library,
    peer: ConnectInfo<Peer>,
    path: &str,
    headers: &HeaderMap,
) -> Response<Body> {
    // Finding the nearest page is as much work as a question.
    let nearest = match refused(site, peer, headers) {
        None => nearest(library, path),
        Some(_) => None,
    };
    let page = not_found::page(path, &site.style, nearest.as_ref()).map(Rendered::html);
    page_response(
        page.map(Arc::new),
        StatusCode::NOT_FOUND,
        ASK_AGAIN,
        headers,
    )
}
