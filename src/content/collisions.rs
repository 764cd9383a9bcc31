//! Looks for phrasings that two entries claim: whoever types one could get the wrong answer.

use rayon::prelude::*;

use super::build::full_id;
use super::diagnostic::{Diagnostic, Severity, quoted};
use super::draft::{Block, Draft, DraftEntry, Span, Text};
use super::source_file::SourceFile;
use crate::answer::{Hit, ScopedQuestion};
use crate::guide::{Entry, FAQ_SECTION, FilmIndex};
use crate::library::Library;

/// More phrasings than this are not asked one by one: a reload should take seconds at most.
const MAX_PHRASINGS: usize = 20_000;
/// Confidences nearer to each other than this are a tie.
const TIE: f32 = 0.01;

/// Asks every phrasing about its own film and warns where another entry comes out as near as its own.
pub(super) fn find(library: &Library, files: &[SourceFile], drafts: &[Draft]) -> Vec<Diagnostic> {
    let entries = || library.guides().iter().flat_map(|guide| guide.entries());
    let n_phrasings: usize = entries().map(|entry| entry.ask.len()).sum();
    if n_phrasings > MAX_PHRASINGS {
        let message = format!("{n_phrasings} phrasings are too many to ask them all");
        let note = Diagnostic::new(Severity::Note, "collisions-skipped", message);
        return vec![note.help(
            "nothing to do: only the search for phrasings that two entries claim is left out",
        )];
    }
    let of_draft = |draft: &Draft| -> Vec<Diagnostic> {
        let film = files
            .get(draft.file)
            .and_then(|file| library.film(file.film_id.as_ref()?.as_str()));
        film.map_or_else(Vec::new, |film| in_guide(library, film, draft))
    };
    drafts.par_iter().flat_map_iter(of_draft).collect()
}

fn in_guide(library: &Library, film: FilmIndex, draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let Some(guide) = library.guide(film) else {
        return found;
    };
    for (id, written) in entries(draft) {
        let Some(own) = guide.entry(&id) else {
            continue;
        };
        for ask in phrasings(written) {
            if let Some(rival) = rival(library, film, own, &ask.value) {
                found.push(warning(draft, (ask, written), rival));
            }
        }
    }
    found
}

/// Returns the entries of a draft, each with its id in full.
fn entries(draft: &Draft) -> impl Iterator<Item = (String, &DraftEntry)> {
    let in_sections = draft.sections.iter().flat_map(|section| {
        let id = section.own.id.as_ref().map_or("", |id| id.value.as_str());
        let own = section.is_one_text().then(|| (id.to_owned(), &section.own));
        let entries = section.entries.iter();
        own.into_iter().chain(
            entries.filter_map(move |entry| Some((full_id(id, &entry.id.as_ref()?.value), entry))),
        )
    });
    let faqs = draft.faqs.iter();
    in_sections
        .chain(faqs.filter_map(|faq| Some((full_id(FAQ_SECTION, &faq.id.as_ref()?.value), faq))))
}

/// Returns what people may type for an entry: its phrasings, and a FAQ's question.
fn phrasings(entry: &DraftEntry) -> impl Iterator<Item = &Text> {
    let question = entry.title.iter().filter(|_| entry.block == Block::Faq);
    question.chain(&entry.ask)
}

/// Returns the other entry that a phrasing finds at least as well as its own, if there is one.
fn rival<'a>(library: &'a Library, film: FilmIndex, own: &Entry, ask: &str) -> Option<&'a Entry> {
    let question = ScopedQuestion {
        text: ask,
        film: Some(film),
        ..ScopedQuestion::default()
    };
    let ranking = library.rank(&question);
    let is_own = |hit: &&Hit| hit.film == film && hit.entry == own.id;
    let own_confidence = ranking
        .iter()
        .find(is_own)
        .map_or(0.0, |hit| hit.confidence);
    let others = ranking.iter().filter(|hit| !is_own(hit));
    let others = others.take_while(|hit| hit.confidence > own_confidence - TIE);
    let mut others = others.filter_map(|hit| Some(library.entry(hit)?.1));
    others.find(|other| other.sums_up() != Some(&own.id) && own.sums_up() != Some(&other.id))
}

fn warning(draft: &Draft, (ask, own): (&Text, &DraftEntry), rival: &Entry) -> Diagnostic {
    let title = own.title.as_ref().map_or("", |title| title.value.as_str());
    let message = format!(
        "{} asks for {}, but finds {} {} as well",
        quoted(&ask.value),
        quoted(title),
        rival.id,
        quoted(&rival.title),
    );
    let help = "say in both what sets them apart, or take the phrasing out";
    let warning = Diagnostic::new(Severity::Warning, "collision", message).help(help);
    let warning = warning.at(draft.file, &ask.span);
    match place(draft, rival) {
        Some(span) => warning.with(draft.file, span, "the other entry"),
        None => warning,
    }
}

/// Returns where the title of an entry is written; a fact's is not.
fn place<'a>(draft: &'a Draft, entry: &Entry) -> Option<&'a Span> {
    let (_, written) = entries(draft).find(|(id, _)| id == entry.id.as_str())?;
    Some(&written.title.as_ref()?.span)
}
