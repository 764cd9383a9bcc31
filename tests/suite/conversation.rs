//! Conversations as plain data: what is said, what can be pressed, and what becomes of it.

use frontrow::answer::Decision;
use frontrow::content::Library;
use frontrow::conversation::{
    self, Action, Asked, Button, Message, Opened, Part, Place, Pressed, Presser, Room, Row, Said,
    ask,
};
use frontrow::reply::{Settings, SpoilerPolicy, limits, texts};

use crate::harness::asking::{RED_ROCKET, SAMPLES};
use crate::harness::sample;

const ADA: u64 = 1_100_000_000_000_000_001;
const BOB: u64 = 1_100_000_000_000_000_002;

fn room(library: &Library) -> Room<'_> {
    Room::new(library, Settings::default(), Place::default())
}

fn with_pages(library: &Library) -> Room<'_> {
    let settings = Settings {
        public_url: Some("https://films.example"),
        ..Settings::default()
    };
    Room::new(library, settings, Place::default())
}

fn question(text: &str) -> Asked<'_> {
    Asked {
        text,
        film: None,
        asker: ADA,
    }
}

fn asked(text: &str) -> Said {
    ask(&room(&RED_ROCKET), &question(text))
}

fn buttons(message: &Message) -> Vec<&Button> {
    let rows = message.rows.iter().filter_map(|row| match row {
        Row::Buttons(buttons) => Some(buttons),
        Row::Menu(_) => None,
    });
    rows.flatten().collect()
}

fn labels(message: &Message) -> Vec<&str> {
    let buttons = buttons(message).into_iter();
    buttons.map(|button| button.label.as_str()).collect()
}

/// Returns what the button with this label carries.
#[track_caller]
fn state(message: &Message, label: &str) -> String {
    let button = buttons(message)
        .into_iter()
        .find(|button| button.label == label);
    match button.map(|button| &button.action) {
        Some(Action::Press(state)) => state.clone(),
        other => panic!("{label}: {other:?} in {message:#?}"),
    }
}

/// Returns what the choices of a menu carry, with their labels.
fn choices(message: &Message) -> Vec<(&str, &str)> {
    let menus = message.rows.iter().filter_map(|row| match row {
        Row::Menu(menu) => Some(&menu.choices),
        Row::Buttons(_) => None,
    });
    let choices = menus.flatten();
    choices
        .map(|one| (one.label.as_str(), one.value.as_str()))
        .collect()
}

fn by(id: u64) -> Presser {
    Presser {
        id,
        is_moderator: false,
        sees_alone: false,
    }
}

fn moderator() -> Presser {
    Presser {
        is_moderator: true,
        ..by(BOB)
    }
}

#[track_caller]
fn turned(pressed: Pressed) -> Message {
    match pressed {
        Pressed::Turns(message) => message,
        other => panic!("the message does not turn: {other:#?}"),
    }
}

#[track_caller]
fn whispered(pressed: Pressed) -> Message {
    match pressed {
        Pressed::Whisper(message) => message,
        other => panic!("nothing is whispered: {other:#?}"),
    }
}

#[track_caller]
fn title(message: &Message) -> &str {
    &message.card.as_ref().expect("a card").title
}

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
    assert!(matches!(card.parts[..], [Part::Text(_)]));
    assert_eq!(
        labels(&said.message),
        [
            texts::READ_THE_SECTION,
            texts::NOT_WHAT_I_ASKED,
            texts::REMOVE
        ]
    );
    let said = ask(
        &with_pages(&RED_ROCKET),
        &question("what did critics think?"),
    );
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
    let room = room(&RED_ROCKET);
    let said = asked("is it ok for kids?");
    assert_eq!(
        title(&said.message),
        "Is Red Rocket suitable for every audience?"
    );
    let read = state(&said.message, texts::READ_THE_SECTION);
    let section = whispered(conversation::press(&room, &read, by(BOB)));
    assert_eq!(title(&section), "Controversies and Debates");
}

