//! One question, every surface: the same decision, entry, film and hidden parts, whatever way it takes.

use frontrow::app::App;
use frontrow::chat::{CardPart, Message, UserId};
use frontrow::config::Config;
use frontrow::content::{LoadOptions, Reloader, load};
use frontrow::health::Health;
use frontrow::reply::texts;
use serde_json::{Value, json};
use std::sync::Arc;

use crate::harness::program::{Frontrow, project};
use crate::harness::site::Served;

/// Questions of all kinds: plain ones, slips, paraphrases, invisible characters, spoilers, several films' words, and
/// such that nobody can answer.
const QUESTIONS: [&str; 24] = [
    "who directed it?",
    "who wrote the script",
    "bud\u{200b}get",
    "how mu\u{ad}ch did it c\u{feff}ost",
    "what did critics think?",
    "tell me about mikey",
    "how does it end",
    "HOW DOES IT END???",
    "is it ok for kids?",
    "waht town dose it tak place in",
    "who plays Lonnie",
    "who is strawberry",
    "red roket runtime",
    "what is red rocket about",
    "fan theories",
    "the music",
    "soundtrak",
    "how tall is simon rex",
    "what is the capital of france",
    "thanks!",
    "asdf qwer",
    "🚀",
    "?",
    "release date",
];

/// Film options as people type them, with whether there is such a film.
const FILMS: [(Option<&str>, bool); 5] = [
    (None, true),
    (Some(""), true),
    (Some("red-rocket"), true),
    (Some("  Red Roket "), true),
    (Some("vertigo"), false),
];

/// Every surface with the same guides.
struct Surfaces {
    site: Served,
    app: App,
    terminal: Frontrow,
}

impl Surfaces {
    fn open() -> Self {
        let folder = project("faq");
        let loaded = load(&folder, &LoadOptions::default()).lenient();
        let guides = Reloader::new(&folder, loaded.expect("guides"), Arc::default());
        let config = Config::from_variables(|_| None).expect("settings");
        // Each question comes from an address of its own: none is asked too fast.
        let settings = [("HTTP_TRUSTED_PROXY", "127.0.0.1")];
        Self {
            site: Served::with(&folder, &settings, Health::new()),
            app: App::new(&config, Arc::new(guides), Health::new()),
            terminal: Frontrow::with_real_guides(),
        }
    }

    fn api(&self, text: &str, film: Option<&str>, from: &str) -> (u16, Value) {
        let film = film.map_or_else(String::new, |film| format!("&film={}", encoded(film)));
        let path = format!("/api/ask?q={}{film}", encoded(text));
        let response = self.site.get_with(&path, &[("x-forwarded-for", from)]);
        (response.status, response.json())
    }

    fn page(&self, text: &str, film: Option<&str>, from: &str) -> String {
        let film = film.map_or_else(String::new, |film| format!("&film={}", encoded(film)));
        let path = format!("/ask?q={}{film}", encoded(text));
        let response = self.site.get_with(&path, &[("x-forwarded-for", from)]);
        response.text().replace("&#39;", "'")
    }

    fn chat(&self, text: &str, film: Option<&str>, from: &str) -> Value {
        let body = json!({ "question": text, "film": film.unwrap_or_default() }).to_string();
        let headers = [
            ("content-type", "application/json"),
            ("x-forwarded-for", from),
        ];
        self.site.send("POST", "/chat", &headers, &body).json()
    }

    fn command(&self, text: &str, film: Option<&str>) -> Message {
        let channel = self.app.channel();
        let reply = self.app.ask_by_command(text, film, &channel, UserId(1));
        reply.message
    }

