//! Spares those who have a page already from getting it again.

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

/// Leaves out what the asker has, by the tag of the response.
pub(super) async fn not_modified(request: Request, next: Next) -> Response {
    let known = request.headers().get_all(IF_NONE_MATCH).iter();
    let known: Vec<HeaderValue> = known.cloned().collect();
    let mut response = next.run(request).await;
    if response.status() == StatusCode::OK && is_known(&known, response.headers()) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.body_mut() = Body::empty();
        for header in [CONTENT_TYPE, CONTENT_ENCODING, CONTENT_LENGTH] {
            response.headers_mut().remove(header);
        }
    }
    response
}

/// Returns whether one of the tags that the asker knows is that of the response; whether they are weak does not matter.
fn is_known(known: &[HeaderValue], response: &HeaderMap) -> bool {
    let text = |value: &HeaderValue| value.to_str().ok().map(str::to_owned);
    let strong = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let Some(tag) = response.get(ETAG).and_then(text) else {
        return false;
    };
    let known = known.iter().filter_map(text);
    let mut known = known.flat_map(|listed| listed.split(',').map(strong).collect::<Vec<_>>());
    known.any(|one| one == "*" || one == strong(&tag))
}

#[cfg(test)]
mod tests {
    use axum::http::header::ETAG;
    use axum::http::{HeaderMap, HeaderValue};

    use super::is_known;

    #[test]
    fn content_that_is_known_is_recognized() {
        let tag = HeaderValue::from_static("W/\"a\"");
        let response = HeaderMap::from_iter([(ETAG, tag)]);
        for (header, expected) in [
            ("W/\"a\"", true),
            ("\"a\"", true),
            ("\"x\", W/\"a\"", true),
            ("*", true),
            ("\"x\"", false),
        ] {
            let known = [HeaderValue::from_static(header)];
            assert_eq!(is_known(&known, &response), expected, "{header}");
            assert!(!is_known(&known, &HeaderMap::new()), "there is no tag");
        }
    }
}