#[test]
fn the_asker_turns_a_wrong_answer_into_others_and_one_of_them_into_the_answer() {
    let room = room(&RED_ROCKET);
    let said = asked("what did critics think?");
    let not_this = state(&said.message, texts::NOT_WHAT_I_ASKED);
    for presser in [by(ADA), moderator()] {
        let others = turned(conversation::press(&room, &not_this, presser));
        assert_eq!(others.text, texts::DID_YOU_MEAN);
        let offered = labels(&others);
        assert!(
            offered.len() >= 2 && offered.ends_with(&[texts::NONE_OF_THESE]),
            "{offered:?}"
        );
        assert!(!offered.contains(&"Critics"), "{offered:?}");
        let first = offered[0].to_owned();
        let chosen = turned(conversation::press(&room, &state(&others, &first), by(ADA)));
        assert_eq!(title(&chosen), first);
    }
    let others = whispered(conversation::press(&room, &not_this, by(BOB)));
    let alone = Presser {
        sees_alone: true,
        ..by(BOB)
    };
    let none = state(&others, texts::NONE_OF_THESE);
    assert_eq!(
        turned(conversation::press(&room, &none, alone)).text,
        texts::NO_ANSWER
    );
}

#[test]
fn suggestions_turn_for_the_asker_and_are_whispered_to_others() {
    let room = room(&RED_ROCKET);
    let said = asked("tell me about mikey");
    assert_eq!(said.decision, Decision::Suggest);
    let offered: Vec<String> = labels(&said.message)
        .into_iter()
        .map(str::to_owned)
        .collect();
    assert!((3..=4).contains(&offered.len()), "{offered:?}");
    let first = state(&said.message, &offered[0]);
    let answer = turned(conversation::press(&room, &first, by(ADA)));
    assert_eq!(title(&answer), offered[0]);
    assert!(labels(&answer).contains(&texts::NOT_WHAT_I_ASKED));
    let answer = whispered(conversation::press(&room, &first, by(BOB)));
    assert_eq!(labels(&answer), [texts::READ_THE_SECTION]);
    let none = state(&said.message, texts::NONE_OF_THESE);
    let unknown = turned(conversation::press(&room, &none, by(ADA)));
    assert_eq!(
        (unknown.text.as_str(), labels(&unknown)),
        (texts::NO_ANSWER, vec![texts::BROWSE_SECTIONS])
    );
    whispered(conversation::press(&room, &none, by(BOB)));
}

#[test]
fn an_answer_is_removed_by_its_asker_or_a_moderator() {
    let room = room(&RED_ROCKET);
    let remove = state(&asked("what did critics think?").message, texts::REMOVE);
    assert_eq!(
        conversation::press(&room, &remove, by(ADA)),
        Pressed::Removed
    );
    assert_eq!(
        conversation::press(&room, &remove, moderator()),
        Pressed::Removed
    );
    let refused = whispered(conversation::press(&room, &remove, by(BOB)));
    assert_eq!(refused.text, texts::NOT_YOURS_TO_REMOVE);
}

#[test]
fn the_ending_is_not_sent_until_somebody_asks_to_see_it() {
    let room = room(&RED_ROCKET);
    let said = asked("how does it end");
    let sent = format!("{:?}", said.message);
    let card = said.message.card.as_ref().expect("a card");
    assert_eq!(
        card.parts,
        [Part::Plain(texts::ENDING_IS_HIDDEN.to_owned())]
    );
    let reveal = state(&said.message, texts::REVEAL_TO_ME);
    let revealed = whispered(conversation::press(&room, &reveal, by(BOB)));
    let Some([Part::Text(text)]) = revealed.card.as_ref().map(|card| &card.parts[..]) else {
        panic!("{revealed:#?}");
    };
    assert!(text.len() > 100 && !sent.contains(&text[..40]));
}

