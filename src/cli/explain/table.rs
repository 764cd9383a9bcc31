//! The explanation for people: the decision, the closest entries, and the best of them word by word.

use std::io::{self, Write};

use super::figures::Figures;
use crate::answer::{
    ANSWER, Answer, ExplainedHit, ExplainedWord, Explanation, Found, MARGIN, SUGGEST,
};
use crate::cli::layout;
use crate::cli::screen::{Screen, Style};
use crate::library::Library;
use crate::reply::texts;

/// How many entries are compared.
const SHOWN: usize = 5;
/// How many figures stand beside each other.
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
    writeln!(out, "confidence {:.2}", explanation.confidence)?;
    layout::dim(out, &texts::enough(ANSWER, MARGIN, SUGGEST))
}

/// Writes the best entries as rows of a table.
fn closest(out: &mut Screen, library: &Library, explanation: &Explanation) -> io::Result<()> {
    let head = out.styled(Style::Dim, "score  words  letters  meaning  covered  entry");
    writeln!(out, "{head}")?;
    for hit in explanation.hits.iter().take(SHOWN) {
        let of = &hit.features;
        writeln!(
            out,
            "{:>5.2}  {:>5.2}  {:>7.2}  {:>7.2}  {:>7.2}  {}",
            hit.score,
            of.words,
            of.trigrams,
            of.meaning,
            of.covered,
            name(library, hit)
        )?;
    }
    Ok(())
}

/// Writes what each word of the question matched in an entry.
fn words(out: &mut Screen, words: &[ExplainedWord]) -> io::Result<()> {
    let read: Vec<String> = words.iter().map(as_read).collect();
    let width = |text: &String| text.chars().count();
    let widest = read.iter().map(width).max().unwrap_or_default().max(4);
    let head = format!("{:<widest$}  weight  explained  found", "word");
    let head = out.styled(Style::Dim, &head);
    writeln!(out, "\n{head}")?;
    for (word, read) in words.iter().zip(&read) {
        let (weight, explained) = (word.weight, word.explained);
        let found = match &word.found {
            Found::Phrasing => "in a phrasing or a title".to_owned(),
            Found::Text => "in the text only".to_owned(),
            Found::Related(other) => format!("not itself, but \"{other}\""),
            Found::Missing => out.styled(Style::Warning, "nowhere"),
        };
        writeln!(
            out,
            "{read:<widest$}  {weight:>6.2}  {explained:>9.2}  {found}"
        )?;
    }
    Ok(())
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
    let cells: Vec<String> = figures
        .iter()
        .map(|(name, figure)| format!("{:<15}{figure:>6.2}", name.replace('_', " ")))
        .collect();
    let n_rows = cells.len().div_ceil(COLUMNS);
    for row in 0..n_rows {
        let cells: Vec<&str> = cells
            .iter()
            .skip(row)
            .step_by(n_rows)
            .map(String::as_str)
            .collect();
        writeln!(out, "{}", cells.join("    "))?;
    }
    Ok(())
}

/// Returns an entry's id, after its film's where there are several films.
fn name(library: &Library, hit: &ExplainedHit) -> String {
    let entry = &hit.hit.entry;
    match (library.guide(hit.hit.film), library.guides().len()) {
        (Some(guide), 2..) => format!("{} {entry}", guide.id),
        _ => entry.to_string(),
    }
}
