//! A page ready to be sent, compressed and plain, and the pages kept for the library of the moment.

use std::collections::HashMap;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::library::Fingerprint;

/// How much the kept pages may take, in bytes: a few hundred pages, out of thousands perhaps.
const MAX_KEPT: usize = 8 * 1024 * 1024;
/// Smaller texts are sent as they are, in bytes: they fit in one packet anyway.
const WORTH_COMPRESSING: usize = 1_000;

/// Asks caches to look whether there is something new, every time: a reload must show at once.
pub(in crate::web) const ASK_AGAIN: &str = "no-cache";
/// The same for answers, which are nobody else's business.
pub(in crate::web) const ASK_AGAIN_ALONE: &str = "private, no-cache";
/// For what has another address when it changes.
pub(in crate::web) const FOREVER: &str = "public, max-age=31536000, immutable";

/// A page ready to be sent.
#[derive(Debug)]
pub(in crate::web) struct Rendered {
    content_type: &'static str,
    plain: Bytes,
    gzip: Option<Bytes>,
    /// Tells this content from any other; of two encodings it says that they mean the same.
    tag: HeaderValue,
}

impl Rendered {
    /// Makes a page of HTML ready.
    pub(in crate::web) fn html(page: String) -> Self {
        Self::new("text/html; charset=utf-8", Bytes::from(page))
    }

    /// Makes JSON ready.
    pub(in crate::web) fn json(text: String) -> Self {
        Self::new("application/json", Bytes::from(text))
    }

    /// Makes some content ready.
    pub(in crate::web) fn new(content_type: &'static str, plain: Bytes) -> Self {
        let tag = format!("W/\"{:016x}\"", fingerprint(&plain));
        Self {
            content_type,
            gzip: (plain.len() >= WORTH_COMPRESSING)
                .then(|| gzip(&plain))
                .flatten(),
            // Digits and quotes are fine in a header.
            tag: HeaderValue::try_from(tag).unwrap_or_else(|_| HeaderValue::from_static("W/\"0\"")),
            plain,
        }
    }

    /// Returns the response to a request with these headers.
    pub(in crate::web) fn respond(
        &self,
        status: StatusCode,
        cache: &'static str,
        asked: &HeaderMap,
    ) -> Response<Body> {
        let is_known = status == StatusCode::OK && knows(asked, &self.tag);
        let compressed = self.gzip.as_ref().filter(|_| takes_gzip(asked));
        let (status, body) = match (is_known, compressed) {
            (true, _) => (StatusCode::NOT_MODIFIED, Body::empty()),
            (false, Some(gzip)) => (status, Body::from(gzip.clone())),
            (false, None) => (status, Body::from(self.plain.clone())),
        };
        let mut response = Response::new(body);
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
        headers.insert(ETAG, self.tag.clone());
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        if !is_known {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.content_type));
            if compressed.is_some() {
                headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            }
        }
        response
    }

    fn size(&self) -> usize {
        self.plain.len() + self.gzip.as_ref().map_or(0, Bytes::len)
    }
}

/// Returns the number that tells some bytes from others.
pub(in crate::web) fn fingerprint(bytes: &[u8]) -> u64 {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(bytes);
    fingerprint.value()
}

fn gzip(plain: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 3), Compression::default());
    encoder.write_all(plain).ok()?;
    Some(Bytes::from(encoder.finish().ok()?))
}

/// Whether the asker has this content already.
fn knows(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    let plain = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let Ok(tag) = tag.to_str() else { return false };
    let listed = asked
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok());
    listed
        .flat_map(|value| value.split(','))
        .any(|one| one.trim() == "*" || plain(one) == plain(tag))
}

/// Whether the asker reads gzip, which it may also list in order to refuse it.
fn takes_gzip(asked: &HeaderMap) -> bool {
    let listed = asked
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok());
    listed.flat_map(|value| value.split(',')).any(|one| {
        let mut parts = one.split(';').map(str::trim);
        let is_gzip = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
        let weight = parts.find_map(|part| part.strip_prefix("q="));
        is_gzip && weight.is_none_or(|weight| weight.parse().unwrap_or(0.0) > 0.0)
    })
}

