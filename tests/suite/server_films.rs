//! A server that is answered about some films only: the others are as if they had no guide.

use frontrow::answer::ScopedQuestion;
use frontrow::chat::{self, ChannelInfo, ChatContext, UserId};
use frontrow::guide::{FilmId, FilmIndex};
use frontrow::reply::{Settings, texts};

use crate::harness::asking::{SAMPLES, check_question, film};
use crate::harness::chat::{by, choices, labels, state, title, turned, whispered};

const OLDER: &str = "the-glass-harbor-1974";
const NEWER: &str = "the-glass-harbor-2016";
const BIRDS: &str = "nine-loud-birds";
const SEA: &str = "saltwater-accountants";

/// Checks a question in a server with these films, in a channel of the film `place`, if that is one.
#[track_caller]
fn check_among(films: &[&str], place: &str, text: &str, expected: &str) {
    let films: Vec<FilmIndex> = films.iter().map(|id| film(&SAMPLES, id)).collect();
    let question = ScopedQuestion {
        text,
        place: (!place.is_empty()).then(|| film(&SAMPLES, place)),
        films: Some(&films),
        ..ScopedQuestion::default()
    };
    check_question(&SAMPLES, &question, expected);
}

#[test]
fn the_only_film_of_a_server_is_meant_where_none_is_named() {
    for (films, expected) in [
        (&[BIRDS][..], "nine-loud-birds:facts/director"),
        (&[SEA], "saltwater-accountants:facts/director"),
        (&[NEWER], "the-glass-harbor-2016:facts/director"),
    ] {
        check_among(films, "", "who directed it", expected);
        // A channel that is called like a film of other servers says nothing here.
        check_among(films, OLDER, "who directed it", expected);
    }
    let director = "nine-loud-birds:facts/director";
    check_among(&[BIRDS, SEA], BIRDS, "who directed it", director);
}

#[test]
fn a_film_of_other_servers_has_no_answer_here() {
    for text in [
        "who directed Saltwater Accountants?",
        "saltwater accountants runtime",
        "what is the message of saltwater accountants",
    ] {
        check_among(&[BIRDS], "", text, "-");
        check_among(&[BIRDS, OLDER], "", text, "-");
        check_among(&[BIRDS], BIRDS, text, "-");
    }
    let director = "saltwater-accountants:facts/director";
    check_among(&[SEA], "", "who directed Saltwater Accountants?", director);
}

#[test]
fn of_films_with_one_name_the_servers_own_is_meant() {
    for (films, expected) in [
        ([OLDER, BIRDS], "the-glass-harbor-1974:facts/director"),
        ([NEWER, BIRDS], "the-glass-harbor-2016:facts/director"),
    ] {
        check_among(&films, "", "who directed the glass harbor", expected);
    }
    let asked = "who directed the glass harbor (1974)";
    check_among(&[NEWER, BIRDS], "", asked, "-");
    check_among(&[NEWER], "", asked, "-");
}

#[test]
fn a_server_whose_films_have_no_guides_has_no_answers() {
    check_among(&[], "", "who directed it", "-");
    check_among(&[], BIRDS, "who directed nine loud birds", "-");
}

/// Returns what holds in a channel of a server with these films.
fn context(films: &[&str], channel: ChannelInfo) -> ChatContext<'static> {
    let ids = films.iter().map(|id| FilmId::parse(id).expect("an id"));
    let channel = ChannelInfo {
        films: ids.collect(),
        ..channel
    };
    ChatContext::new(&SAMPLES, Settings::default(), &channel)
}

#[test]
fn only_the_films_of_the_server_are_listed_offered_and_opened() {
    let all = context(&[], ChannelInfo::default());
    let some = context(&[BIRDS, SEA], ChannelInfo::default());
    let names = |context: &ChatContext<'_>| -> Vec<String> {
        let offered = chat::offer_films(context, "");
        offered.into_iter().map(|choice| choice.value).collect()
    };
    assert_eq!(names(&all), [BIRDS, SEA, OLDER, NEWER]);
    assert_eq!(names(&some), [BIRDS, SEA]);
    let listed = format!("{:?}", chat::films(&some));
    assert!(
        listed.contains("Nine Loud Birds") && !listed.contains("Glass Harbor"),
        "{listed}"
    );
    let offered = format!("{:?}", chat::offer_sections(&some, None, "glass harbor"));
    assert!(!offered.contains("glass-harbor"), "{offered}");
    let typed = "the-glass-harbor-1974:facts/director";
    let opened = |context| chat::open_section(context, None, Some(typed), UserId(1)).message;
    assert_eq!(title(&opened(&all)), "Director");
    assert_eq!(opened(&some).card, None);
    let unnamed = chat::open_section(&some, None, None, UserId(1)).message;
    let films: Vec<&str> = choices(&unnamed)
        .into_iter()
        .map(|(label, _)| label)
        .collect();
    assert_eq!(films, ["Nine Loud Birds (2008)", "Saltwater Accountants"]);
}

#[test]
fn a_button_to_a_film_that_the_server_took_off_leads_nowhere() {
    let all = context(&[], ChannelInfo::default());
    let some = context(&[BIRDS, SEA], ChannelInfo::default());
    let typed = "the-glass-harbor-1974:facts/director";
    let answer = chat::open_section(&all, None, Some(typed), UserId(1)).message;
    assert!(
        labels(&answer).contains(&texts::READ_THE_SECTION),
        "{answer:?}"
    );
    let read = state(&answer, texts::READ_THE_SECTION);
    assert!(
        whispered(chat::press(&all, &read, by(UserId(1))))
            .card
            .is_some()
    );
    let told = whispered(chat::press(&some, &read, by(UserId(1))));
    assert_eq!(told.text, texts::BUTTON_IS_OLD);
    let browse = state(&told, texts::BROWSE_SECTIONS);
    let alone = chat::Actor {
        sees_alone: true,
        ..by(UserId(1))
    };
    let films = turned(chat::press(&some, &browse, alone));
    assert_eq!(choices(&films).len(), 2);
}

#[test]
fn what_is_set_for_a_channel_counts_more_than_its_name_and_less_than_a_threads() {
    let set = |id: &str| Some(FilmId::parse(id).expect("an id"));
    let channel = ChannelInfo {
        name: Some("saltwater-accountants".to_owned()),
        film: Some(OLDER.to_owned()),
        ..ChannelInfo::default()
    };
    let thread = ChannelInfo {
        name: Some("a question".to_owned()),
        parent_name: channel.name.clone(),
        ..channel.clone()
    };
    let named = ChannelInfo {
        name: Some("Nine Loud Birds, anyone?".to_owned()),
        ..thread.clone()
    };
    for (channel, own_film, parent_film, expected) in [
        (&channel, None, None, SEA),
        (&channel, set(BIRDS), None, BIRDS),
        (&thread, None, None, SEA),
        (&thread, None, set(NEWER), NEWER),
        (&thread, set(BIRDS), set(NEWER), BIRDS),
        (&named, None, set(NEWER), BIRDS),
        (&named, set(SEA), set(NEWER), SEA),
        (
            &ChannelInfo {
                name: None,
                ..channel.clone()
            },
            None,
            None,
            OLDER,
        ),
    ] {
        let channel = ChannelInfo {
            own_film,
            parent_film,
            ..channel.clone()
        };
        let found = channel.film_of(&SAMPLES);
        assert_eq!(found, Some(film(&SAMPLES, expected)), "{channel:?}");
    }
}
