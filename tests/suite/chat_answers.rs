//! Conversations as plain data: what is said, what can be pressed, and what becomes of it.

use std::sync::Arc;

use frontrow::answer::Decision;
use frontrow::chat::{
    self, Action, Actor, ButtonOutcome, CardPart, ChannelInfo, ChatContext, UserId,
};
use frontrow::library::Library;
use frontrow::reply::{Settings, SpoilerPolicy, texts};

use crate::harness::asking::{RED_ROCKET, SAMPLES};
use crate::harness::chat::{
    ADA, BOB, ask, asked, buttons, by, context, labels, moderator, state, title, turned, whispered,
    with_pages,
};
use crate::harness::sample;

#[test]
fn an_answer_says_where_it_stands_and_what_can_be_pressed() {
    let said = asked("what did critics think?");
    let card = said.message.card.as_ref().expect("a card");
    assert_eq!(said.decision, Decision::Confident);
    assert_eq!(card.title, "Critics");
    assert_eq!(card.url, None);
    assert!(
        card.footer
            .starts_with("Red Rocket (2021) › Critical Reception › Critics · reviewed 20"),
        "{}",
        card.footer
    );
    assert!(matches!(card.parts[..], [CardPart::Text(_)]));
    assert_eq!(
        labels(&said.message),
        [
            texts::READ_THE_SECTION,
            texts::NOT_WHAT_I_ASKED,
            texts::REMOVE
        ]
    );
    let said = ask(&with_pages(&RED_ROCKET), "what did critics think?");
    let card = said.message.card.as_ref().expect("a card");
    assert_eq!(
        card.url.as_deref(),
        Some("https://films.example/red-rocket/critical-reception#critics")
    );
    let read = Action::Open("https://films.example/red-rocket/critical-reception".to_owned());
    assert_eq!(buttons(&said.message)[0].action, read);
}

#[test]
fn a_faq_leads_to_its_section() {
    let context = context(&RED_ROCKET);
    let said = asked("is it ok for kids?");
    assert_eq!(
        title(&said.message),
        "Is Red Rocket suitable for every audience?"
    );
    let read = state(&said.message, texts::READ_THE_SECTION);
    let section = whispered(chat::press(&context, &read, by(BOB)));
    assert_eq!(title(&section), "Controversies and Debates");
}

#[test]
fn the_asker_turns_a_wrong_answer_into_others_and_one_of_them_into_the_answer() {
    let context = context(&RED_ROCKET);
    let said = asked("what did critics think?");
    let not_this = state(&said.message, texts::NOT_WHAT_I_ASKED);
    for presser in [by(ADA), moderator()] {
        let others = turned(chat::press(&context, &not_this, presser));
        assert_eq!(others.text, texts::DID_YOU_MEAN);
        let offered = labels(&others);
        assert!(
            offered.len() >= 2 && offered.ends_with(&[texts::NONE_OF_THESE]),
            "{offered:?}"
        );
        assert!(!offered.contains(&"Critics"), "{offered:?}");
        let first = offered[0].to_owned();
        let chosen = turned(chat::press(&context, &state(&others, &first), by(ADA)));
        assert_eq!(title(&chosen), first);
    }
    let others = whispered(chat::press(&context, &not_this, by(BOB)));
    let alone = Actor {
        sees_alone: true,
        ..by(BOB)
    };
    let none = state(&others, texts::NONE_OF_THESE);
    assert_eq!(
        turned(chat::press(&context, &none, alone)).text,
        texts::NO_ANSWER
    );
}

#[test]
fn suggestions_turn_for_the_asker_and_are_whispered_to_others() {
    let context = context(&RED_ROCKET);
    let said = asked("tell me about mikey");
    assert_eq!(said.decision, Decision::Suggest);
    let offered: Vec<String> = labels(&said.message)
        .into_iter()
        .map(str::to_owned)
        .collect();
    assert!((3..=4).contains(&offered.len()), "{offered:?}");
    let first = state(&said.message, &offered[0]);
    let answer = turned(chat::press(&context, &first, by(ADA)));
    assert_eq!(title(&answer), offered[0]);
    assert!(labels(&answer).contains(&texts::NOT_WHAT_I_ASKED));
    let answer = whispered(chat::press(&context, &first, by(BOB)));
    assert_eq!(labels(&answer), [texts::READ_THE_SECTION]);
    let none = state(&said.message, texts::NONE_OF_THESE);
    let unknown = turned(chat::press(&context, &none, by(ADA)));
    assert_eq!(
        (unknown.text.as_str(), labels(&unknown)),
        (texts::NO_ANSWER, vec![texts::BROWSE_SECTIONS])
    );
    whispered(chat::press(&context, &none, by(BOB)));
}

#[test]
fn an_answer_is_removed_by_its_asker_or_a_moderator() {
    let context = context(&RED_ROCKET);
    let remove = state(&asked("what did critics think?").message, texts::REMOVE);
    assert_eq!(
        chat::press(&context, &remove, by(ADA)),
        ButtonOutcome::Removed
    );
    assert_eq!(
        chat::press(&context, &remove, moderator()),
        ButtonOutcome::Removed
    );
    let refused = whispered(chat::press(&context, &remove, by(BOB)));
    assert_eq!(refused.text, texts::NOT_YOURS_TO_REMOVE);
}

