//! The surroundings of the pages: careful headers, limits, health, counts, and the JSON for other programs.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use frontrow::health::Health;
use serde_json::{Value, json};

use crate::harness::conversation::Conversation;
use crate::harness::guides::samples;
use crate::harness::program::{Frontrow, project};
use crate::harness::site::{Served, address, exchange, get};

fn real() -> Served {
    Served::folder(&project("faq"))
}

#[test]
fn every_response_tells_browsers_to_be_careful() {
    let served = real();
    for path in [
        "/",
        "/red-rocket/faq",
        "/nothing",
        "/ask?q=a",
        "/api/films",
        "/healthz",
        "/style.css",
    ] {
        let response = served.get(path);
        let policy = response
            .header("content-security-policy")
            .expect("a policy");
        assert!(
            policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"),
            "{policy}"
        );
        assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
        assert_eq!(
            response.header("x-content-type-options"),
            Some("nosniff"),
            "{path}"
        );
        assert_eq!(
            response.header("referrer-policy"),
            Some("same-origin"),
            "{path}"
        );
    }
}

#[test]
fn no_page_has_a_script_or_a_style_of_its_own() {
    let served = real();
    for path in [
        "/",
        "/red-rocket",
        "/red-rocket/faq",
        "/ask?q=mikey",
        "/chat",
        "/nothing",
    ] {
        let page = served.get(path);
        let text = page.text();
        assert!(
            !text.contains(" style=") && !text.contains("<style"),
            "{path}"
        );
        let scripts: Vec<&str> = text.split("<script").skip(1).collect();
        let is_harmless = |script: &&str| {
            script.starts_with(" type=\"application/ld+json\">")
                || script.starts_with(" src=\"./chat.js")
        };
        assert!(scripts.iter().all(is_harmless), "{path}: {scripts:?}");
        assert!(
            !text.contains(" onclick"),
            "{path}: no handlers in attributes"
        );
    }
}

#[test]
fn the_api_has_the_shape_that_it_describes() {
    let served = real();
    let description = served.get("/api/openapi.json").is(200).json();
    let check = |path: &str, schema: &str, status: u16| {
        let value = served.get(path).is(status).json();
        let mut root = json!({ "$ref": format!("#/components/schemas/{schema}") });
        root["components"] = description["components"].clone();
        let problems: Vec<String> = jsonschema::validator_for(&root)
            .expect("a schema")
            .iter_errors(&value)
            .map(|error| error.to_string())
            .collect();
        assert!(problems.is_empty(), "{path}: {problems:#?}\n{value:#}");
        value
    };
    let answer = check("/api/ask?q=is+red+roket+ok+for+kids", "Answer", 200);
    assert_eq!(answer["answer"]["id"], "faq/suitable-for-all-audiences");
    check("/api/ask?q=tell+me+about+mikey", "Answer", 200);
    check("/api/ask?q=where+can+I+stream+it", "Answer", 200);
    check("/api/films", "Films", 200);
    check("/api/films/red-rocket", "Film", 200);
    check("/api/films/blue-rocket", "Problem", 404);
    check("/api/ask?q=a&film=blue-rocket", "Problem", 404);
    check("/api/ask", "Problem", 400);
    check("/api/ask?q=a&spoilers=some", "Problem", 400);
    check("/api/else", "Problem", 404);
    let paths = description["paths"].as_object().expect("paths");
    assert_eq!(
        paths.keys().collect::<Vec<_>>(),
        ["/api/ask", "/api/films", "/api/films/{film}"]
    );
}

#[test]
fn the_api_answers_as_the_command_line_does() {
    let served = real();
    let frontrow = Frontrow::with_real_guides();
    for question in [
        "who directed it",
        "tell me about mikey",
        "how does it end",
        "stream",
    ] {
        let printed = frontrow.run(&format!("ask --json {question}")).out;
        let printed: Value = serde_json::from_str(&printed).expect("JSON");
        let path = format!("/api/ask?q={}", question.replace(' ', "+"));
        assert_eq!(served.get(&path).is(200).json(), printed, "{question}");
    }
}

#[test]
fn hidden_texts_leave_only_for_those_who_ask_for_them() {
    let served = Served::folder(&samples());
    let texts = |query: &str| {
        let film = served
            .get(&format!("/api/films/the-glass-harbor-2016{query}"))
            .is(200)
            .json();
        let plot = film["sections"]
            .as_array()
            .expect("sections")
            .iter()
            .find(|one| one["id"] == "plot");
        plot.expect("the plot")["entries"][1]["text"].clone()
    };
    assert_eq!(texts(""), Value::Null);
    assert!(
        texts("?spoilers=all")
            .as_str()
            .is_some_and(|text| text.contains("Ruud opens the locks"))
    );
    let end = "/api/ask?q=how+does+the+glass+harbor+2016+end";
    assert_eq!(
        served.get(end).is(200).json()["answer"]["text"],
        Value::Null
    );
    let open = served.get(&format!("{end}&spoilers=all")).is(200).json();
    assert!(open["answer"]["text"].is_string(), "{open}");
}