/// The pages as they were made for the library of the moment.
#[derive(Debug, Default)]
pub(in crate::web) struct PageCache(Mutex<CachedPages>);

#[derive(Debug, Default)]
struct CachedPages {
    /// The library that the pages are made from.
    revision: u64,
    pages: HashMap<String, Arc<Rendered>>,
    /// How much they take, in bytes.
    size: usize,
}

impl PageCache {
    /// Returns the page under a key as it is for a revision of the library; makes it where it is not there.
    ///
    /// # Errors
    /// Returns why it could not be made.
    pub(in crate::web) fn get<E>(
        &self,
        revision: u64,
        key: &str,
        make: impl FnOnce() -> Result<Rendered, E>,
    ) -> Result<Arc<Rendered>, E> {
        if let Some(page) = self.shelf(revision, |shelf| shelf.pages.get(key).cloned()) {
            return Ok(page);
        }
        let page = Arc::new(make()?);
        self.shelf(revision, |shelf| {
            if shelf.size + page.size() > MAX_KEPT {
                shelf.pages.clear();
                shelf.size = 0;
            }
            if shelf
                .pages
                .insert(key.to_owned(), Arc::clone(&page))
                .is_none()
            {
                shelf.size += page.size();
            }
        });
        Ok(page)
    }

    /// Uses the shelf of a revision, which is empty where another one's was used before.
    fn shelf<T>(&self, revision: u64, use_it: impl FnOnce(&mut CachedPages) -> T) -> T {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if shelf.revision != revision {
            *shelf = CachedPages {
                revision,
                ..CachedPages::default()
            };
        }
        use_it(&mut shelf)
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use axum::body::Bytes;
    use axum::http::HeaderMap;
    use axum::http::header::{ACCEPT_ENCODING, IF_NONE_MATCH};

    use super::{MAX_KEPT, PageCache, Rendered, knows, takes_gzip};

    #[test]
    fn gzip_is_sent_to_those_who_read_it() {
        for (header, expected) in [
            ("gzip, deflate, br", true),
            ("br;q=1.0, GZIP;q=0.5", true),
            ("gzip;q=0", false),
            ("br", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, header.parse().expect("a header"));
            assert_eq!(takes_gzip(&headers), expected, "{header}");
        }
    }

    #[test]
    fn content_that_is_known_is_recognized() {
        let page = Rendered::html("a".to_owned());
        let tag = page.tag.to_str().expect("text").to_owned();
        for (header, expected) in [
            (tag.as_str(), true),
            (tag.trim_start_matches("W/"), true),
            (&format!("\"x\", {tag}"), true),
            ("*", true),
            ("\"x\"", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(IF_NONE_MATCH, header.parse().expect("a header"));
            assert_eq!(knows(&headers, &page.tag), expected, "{header}");
        }
    }

    #[test]
    fn pages_are_made_once_for_each_revision() {
        let kept = PageCache::default();
        let mut n_made = 0;
        for (revision, expected) in [(1, 1), (1, 1), (2, 2), (1, 3)] {
            let made = kept.get(revision, "a", || {
                n_made += 1;
                Ok::<_, Infallible>(Rendered::html(n_made.to_string()))
            });
            assert!(made.is_ok() && n_made == expected, "{revision}: {n_made}");
        }
    }

    #[test]
    fn only_so_much_is_kept() {
        let kept = PageCache::default();
        for number in 0..40 {
            let big = Rendered::new("text/plain", Bytes::from(vec![b'a'; MAX_KEPT / 10]));
            let made = kept.get(1, &number.to_string(), || Ok::<_, Infallible>(big));
            assert!(made.is_ok());
            assert!(kept.0.lock().expect("no panic").size <= MAX_KEPT);
        }
    }
}
