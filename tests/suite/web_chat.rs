//! The chat page's conversation, as its script has it: what is typed and pressed goes in, messages come out.

use frontrow::reply::texts;
use serde_json::{Value, json};

use crate::harness::program::project;
use crate::harness::site::Served;

struct Chat(Served);

impl Chat {
    fn begin() -> Self {
        Self(Served::folder(&project("faq")))
    }

    #[track_caller]
    fn say(&self, question: &str) -> Value {
        self.0
            .post("/chat", &json!({ "question": question }).to_string())
            .is(200)
            .json()
    }

    #[track_caller]
    fn press(&self, turn: &Value, label: &str, alone: bool) -> Value {
        let rows = turn["message"]["rows"].as_array().expect("rows");
        let buttons = rows
            .iter()
            .filter_map(|row| row["buttons"].as_array())
            .flatten();
        let mut buttons = buttons.filter(|button| button["label"] == label);
        let state = buttons
            .next()
            .unwrap_or_else(|| panic!("{label}: {turn:#}"))["press"]
            .clone();
        let body = json!({ "press": state, "alone": alone }).to_string();
        self.0.post("/chat", &body).is(200).json()
    }
}

#[test]
fn a_question_is_answered_with_an_entry_whose_link_leads_there() {
    let chat = Chat::begin();
    let turn = chat.say("is red roket ok for kids?");
    assert_eq!(turn["kind"], "says");
    let url = turn["message"]["card"]["url"].as_str().expect("a link");
    let (page, anchor) = url.split_once('#').expect("an anchor");
    let page = chat
        .0
        .get(page.strip_prefix('.').expect("a page beside"))
        .is(200);
    assert!(page.text().contains(&format!(" id=\"{anchor}\"")), "{url}");
    assert_eq!(anchor, "suitable-for-all-audiences");
}

#[test]
fn a_suggestion_turns_into_the_answer() {
    let chat = Chat::begin();
    let turn = chat.say("tell me about mikey");
    assert_eq!(turn["message"]["text"], texts::DID_YOU_MEAN, "{turn:#}");
    let chosen = chat.press(&turn, "Main Characters", false);
    assert_eq!(
        (&chosen["kind"], &chosen["message"]["card"]["title"]),
        (&json!("turns"), &json!("Main Characters"))
    );
    // It is a mild spoiler: sent, and hidden until it is pressed.
    assert!(
        chosen["message"]["card"]["parts"][0]["hidden"].is_array(),
        "{chosen:#}"
    );
}

#[test]
fn the_ending_is_whispered_to_those_who_ask_for_it() {
    let chat = Chat::begin();
    let turn = chat.say("how does it end");
    assert_eq!(
        turn["message"]["card"]["parts"],
        json!([{ "plain": texts::ENDING_IS_HIDDEN }])
    );
    let revealed = chat.press(&turn, texts::REVEAL_TO_ME, false);
    assert_eq!(revealed["kind"], "whispers");
    assert!(
        revealed["message"]["card"]["parts"][0]["text"].is_array(),
        "{revealed:#}"
    );
}

#[test]
fn an_answer_can_be_removed() {
    let chat = Chat::begin();
    let turn = chat.say("who directed it");
    assert_eq!(
        chat.press(&turn, texts::REMOVE, false),
        json!({ "kind": "removed" })
    );
}

#[test]
fn what_makes_no_sense_is_a_problem_with_a_sentence() {
    let chat = Chat::begin();
    let long = json!({ "question": "a ".repeat(900) }).to_string();
    for (body, said) in [
        ("{}", texts::web::ASK_SOMETHING),
        ("{\"question\": 5}", texts::web::BAD_REQUEST),
        ("nonsense", texts::web::BAD_REQUEST),
        (long.as_str(), texts::web::TOO_LONG),
    ] {
        let turn = chat.0.post("/chat", body).is(400).json();
        assert_eq!(turn, json!({ "kind": "problem", "error": said }), "{body}");
    }
    // A form of another site cannot send JSON.
    let headers = [("content-type", "text/plain")];
    chat.0
        .send("POST", "/chat", &headers, "{\"question\":\"a\"}")
        .is(400);
    let old = chat.0.post("/chat", "{\"press\":\"0:old\"}").is(200).json();
    assert_eq!(old["kind"], "whispers");
}