    /// Asks everywhere and compares everything with what the API says.
    #[track_caller]
    fn agree(&self, text: &str, film: Option<&str>, from: &str) {
        let (status, api) = self.api(text, film, from);
        let page = self.page(text, film, from);
        let chat = self.chat(text, film, from);
        let command = self.command(text, film);
        let shown = format!("{text:?} {film:?}\n{api:#}\n{chat:#}\n{command:#?}");
        if status != 200 {
            let error = api["error"].as_str().expect("a sentence");
            assert_eq!(chat["error"], error, "{shown}");
            assert!(page.contains(error), "{shown}");
            assert!(command.card.is_none(), "{shown}");
            return;
        }
        let message = &chat["message"];
        match api["decision"].as_str() {
            Some("answer") => {
                let title = &api["answer"]["title"];
                assert_eq!(&message["card"]["title"], title, "{shown}");
                let card = command.card.as_ref().expect("a card");
                assert_eq!(&json!(card.title), title, "{shown}");
                let is_hidden = api["answer"]["text"].is_null();
                let part = &message["card"]["parts"][0];
                let is_open = part["text"].is_array();
                assert_eq!(is_hidden, !is_open, "{shown}");
                assert_eq!(
                    is_hidden,
                    !matches!(card.parts[0], CardPart::Text(_)),
                    "{shown}"
                );
                let link = api["answer"]["link"].as_str().expect("a link");
                assert!(
                    page.contains(link.trim_start_matches('/')),
                    "{shown}\n{page}"
                );
                assert_eq!(is_hidden, page.contains("<details"), "{shown}\n{page}");
            }
            Some("suggest") => {
                let n_choices = api["suggestions"].as_array().expect("a list").len();
                let line = api["line"].as_str().expect("a sentence");
                assert!(
                    [texts::DID_YOU_MEAN, texts::NEAREST].contains(&line),
                    "{shown}"
                );
                same_line(line, message, &command, &page, &shown);
                let buttons = message["rows"][0]["buttons"].as_array().expect("buttons");
                assert_eq!(buttons.len(), n_choices + 1, "{shown}");
            }
            Some("unknown") => {
                let expected = match text {
                    "thanks!" => texts::YOU_ARE_WELCOME,
                    _ => texts::NO_ANSWER,
                };
                assert_eq!(api["line"], expected, "{shown}");
                same_line(expected, message, &command, &page, &shown);
            }
            other => panic!("{other:?} {shown}"),
        }
    }
}

/// Checks that every surface says the same sentence.
#[track_caller]
fn same_line(line: &str, chat: &Value, command: &Message, page: &str, shown: &str) {
    assert_eq!(chat["text"], line, "{shown}");
    assert_eq!(command.text, line, "{shown}");
    assert!(page.contains(line), "{shown}\n{page}");
}

/// Writes a text as it stands in an address.
fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn a_question_gets_the_same_reply_at_every_surface() {
    let surfaces = Surfaces::open();
    for (at, text) in QUESTIONS.iter().enumerate() {
        for (option, (film, _)) in FILMS.iter().enumerate() {
            surfaces.agree(text, *film, &format!("192.0.{option}.{at}"));
        }
    }
}

#[test]
fn a_film_nobody_knows_is_told_everywhere() {
    let surfaces = Surfaces::open();
    for (option, (film, is_known)) in FILMS.iter().enumerate() {
        let (status, _) = surfaces.api("who directed it", *film, &format!("192.0.2.{option}"));
        assert_eq!(status == 200, *is_known, "{film:?}");
    }
    let told = surfaces.command("who directed it", Some("vertigo"));
    assert_eq!(told.text, texts::NO_SUCH_FILM);
    let ran = surfaces.terminal.run("ask who directed it --film vertigo");
    assert!(ran.ends_with(2).err.contains("vertigo"));
}

#[test]
fn what_is_no_question_is_refused_everywhere() {
    let surfaces = Surfaces::open();
    let long = "who directed it ".repeat(250);
    assert_eq!(long.chars().count(), 4_000);
    let rows = [
        (long.as_str(), texts::web::TOO_LONG, texts::web::TOO_LONG),
        (" \n\t ", texts::web::ASK_SOMETHING, texts::HOW_TO_ASK),
        (
            "\u{200b}\u{feff} ",
            texts::web::ASK_SOMETHING,
            texts::HOW_TO_ASK,
        ),
    ];
    for (at, (text, on_pages, in_discord)) in rows.into_iter().enumerate() {
        let from = format!("192.0.2.{at}");
        let (status, api) = surfaces.api(text, None, &from);
        assert_eq!((status, api["error"].as_str()), (400, Some(on_pages)));
        assert_eq!(surfaces.chat(text, None, &from)["error"], on_pages);
        assert!(surfaces.page(text, None, &from).contains(on_pages));
        assert_eq!(surfaces.command(text, None).text, in_discord);
    }
}

#[test]
fn the_terminal_prints_what_the_api_serves() {
    let surfaces = Surfaces::open();
    for (at, text) in [
        "bud\u{200b}get",
        "how does it end",
        "tell me about mikey",
        "asdf qwer",
    ]
    .into_iter()
    .enumerate()
    {
        let (_, api) = surfaces.api(text, None, &format!("192.0.2.{at}"));
        let ran = surfaces.terminal.run(&format!("ask --json {text}"));
        let printed: Value = serde_json::from_str(&ran.out).expect("JSON");
        assert_eq!(printed, api, "{text:?}");
    }
}