#[test]
fn an_address_that_asks_too_much_is_told_to_wait() {
    let served = real();
    let statuses: Vec<u16> = (0..200).map(|_| served.get("/api/films").status).collect();
    assert!(
        statuses[..50].iter().all(|status| *status == 200),
        "{statuses:?}"
    );
    assert!(statuses.contains(&429), "{statuses:?}");
    let exhaust = || {
        (0..500)
            .map(|_| served.get("/ask?q=a"))
            .find(|response| response.status == 429)
    };
    let refused = exhaust().expect("a limit");
    assert!(refused.header("retry-after").is_some(), "{refused:?}");
    // Reading goes on.
    served.get("/red-rocket").is(200);
}

#[test]
fn behind_a_trusted_proxy_everybody_has_an_own_limit() {
    let settings = [("HTTP_TRUSTED_PROXY", "127.0.0.1")];
    let served = Served::with(&project("faq"), &settings, Health::new());
    let ask = |from: &str| {
        served
            .get_with("/api/films", &[("x-forwarded-for", from)])
            .status
    };
    assert!((0..500).any(|_| ask("192.0.2.1") == 429));
    assert_eq!(ask("192.0.2.2"), 200);
    assert_eq!(
        ask("192.0.2.1, 192.0.2.3"),
        200,
        "the last one is the proxy's word"
    );
}

#[test]
fn proxies_may_be_a_network_and_write_ports() {
    let settings = [("HTTP_TRUSTED_PROXY", "10.0.0.0/8, 127.0.0.0/8")];
    let served = Served::with(&project("faq"), &settings, Health::new());
    let ask = |from: &str| {
        served
            .get_with("/api/films", &[("x-forwarded-for", from)])
            .status
    };
    assert!((0..500).any(|port| ask(&format!("198.51.100.7:{}", 51000 + port)) == 429));
    assert_eq!(ask("198.51.100.8:51008"), 200);
    assert_eq!(
        ask("198.51.100.9, 10.1.2.3"),
        200,
        "two proxies of the network"
    );
}

#[test]
fn health_says_whether_the_program_lives_and_is_ready() {
    let served = real();
    assert_eq!(served.get("/healthz").is(200).text(), "alive\n");
    assert_eq!(served.get("/readyz").is(200).text(), "ready\n");
    let bot = Served::with(&project("faq"), &[], Health::with_gateway());
    bot.get("/readyz").is(503);
    bot.health.set_gateway(true);
    bot.get("/readyz").is(200);
}

#[test]
fn counts_are_for_programs_on_this_machine() {
    let served = real();
    served.get("/red-rocket/faq").is(200);
    served.get("/ask?q=who+directed+it").is(200);
    served.metrics.reloaded(true);
    let counts = served.get("/metrics").is(200);
    assert!(
        counts
            .header("content-type")
            .is_some_and(|kind| kind.starts_with("text/plain; version=0.0.4"))
    );
    for line in [
        "frontrow_requests_total{route=\"section\",status=\"2xx\"} 1",
        "frontrow_questions_total{door=\"page\",decision=\"answer\"} 1",
        "frontrow_reloads_total{outcome=\"taken_over\"} 1",
        "frontrow_guides 1",
    ] {
        assert!(counts.text().contains(line), "{line}\n{}", counts.text());
    }
    served
        .get_with("/metrics", &[("x-forwarded-for", "192.0.2.1")])
        .is(404);
}

#[test]
fn too_much_at_once_is_refused() {
    let served = real();
    let big = format!("{{\"question\":\"{}\"}}", "a".repeat(20_000));
    assert_eq!(served.post("/chat", &big).json()["kind"], "problem");
    let many = format!(
        "GET / HTTP/1.1\r\nhost: a\r\nx: {}\r\n\r\n",
        "a".repeat(1_000_000)
    );
    let response = exchange(served.address, many.as_bytes());
    assert!(
        !response.starts_with(b"HTTP/1.1 200"),
        "{}",
        String::from_utf8_lossy(&response)
    );
    let nonsense = exchange(served.address, b"nonsense\r\n\r\n");
    assert!(
        nonsense.starts_with(b"HTTP/1.1 400"),
        "{}",
        String::from_utf8_lossy(&nonsense)
    );
    served.get("/").is(200);
}

#[test]
fn hundreds_of_idle_connections_keep_nobody_waiting() {
    let frontrow = Frontrow::with_sample();
    let running = Conversation::begin(&frontrow, "run");
    let address = address(&running);
    // A visitor who has come before, and reads.
    let mut reader = TcpStream::connect(address).expect("a connection");
    let idle: Vec<TcpStream> = (0..540)
        .map(|_| TcpStream::connect(address).expect("a connection"))
        .collect();
    assert_eq!(get(address, "/healthz").is(200).text(), "alive\n");
    get(address, "/glass-harbor").is(200);
    let request = b"GET /healthz HTTP/1.1\r\nhost: test\r\n\r\n";
    let mut last = idle.last().expect("some");
    last.write_all(request).expect("the last one is open");
    let mut answer = [0; 12];
    last.read_exact(&mut answer).expect("an answer");
    assert_eq!(&answer, b"HTTP/1.1 200");
    // The idlest made room.
    reader
        .set_read_timeout(Some(Duration::from_secs(20)))
        .expect("a timeout");
    assert!(matches!(reader.read(&mut answer), Ok(0)), "it is closed");
}

#[test]
fn no_file_of_the_machine_can_be_had() {
    let served = real();
    for path in [
        "/../Cargo.toml",
        "/..%2fCargo.toml",
        "/faq/red-rocket.toml",
        "/./etc/passwd",
        "/%00",
        "/src/web/templates/style.css",
    ] {
        served.get(path).is(404);
    }
}
