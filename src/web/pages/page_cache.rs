//! The pages as they were sent, compressed, kept for the library of the moment.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::ACCEPT_ENCODING;
use axum::http::{HeaderValue, Method, Response, StatusCode};
use axum::middleware::Next;
use axum::response::IntoResponse;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use tracing::error;

use crate::app::App;

/// The most that the kept pages may take, in bytes: a few hundred pages, out of thousands perhaps.
const MAX_KEPT: u64 = 8 * 1024 * 1024;
/// The number of pages that this is about.
const N_KEPT: usize = 500;
/// The size of a page besides its text, in bytes: its headers, mostly.
const HEADERS: usize = 1_000;

/// The pages that were sent lately.
#[derive(Debug)]
pub(crate) struct PageCache(Cache<PageKey, Response<Bytes>, BySize>);

/// All that a page depends on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct PageKey {
    /// The library that it is made from.
    revision: u64,
    path: String,
    /// True where a query follows the path, which may mean that the address is of this version alone.
    has_query: bool,
    /// The encodings that the asker reads, as it lists them.
    accepted: String,
}

#[derive(Clone, Debug)]
struct BySize;

impl Weighter<PageKey, Response<Bytes>> for BySize {
    fn weight(&self, key: &PageKey, page: &Response<Bytes>) -> u64 {
        (page.body().len() + key.path.len() + key.accepted.len() + HEADERS) as u64
    }
}

/// Sends a page as it was sent before, or keeps it for those who ask next.
pub(crate) async fn keep(
    State((app, cache)): State<(Arc<App>, Arc<PageCache>)>,
    request: Request,
    next: Next,
) -> Response<Body> {
    // A response to HEAD has nothing to keep.
    if request.method() != Method::GET {
        return next.run(request).await;
    }
    let key = PageKey::of(&request, app.library().revision());
    cache.get_or_make(key, next.run(request)).await
}

impl Default for PageCache {
    fn default() -> Self {
        Self(Cache::with_weighter(N_KEPT, MAX_KEPT, BySize))
    }
}

impl PageCache {
    /// Returns the page under a key; makes it where it is not there, and keeps it where it is one.
    async fn get_or_make(
        &self,
        key: PageKey,
        make: impl Future<Output = Response<Body>>,
    ) -> Response<Body> {
        if let Some(page) = self.0.get(&key) {
            return page.map(Body::from);
        }
        let made = make.await;
        if made.status() != StatusCode::OK {
            return made;
        }
        let (head, body) = made.into_parts();
        // However long it is, it was made here.
        match to_bytes(body, usize::MAX).await {
            Ok(bytes) => {
                let page = Response::from_parts(head, bytes);
                self.0.insert(key, page.clone());
                page.map(Body::from)
            }
            Err(failure) => {
                error!("a page could not be kept: {failure}");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

impl PageKey {
    fn of(request: &Request, revision: u64) -> Self {
        let accepted = request.headers().get_all(ACCEPT_ENCODING).iter();
        let accepted: Vec<&str> = accepted.flat_map(HeaderValue::to_str).collect();
        Self {
            revision,
            path: request.uri().path().to_owned(),
            has_query: request.uri().query().is_some(),
            accepted: accepted.join(","),
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::header::ACCEPT_ENCODING;
    use axum::http::{Request, Response, StatusCode};

    use super::{MAX_KEPT, PageCache, PageKey};

    fn key(revision: u64, path: &str, encoding: &str) -> PageKey {
        let request = Request::get(path).header(ACCEPT_ENCODING, encoding);
        PageKey::of(&request.body(Body::empty()).expect("a request"), revision)
    }

    async fn is_made(cache: &PageCache, key: PageKey, page: Response<Body>) -> bool {
        let mut is_made = false;
        let make = async {
            is_made = true;
            page
        };
        cache.get_or_make(key, make).await;
        is_made
    }

    #[tokio::test]
    async fn pages_are_made_once_for_each_revision_and_encoding() {
        let cache = PageCache::default();
        for (revision, path, encoding, expected) in [
            (1, "/a", "gzip", true),
            (1, "/a", "gzip", false),
            (1, "/a", "br", true),
            (1, "/a?v=1", "gzip", true),
            (1, "/a?v=2", "gzip", false),
            (2, "/a", "gzip", true),
        ] {
            let key = key(revision, path, encoding);
            let page = Response::new(Body::from("a page"));
            let is_made = is_made(&cache, key, page).await;
            assert_eq!(is_made, expected, "{revision} {path} {encoding}");
        }
    }

    #[tokio::test]
    async fn only_pages_are_kept() {
        let cache = PageCache::default();
        for _ in 0..2 {
            let mut page = Response::new(Body::from("no page"));
            *page.status_mut() = StatusCode::NOT_FOUND;
            assert!(is_made(&cache, key(1, "/a", "gzip"), page).await);
        }
    }

    #[tokio::test]
    async fn only_so_much_is_kept() {
        let cache = PageCache::default();
        for number in 0..400 {
            let page = Response::new(Body::from(vec![b'a'; MAX_KEPT as usize / 100]));
            let key = key(1, &format!("/{number}"), "");
            assert!(is_made(&cache, key, page).await);
            assert!(cache.0.weight() <= MAX_KEPT);
        }
        assert!(cache.0.len() > 10, "{}", cache.0.len());
    }
}
