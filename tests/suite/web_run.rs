//! `frontrow run` without a token: the pages, until somebody asks the program to end.

use std::net::TcpListener;

use crate::harness::conversation::Conversation;
use crate::harness::discord::kinds::orchard;
use crate::harness::program::Frontrow;
use crate::harness::site::{address, get};

#[test]
fn the_pages_are_served_until_the_program_is_asked_to_end() {
    let frontrow = Frontrow::with_sample();
    for line in ["run", ""] {
        let mut running = Conversation::begin(&frontrow, line);
        let address = address(&running);
        assert!(
            running
                .hear("/chat")
                .contains(&format!("http://{address}/chat"))
        );
        // Nobody types: that is no reason to end.
        running.hang_up();
        get(address, "/glass-harbor/story").is(200);
        get(address, "/healthz").is(200);
        assert_eq!(running.end_by("TERM"), Some(0));
    }
}

#[test]
fn an_edit_shows_with_the_next_request() {
    let frontrow = Frontrow::with_sample();
    let running = Conversation::begin(&frontrow, "run");
    let address = address(&running);
    let guide = frontrow.read("faq/glass-harbor.toml");
    assert!(
        get(address, "/glass-harbor/ferries")
            .is(200)
            .text()
            .contains("only on Sundays")
    );
    frontrow.write(
        "faq/glass-harbor.toml",
        &guide.replace("only on Sundays", "never on Mondays"),
    );
    running.see_logged("guides reloaded: 1 changed");
    assert!(
        get(address, "/glass-harbor/ferries")
            .is(200)
            .text()
            .contains("never on Mondays")
    );
    frontrow.write("faq/glass-harbor.toml", "[film");
    running.see_logged("guides not reloaded");
    assert!(
        get(address, "/glass-harbor/ferries")
            .is(200)
            .text()
            .contains("never on Mondays")
    );
    let counts = get(address, "/metrics").is(200);
    for outcome in ["taken_over", "refused"] {
        let line = format!("frontrow_reloads_total{{outcome=\"{outcome}\"}} 1");
        assert!(counts.text().contains(&line), "{}", counts.text());
    }
}

#[test]
fn a_signal_reloads_the_guides_without_a_bot_too() {
    let frontrow = Frontrow::with_sample();
    let running = Conversation::begin(&frontrow, "run");
    address(&running);
    running.signal("HUP");
    running.see_logged("guides reloaded: no entry changed");
    running.signal("HUP");
    running.see_logged("guides reloaded: no entry changed");
    assert_eq!(running.end_by("TERM"), Some(0));
}

#[test]
fn a_deploy_that_swaps_a_link_is_noticed_without_an_event() {
    let frontrow = Frontrow::with_sample()
        .set("FRONTROW_GUIDES", "current/faq")
        .set("FRONTROW_POLL_SECONDS", "1");
    let guide = frontrow.read("faq/glass-harbor.toml");
    frontrow.write("1/faq/glass-harbor.toml", &guide);
    let edit = guide.replace("only on Sundays", "never on Mondays");
    frontrow.write("2/faq/glass-harbor.toml", &edit);
    frontrow.write("current", "");
    frontrow.link("current", "1");
    let running = Conversation::begin(&frontrow, "run");
    let address = address(&running);
    frontrow.link("current", "2");
    running.see_logged("guides reloaded: 1 changed");
    let page = get(address, "/glass-harbor/ferries").is(200);
    assert!(page.text().contains("never on Mondays"), "{}", page.text());
}

#[test]
fn a_copy_that_a_sync_tool_left_is_named_and_other_films_are_still_edited() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/tin-orchard.toml", &orchard());
    let running = Conversation::begin(&frontrow, "run");
    let address = address(&running);
    frontrow.write(
        "faq/glass-harbor.sync-conflict-1.toml",
        &frontrow.read("faq/glass-harbor.toml"),
    );
    running.see_logged("a file left out: faq/glass-harbor.sync-conflict-1.toml");
    let edit = orchard().replace("only on Sundays", "never on Mondays");
    frontrow.write("faq/tin-orchard.toml", &edit);
    running.see_logged("guides reloaded: 1 changed");
    let page = get(address, "/tin-orchard/ferries").is(200);
    assert!(page.text().contains("never on Mondays"), "{}", page.text());
}

#[test]
fn several_programs_find_a_port_each() {
    let frontrow = Frontrow::with_sample();
    let (one, other) = (
        Conversation::begin(&frontrow, "run"),
        Conversation::begin(&frontrow, "run"),
    );
    assert_ne!(address(&one), address(&other));
}

#[test]
fn an_address_that_is_set_is_the_one_that_is_used_or_wrong() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let taken = taken
        .local_addr()
        .map(|address| (taken, address.to_string()));
    let (listener, address) = taken.expect("an address");
    for variable in ["HTTP_ADDR", "METRICS_ADDR"] {
        let frontrow = Frontrow::with_sample().set(variable, &address);
        let ran = frontrow.run("run").ends_with(78);
        assert!(
            ran.err.contains(variable) && ran.err.contains(&address),
            "{ran:?}"
        );
    }
    drop(listener);
    for (variable, value) in [
        ("HTTP_ADDR", "8080"),
        ("METRICS_ADDR", "localhost:80"),
        ("HTTP_TRUSTED_PROXY", "proxy"),
    ] {
        let ran = Frontrow::with_sample()
            .set(variable, value)
            .run("run")
            .ends_with(78);
        assert!(
            ran.err.contains(variable) && ran.err.contains(value),
            "{ran:?}"
        );
    }
    let frontrow = Frontrow::with_sample().set("HTTP_ADDR", "[::1]:0");
    let running = Conversation::begin(&frontrow, "run");
    assert!(crate::harness::site::address(&running).is_ipv6());
}

#[test]
fn counts_have_an_address_of_their_own_where_one_is_set() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let metrics = listener.local_addr().expect("an address");
    drop(listener);
    let frontrow = Frontrow::with_sample().set("METRICS_ADDR", &metrics.to_string());
    let running = Conversation::begin(&frontrow, "run");
    address(&running);
    assert!(
        get(metrics, "/metrics")
            .is(200)
            .text()
            .contains("frontrow_guides 1")
    );
    get(metrics, "/readyz").is(200);
    get(metrics, "/glass-harbor").is(404);
}
