//! The encodings of pages: compressed for those who can read it, and kept by browsers.

use std::io::Read;

use flate2::read::GzDecoder;

use crate::harness::program::{project, read};
use crate::harness::site::Served;

#[test]
fn pages_are_compressed_for_those_who_read_it() {
    let served = Served::folder(&project("faq"));
    let plain = served.get("/red-rocket").is(200);
    let packed = served
        .get_with("/red-rocket", &[("accept-encoding", "gzip")])
        .is(200);
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert_eq!(packed.header("vary"), Some("accept-encoding"));
    let mut unpacked = String::new();
    GzDecoder::new(&packed.bytes[..])
        .read_to_string(&mut unpacked)
        .expect("gzip");
    assert_eq!(unpacked, plain.text());
    let style = served
        .get_with("/style.css", &[("accept-encoding", "gzip")])
        .is(200);
    let total = packed.bytes.len() + style.bytes.len();
    assert!(total <= 20_000, "{total} bytes");
    assert!(read("src/web/templates/style.css").len() < 10_000);
}

#[test]
fn a_page_is_the_same_in_every_encoding() {
    let served = Served::folder(&project("faq"));
    let plain = served.get("/red-rocket").is(200);
    for (accepted, expected) in [
        ("gzip, deflate, br", Some("br")),
        ("br;q=0.5, GZIP;q=1.0", Some("gzip")),
        ("gzip;q=0", None),
        ("br", Some("br")),
        ("deflate", None),
        ("", None),
    ] {
        let get = || served.get_with("/red-rocket", &[("accept-encoding", accepted)]);
        let (made, kept) = (get().is(200), get().is(200));
        assert_eq!(made.header("content-encoding"), expected, "{accepted}");
        assert_eq!(made.header("vary"), Some("accept-encoding"), "{accepted}");
        assert_eq!(made.header("etag"), plain.header("etag"), "{accepted}");
        let is_packed = made.bytes.len() < plain.bytes.len() / 2;
        assert_eq!(is_packed, expected.is_some(), "{accepted}");
        assert_eq!(made.header("content-length"), kept.header("content-length"));
        assert_eq!(made.bytes, kept.bytes, "{accepted}");
    }
    let head = served.send("HEAD", "/red-rocket", &[], "").is(200);
    assert!(head.bytes.is_empty() && head.header("etag") == plain.header("etag"));
}

#[test]
fn what_pages_load_may_be_kept_for_ever() {
    let served = Served::folder(&project("faq"));
    for (page, start) in [("/", "href=\"./style.css"), ("/chat", "src=\"./chat.js")] {
        let page = served.get(page).is(200);
        let (_, rest) = page.text().split_once(start).expect("a file");
        let query = rest.split('"').next().unwrap_or_default();
        let path = format!("/{}{query}", start.split("./").nth(1).unwrap_or_default());
        let file = served.get(&path).is(200);
        assert_eq!(
            file.header("cache-control"),
            Some("public, max-age=31536000, immutable"),
            "{path}"
        );
    }
    served.get("/icon.svg").is(200);
}
