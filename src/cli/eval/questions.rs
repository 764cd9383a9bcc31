//! Files of questions with known answers: `question<TAB>id|id` a line, or JSON lines `{"q", "gold"}`.

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// A question and the entries that answer it; none where it must not be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Case {
    /// The text that was typed.
    pub(super) question: String,
    /// The ids of the right answers.
    pub(super) gold: Vec<String>,
    /// The place where it stands, as `file:line`.
    pub(super) place: String,
}

#[derive(Deserialize)]
struct JsonLine {
    q: String,
    gold: Vec<String>,
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
        let (question, gold) = if is_json {
            from_json(line)
        } else {
            from_tsv(line)
        }
        .with_context(|| place.clone())?;
        cases.push(Case {
            question,
            gold,
            place,
        });
    }
    Ok(cases)
}

fn from_json(line: &str) -> Result<(String, Vec<String>)> {
    let JsonLine { q, gold } = serde_json::from_str(line)
        .context(r#"not an object like {"q": "who directed it?", "gold": ["facts/director"]}"#)?;
    Ok((q, gold))
}

fn from_tsv(line: &str) -> Result<(String, Vec<String>)> {
    let Some((question, ids)) = line.split_once('\t') else {
        bail!(
            "no tab: write the question, a tab, and the ids that answer it, or nothing after the tab"
        );
    };
    let gold = ids
        .split('|')
        .map(str::trim)
        .filter(|id| !id.is_empty())
        .map(str::to_owned)
        .collect();
    Ok((question.trim().to_owned(), gold))
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