#[test]
fn the_ending_is_not_sent_until_somebody_asks_to_see_it() {
    let context = context(&RED_ROCKET);
    let said = asked("how does it end");
    let sent = format!("{:?}", said.message);
    let card = said.message.card.as_ref().expect("a card");
    assert_eq!(
        card.parts,
        [CardPart::Plain(texts::ENDING_IS_HIDDEN.to_owned())]
    );
    let reveal = state(&said.message, texts::REVEAL_TO_ME);
    let revealed = whispered(chat::press(&context, &reveal, by(BOB)));
    let Some([CardPart::Text(text)]) = revealed.card.as_ref().map(|card| &card.parts[..]) else {
        panic!("{revealed:#?}");
    };
    assert!(text.source().len() > 100 && !sent.contains(&text.source()[..40]));
}

#[test]
fn what_gives_something_away_is_hidden_as_the_settings_say() {
    let parts = |policy| {
        let settings = Settings {
            spoilers: policy,
            public_url: None,
        };
        let context = ChatContext::new(&RED_ROCKET, settings, &ChannelInfo::default());
        let shown = |name| {
            let opened = chat::open_section(&context, None, Some(name), ADA);
            match &opened.message.card.expect("a card").parts[..] {
                [CardPart::Text(_)] => "open",
                [CardPart::Hidden(_)] => "hidden",
                [CardPart::Plain(_)] => "withheld",
                other => panic!("{other:?}"),
            }
        };
        [
            shown("introduction"),
            shown("character-analysis/main-character"),
            shown("plot-summary"),
        ]
    };
    assert_eq!(parts(SpoilerPolicy::Hide), ["open", "hidden", "withheld"]);
    assert_eq!(parts(SpoilerPolicy::Mild), ["open", "open", "withheld"]);
    assert_eq!(parts(SpoilerPolicy::All), ["open", "open", "open"]);
}

#[test]
fn buttons_of_another_time_are_answered_politely() {
    let context = context(&SAMPLES);
    let gone = state(
        &asked("what did critics think?").message,
        texts::READ_THE_SECTION,
    );
    for pressed in [
        gone.as_str(),
        "0:remove:1",
        "2:anything",
        "",
        "v1|x",
        "1:browse:AAAAAAAA:0",
    ] {
        let message = whispered(chat::press(&context, pressed, by(ADA)));
        assert_eq!(message.text, texts::BUTTON_IS_OLD, "{pressed}");
        assert_eq!(labels(&message), [texts::BROWSE_SECTIONS]);
    }
}

#[test]
fn buttons_find_what_was_renamed() {
    let before = sample::guide("rye", "Rye", 1999);
    let mut after = before.clone();
    let story = &mut after.sections[2];
    story.also_id = vec![std::mem::replace(&mut story.id, "plot".to_owned())];
    for entry in &mut story.entries {
        let entry = Arc::make_mut(entry);
        let renamed = entry.id.as_str().replace("story/", "plot/new-");
        let old = entry.id.as_str().replace("story/", "plot/");
        entry.also_id = vec![frontrow::guide::EntryId::opaque(&old)];
        entry.id = frontrow::guide::EntryId::opaque(&renamed);
    }
    let (before, after) = (
        Library::build(vec![before], &[]),
        Library::build(vec![after], &[]),
    );
    let opened = chat::open_section(&context(&before), None, Some("story/end"), ADA).message;
    let alone = Actor {
        sees_alone: true,
        ..by(ADA)
    };
    let revealed = whispered(chat::press(
        &context(&after),
        &state(&opened, texts::REVEAL_TO_ME),
        alone,
    ));
    assert_eq!(title(&revealed), "The End [of it]");
    let section = turned(chat::press(
        &context(&after),
        &state(&opened, texts::READ_THE_SECTION),
        alone,
    ));
    assert_eq!(title(&section), "The Story");
}

#[test]
fn an_address_that_is_too_long_for_a_button_is_not_sent() {
    let base = format!("https://films.example/{}", "x".repeat(480));
    let settings = Settings {
        public_url: Some(&base),
        ..Settings::default()
    };
    let context = ChatContext::new(&RED_ROCKET, settings, &ChannelInfo::default());
    let said = ask(&context, "what did critics think?");
    let section = whispered(chat::press(
        &context,
        &state(&said.message, texts::READ_THE_SECTION),
        by(ADA),
    ));
    assert_eq!(title(&section), "Critical Reception");
    assert!(said.message.card.is_some_and(|card| card.url.is_some()));
}

#[test]
fn buttons_that_were_posted_long_ago_still_work() {
    // As they stand below messages that were posted; none of these may ever change.
    let rows = [
        ("1:reveal:nPttQBinWiB7e16F", "Plot Summary"),
        ("1:entry:nPttQBinbudoX3f1", "Main Character Analysis"),
        (
            "1:choose:1:nPttQBinbudoX3f1:nPttQBinA-Z8WXel,nPttQBinZ3tNegjm",
            "Main Character Analysis",
        ),
        ("1:section:0:nPttQBin:yRrBS7p_:0", "Plot Synopsis"),
        ("1:browse:nPttQBin:0", "Red Rocket (2021)"),
        ("1:questions:nPttQBin:0", "Red Rocket (2021): questions"),
    ];
    let context = context(&RED_ROCKET);
    for (custom_id, expected) in rows {
        let message = whispered(chat::press(&context, custom_id, by(ADA)));
        assert_eq!(title(&message), expected, "{custom_id}");
    }
    let lines = [
        (
            "1:not:1:nPttQBinEQs7_Aj-,nPttQBin0Qx_Vi4k",
            texts::DID_YOU_MEAN,
        ),
        ("1:none:1:nPttQBin", texts::NO_ANSWER),
    ];
    for (custom_id, expected) in lines {
        let message = whispered(chat::press(&context, custom_id, by(ADA)));
        assert_eq!(message.text, expected, "{custom_id}");
    }
    let removed = chat::press(&context, "1:remove:1", by(UserId(1)));
    assert_eq!(removed, ButtonOutcome::Removed);
}