#[test]
fn what_gives_something_away_is_hidden_as_the_settings_say() {
    let parts = |policy| {
        let settings = Settings {
            spoilers: policy,
            public_url: None,
        };
        let room = Room::new(&RED_ROCKET, settings, Place::default());
        let shown = |name| {
            let opened = conversation::open_section(&room, None, Some(name), ADA);
            match &opened.message.card.expect("a card").parts[..] {
                [Part::Text(_)] => "open",
                [Part::Hidden(_)] => "hidden",
                [Part::Plain(_)] => "withheld",
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
fn a_section_shows_each_entry_at_its_own_level() {
    let room = room(&RED_ROCKET);
    let Opened { message, is_public } =
        conversation::open_section(&room, None, Some("Fan Theories"), ADA);
    let card = message.card.as_ref().expect("a card");
    let kinds: Vec<&str> = card
        .parts
        .iter()
        .map(|part| match part {
            Part::Heading(_) => "heading",
            Part::Plain(_) => "plain",
            Part::Text(_) => "text",
            Part::Hidden(_) => "hidden",
        })
        .collect();
    assert_eq!(kinds, ["heading", "plain", "heading", "plain"]);
    assert!(
        is_public && labels(&message).contains(&"Reveal to me: Popular Theories"),
        "{message:#?}"
    );
}

#[test]
fn contents_lead_to_sections_and_back() {
    let room = room(&RED_ROCKET);
    let alone = Presser {
        sees_alone: true,
        ..by(BOB)
    };
    let unknown = asked("where can I stream it").message;
    let browse = state(&unknown, texts::BROWSE_SECTIONS);
    let contents = whispered(conversation::press(&room, &browse, by(BOB)));
    let sections = choices(&contents);
    assert_eq!(sections.first().map(|one| one.0), Some("Facts"));
    assert_eq!(sections.len(), RED_ROCKET.guides()[0].sections.len());
    for (label, value) in sections {
        let section = turned(conversation::press(&room, value, alone));
        assert_eq!(title(&section), label);
        let back = state(&section, texts::BROWSE_SECTIONS);
        assert_eq!(turned(conversation::press(&room, &back, alone)), contents);
    }
}

#[test]
fn sections_and_entries_are_opened_by_whatever_people_type() {
    let room = room(&RED_ROCKET);
    let rows = [
        ("facts", "Facts"),
        ("faq", "Questions"),
        ("critical-reception", "Critical Reception"),
        ("critical-reception/critics", "Critics"),
        ("red-rocket:critical-reception/critics", "Critics"),
        ("Critics", "Critics"),
        ("critcs", "Critics"),
        ("SOUND EFFECTS", "Sound Effects"),
        ("behind the scenes", "Behind the Scenes"),
        ("introduction", "Introduction"),
    ];
    for (typed, expected) in rows {
        let opened = conversation::open_section(&room, None, Some(typed), ADA);
        assert_eq!(title(&opened.message), expected, "{typed}");
        assert!(opened.is_public, "{typed}");
    }
    let opened = conversation::open_section(&room, None, Some("xyzzy"), ADA);
    assert_eq!(
        (opened.message.text.as_str(), opened.is_public),
        (texts::NO_SUCH_PART, false)
    );
    let opened = conversation::open_section(&room, None, Some("sound"), ADA);
    assert_eq!(
        (opened.message.text.as_str(), opened.is_public),
        (texts::DID_YOU_MEAN, false)
    );
    assert!(
        labels(&opened.message).contains(&"Soundtrack and Sound Design"),
        "{opened:#?}"
    );
}

#[test]
fn what_is_offered_is_what_opens() {
    for library in [&*RED_ROCKET, &*SAMPLES] {
        let room = room(library);
        for typed in ["", "crit", "sond", "the"] {
            for choice in conversation::offer_sections(&room, None, typed) {
                let lengths = [choice.label.chars().count(), choice.value.chars().count()];
                assert!(
                    lengths
                        .iter()
                        .all(|length| (1..=limits::CHOICE).contains(length)),
                    "{choice:?}"
                );
                let opened = conversation::open_section(&room, None, Some(&choice.value), ADA);
                let title = limits::cut(title(&opened.message), limits::CHOICE);
                assert!(choice.label.ends_with(&title), "{choice:?} opens {title}");
            }
        }
        for choice in conversation::offer_questions(&room, None, "") {
            let opened = conversation::open_question(&room, None, Some(&choice.value), ADA);
            assert!(choice.label.ends_with(title(&opened.message)), "{choice:?}");
        }
    }
}

#[test]
fn the_best_is_offered_first() {
    let room = room(&RED_ROCKET);
    let first = |typed: &str| {
        let offered = conversation::offer_sections(&room, None, typed);
        offered
            .first()
            .map(|choice| choice.value.clone())
            .unwrap_or_default()
    };
    let rows = [
        ("", "facts"),
        ("crit", "critical-reception"),
        ("critics", "critical-reception/critics"),
        ("audiance", "critical-reception/audiences"),
        ("sound eff", "soundtrack-and-sound-design/sound-effects"),
        ("fan", "fan-theories"),
        ("who made it", "facts/director"),
    ];
    for (typed, expected) in rows {
        assert_eq!(first(typed), expected, "{typed:?}");
    }
    assert!(conversation::offer_sections(&room, None, "xyzzy").is_empty());
    assert_eq!(
        conversation::offer_sections(&room, None, "").len(),
        limits::CHOICES
    );
    let kids = conversation::offer_questions(&room, None, "kids");
    assert_eq!(
        kids.first().map(|one| one.value.as_str()),
        Some("faq/suitable-for-all-audiences")
    );
}

#[test]
fn buttons_of_another_time_are_answered_politely() {
    let room = room(&SAMPLES);
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
        let message = whispered(conversation::press(&room, pressed, by(ADA)));
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
        let renamed = entry.id.as_str().replace("story/", "plot/new-");
        let old = entry.id.as_str().replace("story/", "plot/");
        entry.also_id = vec![frontrow::guide::EntryId::opaque(&old)];
        entry.id = frontrow::guide::EntryId::opaque(&renamed);
    }
    let (before, after) = (
        Library::build(vec![before], &[]),
        Library::build(vec![after], &[]),
    );
    let opened = conversation::open_section(&room(&before), None, Some("story/end"), ADA).message;
    let alone = Presser {
        sees_alone: true,
        ..by(ADA)
    };
    let revealed = whispered(conversation::press(
        &room(&after),
        &state(&opened, texts::REVEAL_TO_ME),
        alone,
    ));
    assert_eq!(title(&revealed), "The End [of it]");
    let section = turned(conversation::press(
        &room(&after),
        &state(&opened, texts::READ_THE_SECTION),
        alone,
    ));
    assert_eq!(title(&section), "The Story");
}

#[test]
fn the_film_of_a_place_is_that_of_its_name() {
    let guides = vec![
        sample::guide("rye", "Rye Bread", 1999),
        sample::guide("rye-2024", "Rye Bread", 2024),
        sample::guide("fog", "Night Fog", 1980),
    ];
    let library = Library::build(guides, &[]);
    let film = |name: Option<&str>, parent: Option<&str>, set: Option<&str>| {
        let place = Place {
            name,
            parent,
            film: set,
        };
        let room = Room::new(&library, Settings::default(), place);
        room.film.map(|film| library.guides()[film].id.to_string())
    };
    let rows = [
        (Some("night-fog-talk"), None, None, Some("fog")),
        (
            Some("the ending?"),
            Some("night-fog"),
            Some("rye"),
            Some("fog"),
        ),
        (Some("rye-bread-2024"), None, None, Some("rye-2024")),
        (Some("rye-bread"), None, None, None),
        (Some("general"), None, Some("rye"), Some("rye")),
        (Some("general"), None, None, None),
        (None, None, Some("nothing"), None),
    ];
    for (name, parent, set, expected) in rows {
        assert_eq!(
            film(name, parent, set).as_deref(),
            expected,
            "{name:?} {parent:?} {set:?}"
        );
    }
    assert_eq!(
        conversation::film(&library, "Night Fog (1980)"),
        library.film("fog")
    );
    assert_eq!(
        conversation::film(&library, "nite fog"),
        None.or(library.film("fog"))
    );
    assert_eq!(conversation::film(&library, "casablanca"), None);
}

#[test]
fn with_several_films_one_chooses_a_film_first() {
    let room = room(&SAMPLES);
    assert!(SAMPLES.guides().len() > 1);
    let films = conversation::open_section(&room, None, None, ADA).message;
    assert_eq!(films.text, texts::WHICH_FILM);
    let alone = Presser {
        sees_alone: true,
        ..by(ADA)
    };
    for ((label, value), guide) in choices(&films).into_iter().zip(SAMPLES.guides()) {
        let contents = turned(conversation::press(&room, value, alone));
        assert_eq!(
            (title(&contents), label),
            (guide.film.label().as_str(), guide.film.label().as_str())
        );
    }
}

#[test]
fn everything_that_is_said_fits() {
    for library in [&*RED_ROCKET, &*SAMPLES] {
        for room in [room(library), with_pages(library)] {
            for (film, guide) in library.guides().iter().enumerate() {
                for section in &guide.sections {
                    fits(
                        &conversation::open_section(&room, Some(film), Some(&section.id), ADA)
                            .message,
                    );
                }
                for entry in guide.entries() {
                    fits(
                        &conversation::open_section(
                            &room,
                            Some(film),
                            Some(entry.id.as_str()),
                            ADA,
                        )
                        .message,
                    );
                }
                fits(&conversation::open_section(&room, Some(film), None, ADA).message);
                fits(&conversation::open_question(&room, Some(film), None, ADA).message);
            }
            fits(&conversation::films(&room));
            fits(&conversation::about(&room, &conversation::About::default()));
        }
    }
}

/// Checks a message against what Discord takes.
#[track_caller]
fn fits(message: &Message) {
    let length = |text: &str| text.chars().count();
    let card = message.card.as_ref().map(|card| {
        let text = conversation::card_text(card, limits::DESCRIPTION);
        assert!(length(&text) <= limits::DESCRIPTION);
        length(&text) + length(&conversation::title(card)) + length(&conversation::footer(card))
    });
    assert!(card.unwrap_or_default() <= limits::ALL_EMBEDS);
    let plain = conversation::without_card(message);
    assert!(
        plain.card.is_none() && length(&plain.text) <= limits::CONTENT,
        "{plain:#?}"
    );
    assert_eq!(
        plain.text.replace(r"\|", "").matches("||").count() % 2,
        0,
        "{}",
        plain.text
    );
    assert!(message.rows.len() <= 5, "{message:#?}");
    let mut states = Vec::new();
    for row in &message.rows {
        match row {
            Row::Menu(menu) => {
                assert!((1..=limits::CHOICES).contains(&menu.choices.len()));
                states.push(menu.state.clone());
                for one in &menu.choices {
                    assert!(
                        (1..=limits::CHOICE).contains(&length(&one.label))
                            && length(&one.value) <= limits::CHOICE
                    );
                }
            }
            Row::Buttons(buttons) => {
                assert!((1..=5).contains(&buttons.len()));
                for button in buttons {
                    assert!(
                        (1..=limits::BUTTON).contains(&length(&button.label)),
                        "{button:?}"
                    );
                    if let Action::Press(state) = &button.action {
                        assert!((1..=limits::CUSTOM_ID).contains(&length(state)));
                        states.push(state.clone());
                    }
                }
            }
        }
    }
    let n_states = states.len();
    states.sort();
    states.dedup();
    assert_eq!(
        states.len(),
        n_states,
        "each state is there once: {message:#?}"
    );
}
