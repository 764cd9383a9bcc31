//! `eval`: reading questions, and the shape of the report.

use serde_json::Value;

use crate::harness::guides::SOUND;
use crate::harness::program::Frontrow;

const CORPUS: &str = r#"{"id":"RETURNS","question":"How do I return a parcel?","aliases":["send a parcel back"],"answer":""}
{"id":"opening hours","question":"When are you open?","aliases":["opening times of the shop"],"answer":"From nine."}
{"id":"parcel tracking","question":"Where is my parcel?","aliases":["track a parcel"],"answer":"","section":"Parcels"}
"#;

/// Three questions of the collection, the third with a gold answer that ranks second, and two others.
const QUESTIONS: &str = "\
How do I return a parcel?\tRETURNS
when are you open\topening hours|RETURNS
where is my parcel\tRETURNS
what is a quasar\t
thanks\t
";

fn with_corpus(questions: &str) -> Frontrow {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write("entries.jsonl", CORPUS);
    frontrow.write("questions.tsv", questions);
    frontrow
}

#[track_caller]
fn report(frontrow: &Frontrow, line: &str) -> Value {
    let ran = frontrow.run(line).ends_with(0);
    serde_json::from_str(&ran.out).expect("JSON")
}

#[test]
fn the_report_has_every_figure_in_its_place() {
    let frontrow = with_corpus("when are you open\topening hours\nwhat is a quasar\t\n");
    let ran = frontrow
        .run("eval --corpus entries.jsonl questions.tsv --json")
        .ends_with(0)
        .quietly();
    let keys: Vec<String> = ran
        .out
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    let expected = "questions in_guide outside p_at_1 p_at_3 mrr auroc right wrong suggested_right suggested_wrong unknown \
        outside_answered outside_suggested outside_unknown asked_directly right wrong suggested_right suggested_wrong unknown \
        outside_answered outside_suggested outside_unknown right_or_offered right_at_false_rate 0.02 0.05 0.10 latency_us p50 p90 p99 max \
        films entries phrasings build_ms";
    assert_eq!(
        keys.join(" "),
        expected.split_whitespace().collect::<Vec<_>>().join(" ")
    );
}

#[test]
fn the_figures_are_those_computed_by_hand() {
    let report = report(
        &with_corpus(QUESTIONS),
        "eval --corpus entries.jsonl questions.tsv --json",
    );
    let third = 1.0 / 3.0;
    for (key, expected) in [
        ("p_at_1", 2.0 * third),
        ("p_at_3", 1.0),
        ("mrr", (1.0 + 1.0 + 0.5) * third),
        ("auroc", 1.0),
        ("right_or_offered", 2.0 * third),
    ] {
        let figure = report[key].as_f64().expect(key);
        assert!((figure - expected).abs() < 1e-9, "{key}: {figure}");
    }
    for (key, expected) in [
        ("questions", 5),
        ("in_guide", 3),
        ("outside", 2),
        ("right", 2),
        ("wrong", 1),
        ("suggested_right", 0),
        ("suggested_wrong", 0),
        ("unknown", 0),
        ("outside_answered", 0),
        ("outside_suggested", 0),
        ("outside_unknown", 2),
        ("entries", 3),
    ] {
        assert_eq!(report[key], expected, "{key}");
    }
    // No threshold lets an outside question through, and both right ones are surer than those.
    let right = report["right_at_false_rate"]["0.05"]
        .as_f64()
        .expect("a figure");
    assert!((right - 2.0 * third).abs() < 1e-9, "{right}");
    assert!(report["latency_us"]["max"].as_f64() >= report["latency_us"]["p50"].as_f64());
    assert!(report["build_ms"].as_f64() > Some(0.0));
}

#[test]
fn misses_are_listed_below_the_table() {
    let ran = with_corpus(QUESTIONS)
        .run("eval --corpus entries.jsonl questions.tsv --misses")
        .ends_with(0)
        .quietly();
    let (table, misses) = ran.out.rsplit_once("\n\n").expect("a list below the table");
    for row in [
        "  right entry first                  66.7 %",
        "  answered right                2    66.7 %",
    ] {
        assert!(table.contains(row), "{row}: {table}");
    }
    let lines: Vec<&str> = misses.lines().collect();
    assert_eq!(lines.len(), 3, "one question missed: {misses}");
    assert_eq!(
        lines[..2],
        [
            "questions.tsv:3: where is my parcel",
            "    wanted RETURNS (place 2)"
        ]
    );
    assert!(
        lines[2].starts_with("    answered 0.") && lines[2].ends_with(": parcel tracking"),
        "{misses}"
    );
}

#[test]
fn figures_without_questions_behind_them_are_null() {
    let frontrow = with_corpus("# nothing\n");
    let report = report(
        &frontrow,
        "eval --corpus entries.jsonl questions.tsv --json",
    );
    for key in ["p_at_1", "p_at_3", "mrr", "auroc"] {
        assert_eq!(report[key], Value::Null, "{key}");
    }
    assert_eq!(report["right_at_false_rate"]["0.02"], Value::Null);
    assert_eq!(report["latency_us"]["p50"], Value::Null);
    assert_eq!(
        (&report["questions"], &report["entries"]),
        (&0.into(), &3.into())
    );
}

#[test]
fn several_files_are_measured_together() {
    let frontrow = with_corpus("when are you open\topening hours\n");
    frontrow.write(
        "more.jsonl",
        "{\"q\":\"what is a quasar\",\"gold\":[],\"from\":\"me\"}\n",
    );
    let report = report(
        &frontrow,
        "eval --corpus entries.jsonl questions.tsv more.jsonl --json",
    );
    assert_eq!(
        (&report["in_guide"], &report["outside"]),
        (&1.into(), &1.into())
    );
}

