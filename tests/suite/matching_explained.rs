//! The properties of every ranking: it can be explained, it is the same every time, and suggestions are few and
//! distinct.

use std::collections::HashSet;

use frontrow::answer::{Answer, Decision, Found, MAX_SUGGESTED, ScopedQuestion};
use frontrow::guide::EntryKind;
use frontrow::library::Library;
use frontrow::search::topics;
use proptest::prelude::{prop_assert_eq, proptest};
use proptest::test_runner::Config;

use crate::harness::asking::{RED_ROCKET, SAMPLES, explained, library};
use crate::harness::guides::{Folder, samples};
use crate::harness::program::read;

/// Asks the library a question that comes with nothing but its text.
fn ask(library: &Library, text: &str) -> Answer {
    library.ask(&asked(text))
}

fn asked(text: &str) -> ScopedQuestion<'_> {
    ScopedQuestion {
        text,
        ..ScopedQuestion::default()
    }
}

/// Returns every way of asking that the guides list themselves.
fn phrasings(library: &Library) -> Vec<String> {
    let entries = library.guides().iter().flat_map(|guide| guide.entries());
    let own = entries
        .flat_map(|entry| std::iter::once(&entry.title).chain(&entry.ask))
        .cloned();
    let facts = topics().iter().filter(|topic| topic.fact);
    let facts = facts.flat_map(|topic| topic.ask.iter().cloned());
    own.chain(facts).collect()
}

/// Returns the questions that are there to tune on.
fn tuning_questions() -> Vec<String> {
    let text = read("tests/data/red_rocket/tune.tsv");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| Some(line.split_once('\t')?.0.to_owned()))
        .collect()
}

/// Returns all that a ranking says, numbers to the last bit.
fn to_the_bit(library: &Library, text: &str) -> String {
    let answer = ask(library, text);
    let explanation = library.explain(&asked(text));
    let scores: Vec<u32> = explanation
        .hits
        .iter()
        .map(|hit| hit.score.to_bits())
        .collect();
    format!(
        "{answer:?} {:x} {scores:x?} {explanation:?}",
        answer.confidence.to_bits()
    )
}

#[test]
fn every_word_of_a_question_is_accounted_for() {
    let text = "what did teh critcs think of vertigo";
    let explanation = RED_ROCKET.explain(&asked(text));
    for hit in &explanation.hits {
        let typed: Vec<&str> = hit.words.iter().map(|word| word.typed.as_str()).collect();
        assert_eq!(typed.join(" "), text);
        for word in &hit.words {
            assert!(
                (0.0..=1.0).contains(&word.explained) && word.weight >= 0.0,
                "{word:?}"
            );
            assert_eq!(
                word.found == Found::Missing,
                word.explained == 0.0,
                "{word:?}"
            );
        }
    }
    let best = &explanation.hits[0];
    let word = |typed: &str| {
        best.words
            .iter()
            .find(|word| word.typed == typed)
            .expect("a word")
    };
    assert_eq!(word("critcs").word, "critics", "{best:?}");
    assert_eq!(word("critcs").found, Found::Phrasing, "{best:?}");
    assert_eq!(word("vertigo").found, Found::Missing, "{best:?}");
    assert!(word("vertigo").weight > word("of").weight, "{best:?}");
}

#[test]
fn every_hit_can_be_explained() {
    for text in tuning_questions() {
        let question = asked(&text);
        let (answer, explanation) = (RED_ROCKET.ask(&question), RED_ROCKET.explain(&question));
        for hit in &answer.hits {
            let found = explanation
                .hits
                .iter()
                .find(|one| one.hit.entry == hit.entry);
            let found =
                found.unwrap_or_else(|| panic!("{}", explained(&RED_ROCKET, &question, &answer)));
            assert!(!found.words.is_empty(), "{text}");
            let (_, entry) = RED_ROCKET.entry(hit).expect("an entry");
            assert_eq!(
                found.phrasing.is_none(),
                matches!(entry.kind, EntryKind::Fact(_)),
                "{text}"
            );
        }
    }
}

