//! Files of questions with known answers, one a line: `question<TAB>id|id<TAB>film`, or JSON `{"q", "gold", "film"}`.
//!
//! An id is that of an entry, `facts/director`, with its film before it where several guides have one of that name:
//! `red-rocket:facts/director`. Without ids the question must not be answered. The film is the one that is asked about,
//! as in a channel of its own; mostly there is none, and the question says which film it means, or means any. In
//! tab-separated files `#` begins a comment.

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// A question and the entries that answer it; none where it must not be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Case {
    /// The text that was typed.
    pub(super) question: String,
    /// The ids of the right answers, as they are written.
    pub(super) gold: Vec<String>,
    /// The id of the film that is asked about, where it is settled beforehand.
    pub(super) film: Option<String>,
    /// The place where it stands, as `file:line`.
    pub(super) place: String,
}

/// The parts of a line.
#[derive(Deserialize)]
struct QuestionLine {
    q: String,
    gold: Vec<String>,
    #[serde(default)]
    film: Option<String>,
}

/// Reads the questions of a file, in order.
pub(super) fn parse(file: &str, source: &str) -> Result<Vec<Case>> {
    let source = source.trim_start_matches('\u{feff}');
    let is_json = file.ends_with(".jsonl") || source.trim_start().starts_with('{');
    let mut cases = Vec::new();
    for (index, line) in source.lines().enumerate() {
        let place = format!("{file}:{}", index + 1);
        if line.trim().is_empty() || (!is_json && line.starts_with('#')) {
            continue;
        }
        let QuestionLine { q, gold, film } = if is_json {
            from_json(line)
        } else {
            from_tsv(line)
        }
        .with_context(|| place.clone())?;
        cases.push(Case {
            question: q,
            gold,
            film,
            place,
        });
    }
    Ok(cases)
}

fn from_json(line: &str) -> Result<QuestionLine> {
    serde_json::from_str(line)
        .context(r#"not an object like {"q": "who directed it?", "gold": ["facts/director"]}"#)
}

fn from_tsv(line: &str) -> Result<QuestionLine> {
    let mut parts = line.split('\t').map(str::trim);
    let (Some(question), Some(ids)) = (parts.next(), parts.next()) else {
        bail!(
            "no tab: write the question, a tab, and the ids that answer it, or nothing after the tab"
        );
    };
    let film = parts.next().filter(|film| !film.is_empty());
    if parts.next().is_some() {
        bail!(
            "too many tabs: write the question, the ids that answer it, and the film's id if any"
        );
    }
    let gold = ids.split('|').map(str::trim);
    Ok(QuestionLine {
        q: question.to_owned(),
        gold: gold
            .filter(|id| !id.is_empty())
            .map(str::to_owned)
            .collect(),
        film: film.map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[track_caller]
    fn check(file: &str, source: &str, expected: &[(&str, &[&str], &str)]) {
        let cases = parse(file, source).expect("sound questions");
        let got: Vec<_> = cases
            .iter()
            .map(|case| {
                let gold: Vec<&str> = case.gold.iter().map(String::as_str).collect();
                (case.question.as_str(), gold, case.place.as_str())
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(question, gold, place)| (*question, gold.to_vec(), *place))
            .collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn tab_separated_lines_may_have_comments_several_ids_or_none() {
        check(
            "a.tsv",
            "# head\r\n\r\nwho made it\tfacts/director | faq/who\r\nhello there\t\r\n",
            &[
                ("who made it", &["facts/director", "faq/who"], "a.tsv:3"),
                ("hello there", &[], "a.tsv:4"),
            ],
        );
    }

    #[test]
    fn a_line_may_say_which_film_is_asked_about() {
        for (file, source) in [
            (
                "a.tsv",
                "who\tfacts/director\tthe-fog\nwho\tfacts/director\t \nwho\t\tthe-fog",
            ),
            (
                "a.jsonl",
                "{\"q\":\"who\",\"gold\":[],\"film\":\"the-fog\"}\n{\"q\":\"who\",\"gold\":[]}\n{\"q\":\"who\",\"gold\":[],\"film\":\"the-fog\"}",
            ),
        ] {
            let cases = parse(file, source).expect("sound questions");
            let films: Vec<_> = cases.iter().map(|case| case.film.as_deref()).collect();
            assert_eq!(films, [Some("the-fog"), None, Some("the-fog")], "{file}");
        }
    }

    #[test]
    fn json_lines_may_have_other_keys() {
        check(
            "a.jsonl",
            "{\"q\":\"hi # there\",\"gold\":[],\"typos\":1}\n\n{\"q\":\"who\",\"gold\":[\"X Y\"]}",
            &[
                ("hi # there", &[], "a.jsonl:1"),
                ("who", &["X Y"], "a.jsonl:3"),
            ],
        );
    }

    #[test]
    fn json_lines_are_known_by_their_look_too() {
        check(
            "a.txt",
            "\u{feff}{\"q\":\"who\",\"gold\":[]}",
            &[("who", &[], "a.txt:1")],
        );
    }

    #[test]
    fn a_malformed_line_is_named() {
        for (file, source, place) in [
            ("a.tsv", "# head\nno tab here", "a.tsv:2"),
            ("a.tsv", "who\tfaq/who\tthe-fog\tfaq/who", "a.tsv:1"),
            (
                "a.jsonl",
                "{\"q\":\"who\",\"gold\":[]}\n{\"q\":\"who\"}",
                "a.jsonl:2",
            ),
            ("a.jsonl", "who\tfaq/who", "a.jsonl:1"),
        ] {
            let error = parse(file, source).expect_err("a malformed line");
            assert!(format!("{error:#}").starts_with(place), "{error:#}");
        }
    }
}
