//! Looking around in guides as plain data: contents, sections, questions, films, and what is offered meanwhile.

use frontrow::chat::{self, Actor, CardPart, ChannelInfo, CommandReply};
use frontrow::library::Library;
use frontrow::markup::cut;
use frontrow::reply::{limits, texts};

use crate::harness::asking::{RED_ROCKET, SAMPLES};
use crate::harness::chat::{
    ADA, BOB, asked, by, choices, context, fits, labels, state, title, turned, whispered,
    with_pages,
};
use crate::harness::sample;

#[test]
fn a_section_shows_each_entry_at_its_own_level() {
    let context = context(&RED_ROCKET);
    let CommandReply { message, is_public } =
        chat::open_section(&context, None, Some("Fan Theories"), ADA);
    let card = message.card.as_ref().expect("a card");
    let kinds: Vec<&str> = card
        .parts
        .iter()
        .map(|part| match part {
            CardPart::Heading(_) => "heading",
            CardPart::Plain(_) => "plain",
            CardPart::Text(_) => "text",
            CardPart::Hidden(_) => "hidden",
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
    let context = context(&RED_ROCKET);
    let alone = Actor {
        sees_alone: true,
        ..by(BOB)
    };
    let unknown = asked("where can I stream it").message;
    let browse = state(&unknown, texts::BROWSE_SECTIONS);
    let contents = whispered(chat::press(&context, &browse, by(BOB)));
    let sections = choices(&contents);
    assert_eq!(sections.first().map(|one| one.0), Some("Facts"));
    assert_eq!(sections.len(), RED_ROCKET.guides()[0].sections.len());
    for (label, value) in sections {
        let section = turned(chat::press(&context, value, alone));
        assert_eq!(title(&section), label);
        let back = state(&section, texts::BROWSE_SECTIONS);
        assert_eq!(turned(chat::press(&context, &back, alone)), contents);
    }
}

#[test]
fn sections_and_entries_are_opened_by_whatever_people_type() {
    let context = context(&RED_ROCKET);
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
        let opened = chat::open_section(&context, None, Some(typed), ADA);
        assert_eq!(title(&opened.message), expected, "{typed}");
        assert!(opened.is_public, "{typed}");
    }
    let opened = chat::open_section(&context, None, Some("xyzzy"), ADA);
    assert_eq!(
        (opened.message.text.as_str(), opened.is_public),
        (texts::NO_SUCH_PART, false)
    );
    let opened = chat::open_section(&context, None, Some("sound"), ADA);
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
        let context = context(library);
        for typed in ["", "crit", "sond", "the"] {
            for choice in chat::offer_sections(&context, None, typed) {
                let lengths = [choice.label.chars().count(), choice.value.chars().count()];
                assert!(
                    lengths
                        .iter()
                        .all(|length| (1..=limits::CHOICE).contains(length)),
                    "{choice:?}"
                );
                let opened = chat::open_section(&context, None, Some(&choice.value), ADA);
                let title = cut(title(&opened.message), limits::CHOICE);
                assert!(choice.label.ends_with(&title), "{choice:?} opens {title}");
            }
        }
        for choice in chat::offer_questions(&context, None, "") {
            let opened = chat::open_faq(&context, None, Some(&choice.value), ADA);
            let opened = opened.expect("an FAQ");
            assert!(choice.label.ends_with(title(&opened.message)), "{choice:?}");
        }
    }
}

#[test]
fn the_best_is_offered_first() {
    let context = context(&RED_ROCKET);
    let first = |typed: &str| {
        let offered = chat::offer_sections(&context, None, typed);
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
    assert!(chat::offer_sections(&context, None, "xyzzy").is_empty());
    let sections = RED_ROCKET.guides()[0].sections.iter();
    let sections: Vec<&str> = sections.map(|section| section.id.as_str()).collect();
    let offered = chat::offer_sections(&context, None, "");
    let offered: Vec<&str> = offered.iter().map(|one| one.value.as_str()).collect();
    assert_eq!(offered, sections);
    let kids = chat::offer_questions(&context, None, "kids");
    assert_eq!(
        kids.first().map(|one| one.value.as_str()),
        Some("faq/suitable-for-all-audiences")
    );
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
        let channel = ChannelInfo {
            name: name.map(str::to_owned),
            parent_name: parent.map(str::to_owned),
            film: set.map(str::to_owned),
            ..ChannelInfo::default()
        };
        channel
            .film_of(&library)
            .map(|film| library.guide(film).expect("its guide").id.to_string())
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
    assert_eq!(library.film_called("Night Fog (1980)"), library.film("fog"));
    assert_eq!(
        library.film_called("nite fog"),
        None.or(library.film("fog"))
    );
    assert_eq!(library.film_called("casablanca"), None);
}

#[test]
fn with_several_films_one_chooses_a_film_first() {
    let context = context(&SAMPLES);
    assert!(SAMPLES.guides().len() > 1);
    let films = chat::open_section(&context, None, None, ADA).message;
    assert_eq!(films.text, texts::WHICH_FILM);
    let alone = Actor {
        sees_alone: true,
        ..by(ADA)
    };
    for ((label, value), guide) in choices(&films).into_iter().zip(SAMPLES.guides()) {
        let contents = turned(chat::press(&context, value, alone));
        assert_eq!(
            (title(&contents), label),
            (guide.film.label().as_str(), guide.film.label().as_str())
        );
    }
}

#[test]
fn everything_that_is_said_fits() {
    for library in [&*RED_ROCKET, &*SAMPLES] {
        for context in [context(library), with_pages(library)] {
            for (film, guide) in library.films() {
                for section in &guide.sections {
                    fits(&chat::open_section(&context, Some(film), Some(&section.id), ADA).message);
                }
                for entry in guide.entries() {
                    fits(
                        &chat::open_section(&context, Some(film), Some(entry.id.as_str()), ADA)
                            .message,
                    );
                }
                fits(&chat::open_section(&context, Some(film), None, ADA).message);
                let faqs = chat::open_faq(&context, Some(film), None, ADA);
                fits(&faqs.expect("the list").message);
            }
            fits(&chat::films(&context));
            fits(&chat::about(&context, &chat::About::default()));
        }
    }
}