#[test]
fn what_is_wrong_with_the_files_is_said_with_its_line() {
    for (questions, expected) in [
        ("hello\n", "frontrow: questions.tsv:1: no tab:"),
        (
            "# one\nwhen\tclosing hours\n",
            "frontrow: questions.tsv:2: there is no entry `closing hours`",
        ),
    ] {
        let frontrow = with_corpus(questions);
        let ran = frontrow
            .run("eval --corpus entries.jsonl questions.tsv")
            .ends_with(1);
        assert!(
            ran.err.starts_with(expected) && ran.out.is_empty(),
            "{ran:?}"
        );
    }
    let frontrow = with_corpus("");
    frontrow.write("entries.jsonl", "{\"id\":\"a\"}\n");
    let ran = frontrow
        .run("eval --corpus entries.jsonl questions.tsv")
        .ends_with(1);
    assert!(
        ran.err.starts_with("frontrow: entries.jsonl:1: "),
        "{ran:?}"
    );
    let ran = frontrow.run("eval nowhere.tsv").ends_with(1);
    assert!(ran.err.starts_with("frontrow: nowhere.tsv: "), "{ran:?}");
}

#[test]
fn a_guide_is_measured_by_its_own_ids_only() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("q.tsv", "who directed it\tfacts/director\n");
    assert_eq!(
        report(&frontrow, "eval q.tsv --json --film glass-harbor")["entries"],
        11
    );
    frontrow.write("q.tsv", "who directed it\tfacts/gross\n");
    frontrow.run("eval q.tsv").ends_with(1);
}

#[test]
fn a_guide_is_measured_with_fewer_phrasings() {
    let frontrow = with_corpus("track a parcel\tparcel tracking\n");
    let phrasings = |option: &str| {
        let line = format!("eval --corpus entries.jsonl questions.tsv --json {option}");
        report(&frontrow, &line)["phrasings"].clone()
    };
    assert_eq!(phrasings(""), 6, "three titles, three aliases");
    assert_eq!(phrasings("--phrasings 1"), 6);
    assert_eq!(phrasings("--phrasings 0"), 3);
}

/// Two films, of which both say when they came out and one where it is set.
fn with_films(questions: &str) -> Frontrow {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/the-tin-orchard.toml", SOUND);
    frontrow.write("q.tsv", questions);
    frontrow
}

#[test]
fn a_set_may_hold_questions_about_several_films() {
    let frontrow = with_films(
        "when did glass harbor come out\tglass-harbor:facts/release-date\n\
         when did the tin orchard come out\tthe-tin-orchard:facts/release-date\n\
         when did it come out\tfacts/release-date\tthe-tin-orchard\n\
         where is the tin orchard set\tplot/setting\n\
         what is a quasar\t\n",
    );
    let measured = report(&frontrow, "eval q.tsv --json");
    for (key, expected) in [
        ("in_guide", 4),
        ("right", 4),
        ("outside_unknown", 1),
        ("films", 2),
    ] {
        assert_eq!(measured[key], expected, "{key}: {measured}");
    }
    assert_eq!(measured["right_or_offered"], 1.0);
    // The same entry of another film is no right answer.
    frontrow.write(
        "q.tsv",
        "when did glass harbor come out\tthe-tin-orchard:facts/release-date\n",
    );
    let ran = frontrow.run("eval q.tsv --misses").ends_with(0);
    assert!(
        ran.out
            .contains("answered wrong                1   100.0 %"),
        "{}",
        ran.out
    );
    for part in [
        "wanted the-tin-orchard:facts/release-date",
        ": glass-harbor:facts/release-date",
        "right or offered",
    ] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
    // Of an id that several films have, that of the settings is meant.
    frontrow.write("q.tsv", "when did it come out\tfacts/release-date\n");
    let frontrow = frontrow.set("FRONTROW_FILM", "glass-harbor");
    assert_eq!(report(&frontrow, "eval q.tsv --json")["right"], 1);
}

#[test]
fn a_film_or_an_entry_that_there_is_none_of_is_named_with_its_line() {
    for (answer, expected) in [
        ("fog:plot/setting", "there is no film `fog`"),
        (
            "glass-harbr:sound/music",
            "there is no film `glass-harbr`, did you mean `glass-harbor`?",
        ),
        (
            "glass-harbor:plot/setting",
            "there is no entry `plot/setting` in the guide `glass-harbor`",
        ),
        (
            "facts/release-date",
            "2 guides have an entry `facts/release-date`: write the film before it, \
             `glass-harbor:facts/release-date`",
        ),
        ("facts/cast\tfog", "there is no film `fog`"),
        (
            "plot/setting\tglass-harbor",
            "there is no entry `plot/setting` in the guide `glass-harbor`",
        ),
        ("plot/nothing", "there is no entry `plot/nothing`"),
    ] {
        let frontrow = with_films(&format!("# one\nwhen\t{answer}\n"));
        let ran = frontrow.run("eval q.tsv").ends_with(1);
        assert_eq!(ran.err, format!("frontrow: q.tsv:2: {expected}\n"));
        assert_eq!(ran.out, "");
    }
}

#[test]
fn the_help_shows_how_a_set_is_written() {
    let help = Frontrow::in_empty_folder()
        .run("eval --help")
        .ends_with(0)
        .out;
    for part in [
        "red-rocket:facts/director",
        "<TAB>red-rocket",
        "\"film\": \"red-rocket\"",
        "begins with # is a comment",
    ] {
        assert!(help.contains(part), "{part}: {help}");
    }
}
