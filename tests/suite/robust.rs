//! Any text is a question that can be asked: no panic, answers within their limits, the same twice.

use frontrow::answer::{Decision, MAX_SUGGESTED, ScopedQuestion};
use frontrow::guide::FilmIndex;
use frontrow::library::Library;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use proptest::test_runner::{Config, TestCaseError};

use crate::harness::asking::{RED_ROCKET, SAMPLES};

/// Pieces that messages are made of, whole and broken.
const PIECES: [&str; 48] = [
    "who",
    "directed",
    "Red Rocket",
    "roket",
    "mikey",
    "the",
    "it",
    "?",
    "!",
    " ",
    "  ",
    "\n",
    "\t",
    "|",
    "||",
    "**",
    "`",
    "```",
    "~~",
    "<@1>",
    "<@",
    "<@&99999999999999999999>",
    "<:a:1>",
    "<:",
    ">",
    "https://",
    "https://a.b/c?d=e#f",
    "www.",
    "@everyone",
    "\u{200d}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\u{0}",
    "Z\u{351}\u{36b}\u{343}a\u{321}l\u{34a}g\u{34e}o",
    "👩‍👧‍👦",
    "🏳️‍🌈",
    "1️⃣",
    "مَنْ أخرج الفيلم",
    "مي השחקן",
    "监督是谁",
    "だれが",
    "режиссёр",
    "Σίσυφος",
    "İstanbul ŉ ǰ",
    "ﬁlm ½ ① ㎏",
    "999999999999999999999",
    "2016",
];

/// The largest number of characters of a message.
const LONGEST: usize = 10_000;

/// Returns messages: any text, or pieces put together.
fn messages() -> impl Strategy<Value = String> {
    let concat = vec(select(&PIECES[..]), 0..24).prop_map(|pieces| pieces.concat());
    let spaced = vec(select(&PIECES[..]), 0..24).prop_map(|pieces| pieces.join(" "));
    let letters = "[a-zA-Z ']{0,60}";
    let pattern = (select(&PIECES[..]), "[ -~]{0,8}", 1_usize..2_000);
    let long = pattern.prop_map(|(piece, text, n)| {
        let repeated = format!("{piece}{text}").repeat(n);
        repeated.chars().take(LONGEST).collect()
    });
    // Long ones are slow to ask and say little more: few of them.
    prop_oneof![8 => any::<String>(), 8 => concat, 8 => spaced, 8 => letters, 1 => long]
}

/// Asks a library and checks all that must hold whatever was asked.
fn check(library: &Library, text: &str, film: Option<FilmIndex>) -> Result<(), TestCaseError> {
    let question = ScopedQuestion {
        text,
        film,
        ..ScopedQuestion::default()
    };
    let answer = library.ask(&question);
    prop_assert!(
        (0.0..=1.0).contains(&answer.confidence),
        "{}",
        answer.confidence
    );
    prop_assert!(answer.hits.len() <= MAX_SUGGESTED);
    prop_assert_eq!(answer.hits.is_empty(), answer.decision == Decision::Unknown);
    for hit in &answer.hits {
        prop_assert!((0.0..=1.0).contains(&hit.confidence), "{}", hit.confidence);
        prop_assert!(library.entry(hit).is_some(), "{hit:?}");
        prop_assert!(film.is_none_or(|film| film == hit.film), "{hit:?}");
    }
    prop_assert_eq!(&library.ask(&question), &answer);
    for hit in library.explain(&question).hits {
        prop_assert!(hit.score.is_finite());
        prop_assert!(
            hit.words
                .iter()
                .all(|word| (0.0..=1.0).contains(&word.explained))
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(Config { cases: 160, failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_text_can_be_asked_of_one_film(text in messages()) {
        check(&RED_ROCKET, &text, None)?;
    }

    #[test]
    fn any_text_can_be_asked_of_many_films(text in messages(), film in prop_oneof![Just(None), (0_usize..4).prop_map(|film| Some(FilmIndex::new(film)))]) {
        check(&SAMPLES, &text, film)?;
    }
}

#[test]
fn long_messages_can_be_asked() {
    for piece in PIECES {
        let text = piece.repeat(LONGEST / piece.chars().count());
        check(&RED_ROCKET, &text, None).expect("holds");
    }
}

#[test]
fn a_film_that_is_not_there_has_no_answers() {
    for (film, place) in [
        (Some(FilmIndex::new(99)), None),
        (None, Some(FilmIndex::new(99))),
        (
            Some(FilmIndex::new(usize::MAX)),
            Some(FilmIndex::new(usize::MAX)),
        ),
    ] {
        let text = "who directed it";
        let answer = SAMPLES.ask(&ScopedQuestion {
            text,
            film,
            place,
            is_addressed: true,
            ..ScopedQuestion::default()
        });
        assert_eq!(answer.decision, Decision::Unknown, "{answer:?}");
    }
}
