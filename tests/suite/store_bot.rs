//! The bot and its store: it makes one where it starts, and answers whether or not it can be reached.

use std::net::TcpListener;
use std::time::{Duration, Instant};

use frontrow::store::{SqlStore, Store};

use crate::harness::discord::Discord;
use crate::harness::questions::{SAD, SAD_TITLE};
use crate::harness::stores::runtime;

#[test]
fn the_bot_makes_its_store_and_leaves_it_in_order() {
    let t = Discord::start();
    let file = t.frontrow().path("frontrow.db");
    assert!(file.exists());
    t.slash("ask", &[("question", SAD)]).has_title(SAD_TITLE);
    t.terminate();
    runtime().block_on(async {
        let url = format!("sqlite://{}", file.display());
        let store = SqlStore::new(&url).expect("an address").only_existing();
        store.open().await.expect("a sound store");
        assert_eq!(store.processes(0).await, Ok(Vec::new()));
        store.close().await;
    });
}

#[test]
fn the_bot_answers_while_its_store_is_away() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let url = format!("postgres://ada:geheim@127.0.0.1:{port}/films");
    let t = Discord::with(|_, frontrow| frontrow.set("DATABASE_URL", &url));
    t.see_logged("the store cannot be reached");
    t.slash("ask", &[("question", SAD)]).has_title(SAD_TITLE);
    let begun = Instant::now();
    let log = t.terminate();
    assert!(begun.elapsed() < Duration::from_secs(5));
    assert_eq!(
        log.matches("the store cannot be reached").count(),
        1,
        "{log}"
    );
    assert!(!log.contains("geheim"), "{log}");
}
