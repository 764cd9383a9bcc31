//! The explanation for people: the decision, the closest entries, and the best of them word by word.

use std::io::{self, Write};
use std::iter;

use super::figures::Figures;
use crate::answer::{
    ANSWER, Answer, ExplainedHit, ExplainedTopic, ExplainedWord, Explanation, Found, MARGIN, OFFER,
};
use crate::cli::guide_topics;
use crate::cli::layout;
use crate::cli::screen::{Screen, Style};
use crate::cli::table::{self, Column, left, right};
use crate::library::Library;
use crate::reply::texts;

/// The number of entries that are compared.
const SHOWN: usize = 5;
/// The number of figures that stand beside each other.
const COLUMNS: usize = 3;

/// Writes why a question was answered as it was.
pub(in crate::cli) fn write(
    out: &mut Screen,
    library: &Library,
    answer: &Answer,
    explanation: &Explanation,
) -> io::Result<()> {
    writeln!(out)?;
    layout::title(out, "Why")?;
    let Some(best) = explanation.hits.first() else {
        return writeln!(out, "{}", texts::NOTHING_IS_CLOSE);
    };
    decision(out, answer, explanation)?;
    writeln!(out)?;
    closest(out, library, explanation)?;
    writeln!(out)?;
    layout::title(out, &name(library, best))?;
    if let Some(phrasing) = &best.phrasing {
        layout::dim(out, &texts::nearest_phrasing(phrasing))?;
    }
    if let Some(topic) = &best.topic {
        layout::dim(out, &found_by(topic))?;
    }
    words(out, &best.words)?;
    writeln!(out)?;
    layout::title(out, "Evidence")?;
    figures(out, &Figures::of_evidence(&explanation.evidence))
}

/// Writes what the decision was made by, beside what would have been enough.
fn decision(out: &mut Screen, answer: &Answer, explanation: &Explanation) -> io::Result<()> {
    if answer.hits.iter().any(|hit| !hit.cast.is_empty()) {
        writeln!(out, "{}", texts::NAMED_IN_CAST)?;
    }
    if let Some(topic) = explanation.off_topic {
        layout::say(out, &texts::topics::off_topic(&topic.id))?;
    }
    writeln!(out, "confidence {:.2}", explanation.confidence)?;
    layout::dim(out, &texts::enough(ANSWER, MARGIN, OFFER))
}

/// Returns the topic by which an entry was found, in words.
fn found_by(found: &ExplainedTopic) -> String {
    let reason = guide_topics::reason(found.by);
    texts::topics::found_by(&found.topic.id, reason, found.score)
}

/// Writes the best entries as rows of a table.
fn closest(out: &mut Screen, library: &Library, explanation: &Explanation) -> io::Result<()> {
    let head = ["score", "words", "letters", "meaning", "covered", "entry"];
    let rows = explanation.hits.iter().take(SHOWN).map(|hit| {
        let of = &hit.features;
        let [score, words, letters, meaning, covered] = [
            hit.score,
            of.words,
            of.trigrams,
            of.meaning,
            of.whole.covered,
        ]
        .map(two_decimals);
        [score, words, letters, meaning, covered, name(library, hit)]
    });
    let figures = right(0, 2);
    let columns = [figures, figures, figures, figures, figures, left(0, 0)];
    headed(out, &columns, head, rows)
}

/// Writes what each word of the question matched in an entry.
fn words(out: &mut Screen, words: &[ExplainedWord]) -> io::Result<()> {
    let head = ["word", "weight", "explained", "found"];
    let nowhere = out.styled(Style::Warning, "nowhere");
    let rows = words.iter().map(|word| {
        let found = match &word.found {
            Found::Phrasing => "in a phrasing or a title".to_owned(),
            Found::Topic => "in its topic".to_owned(),
            Found::Text => "in the text only".to_owned(),
            Found::Related(other) => format!("not itself, but \"{other}\""),
            Found::Missing => nowhere.clone(),
        };
        let [weight, explained] = [word.weight, word.explained].map(two_decimals);
        [as_read(word), weight, explained, found]
    });
    let columns = [left(0, 2), right(0, 2), right(0, 2), left(0, 0)];
    writeln!(out)?;
    headed(out, &columns, head, rows)
}

/// Writes a table below its head.
fn headed<const N: usize>(
    out: &mut Screen,
    columns: &[Column; N],
    head: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> io::Result<()> {
    let rows = iter::once(head.map(str::to_owned)).chain(rows);
    for (at, line) in table::lines(columns, rows).into_iter().enumerate() {
        let line = if at == 0 {
            out.styled(Style::Dim, &line)
        } else {
            line
        };
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn two_decimals(figure: f32) -> String {
    format!("{figure:.2}")
}

/// Returns a word as it was typed, and as it was read where that is something else.
fn as_read(word: &ExplainedWord) -> String {
    if word.typed.is_empty() || word.typed.to_lowercase() == word.word {
        word.word.clone()
    } else {
        format!("{} → {}", word.typed, word.word)
    }
}

/// Writes figures side by side, to be read column by column.
fn figures(out: &mut Screen, figures: &Figures) -> io::Result<()> {
    let cells: Vec<[String; 2]> = figures
        .iter()
        .map(|(name, figure)| [name.replace('_', " "), two_decimals(figure)])
        .collect();
    let n_rows = cells.len().div_ceil(COLUMNS);
    let rows = (0..n_rows).map(|row| cells.iter().skip(row).step_by(n_rows).flatten().cloned());
    table::write(out, &[left(15, 0), right(6, 4)].repeat(COLUMNS), rows)
}

/// Returns an entry's id, after its film's where there are several films.
fn name(library: &Library, hit: &ExplainedHit) -> String {
    let entry = &hit.hit.entry;
    match (library.guide(hit.hit.film), library.guides().len()) {
        (Some(guide), 2..) => format!("{} {entry}", guide.id),
        _ => entry.to_string(),
    }
}