#[test]
fn suggestions_are_few_distinct_and_ordered() {
    for (library, texts) in [
        (&*RED_ROCKET, phrasings(&RED_ROCKET)),
        (&*RED_ROCKET, tuning_questions()),
        (&*SAMPLES, phrasings(&SAMPLES)),
    ] {
        for text in texts {
            let answer = ask(library, &text);
            let shown = || explained(library, &asked(&text), &answer);
            let n_expected = match answer.decision {
                Decision::Confident => 1..=1,
                Decision::Suggest => 1..=MAX_SUGGESTED,
                Decision::Unknown => 0..=0,
            };
            assert!(n_expected.contains(&answer.hits.len()), "{}", shown());
            let distinct: HashSet<_> = answer
                .hits
                .iter()
                .map(|hit| (hit.film, &hit.entry))
                .collect();
            assert_eq!(distinct.len(), answer.hits.len(), "{}", shown());
            assert!(
                answer
                    .hits
                    .is_sorted_by(|a, b| a.confidence >= b.confidence),
                "{}",
                shown()
            );
        }
    }
}

#[test]
fn an_entry_and_what_sums_it_up_are_never_suggested_together() {
    let texts = phrasings(&RED_ROCKET).into_iter().chain(tuning_questions());
    for text in texts {
        let answer = ask(&RED_ROCKET, &text);
        for hit in &answer.hits {
            let (_, entry) = RED_ROCKET.entry(hit).expect("an entry");
            let summed_up = entry.sums_up();
            let both = answer
                .hits
                .iter()
                .any(|other| Some(&other.entry) == summed_up);
            assert!(!both, "{}", explained(&RED_ROCKET, &asked(&text), &answer));
        }
    }
}

#[test]
fn most_of_what_a_guide_lists_leads_to_its_entry() {
    let (mut n_asked, mut n_found) = (0, 0);
    for entry in RED_ROCKET.guides().iter().flat_map(|guide| guide.entries()) {
        for text in std::iter::once(&entry.title).chain(&entry.ask) {
            let ranking = RED_ROCKET.rank(&asked(text));
            n_asked += 1;
            n_found += usize::from(ranking.first().is_some_and(|hit| hit.entry == entry.id));
        }
    }
    assert!(
        n_asked > 500 && n_found * 100 >= n_asked * 95,
        "{n_found} of {n_asked}"
    );
}

#[test]
fn two_libraries_of_the_same_guides_rank_alike_to_the_last_bit() {
    for (one, dir) in [
        (&*RED_ROCKET, crate::harness::program::project("faq")),
        (&*SAMPLES, samples()),
    ] {
        let other = library(&dir);
        assert_eq!(one.revision(), other.revision());
        for text in tuning_questions() {
            assert_eq!(to_the_bit(one, &text), to_the_bit(&other, &text), "{text}");
        }
    }
}

#[test]
fn the_order_of_the_guides_is_no_matter() {
    let mut backwards = SAMPLES.guides().to_vec();
    backwards.reverse();
    let backwards = Library::build(backwards, &[]);
    // A folder lists its files in the order in which they were written, on some machines.
    let folder = Folder::new();
    for guide in SAMPLES.guides().iter().rev() {
        let name = format!("{}.toml", guide.id);
        folder.write(&name, read(&format!("tests/data/guides/{name}")));
    }
    let written = library(folder.path());
    for text in phrasings(&SAMPLES) {
        let expected = to_the_bit(&SAMPLES, &text);
        assert_eq!(to_the_bit(&backwards, &text), expected, "{text}");
        assert_eq!(to_the_bit(&written, &text), expected, "{text}");
    }
}

proptest! {
    #![proptest_config(Config { cases: 64, failure_persistence: None, ..Config::default() })]

    #[test]
    fn capitals_at_the_start_and_signs_at_the_end_change_nothing(at in 0_usize..10_000) {
        let texts = phrasings(&SAMPLES);
        let text = &texts[at % texts.len()];
        let plain = ask(&SAMPLES, text);
        let first = text.chars().next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
        let rest: String = text.chars().skip(1).collect();
        let dressed = format!("  {first}{rest}  ");
        prop_assert_eq!(ask(&SAMPLES, &dressed), plain);
    }
}
