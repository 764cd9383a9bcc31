//! Lays edits over a guide: they are written into its file, which is then read and judged like any other.
//!
//! One edit that no longer holds, since its entry is gone or the file says something now that it contradicts, is parked
//! and named; the others hold.

use std::sync::Arc;

use super::apply::{apply, begun};
use super::document::{GuideDocument, Obstacle};
use super::edit::{Edit, GuideChange};
use super::field::FieldProblem;
use super::judged_text::JudgedText;
use super::{fields, from_guide};
use crate::content::diagnostic::{Diagnostics, Severity};
use crate::content::read::read;
use crate::content::source_file::SourceFile;
use crate::guide::{EntryId, FilmId, Guide};

/// Edited guides are judged so many times at most to find the edits that do not hold: each takes milliseconds.
const MAX_JUDGED: usize = 500;

/// A guide with edits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaidOver {
    /// The text of its file with the edits that hold; empty where there is no guide.
    pub text: String,
    /// The guide; `None` where none is there and none was begun.
    pub guide: Option<Guide>,
    /// The edits that do not hold.
    pub parked: Vec<ParkedEdit>,
}

/// An edit that does not hold as the guide is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParkedEdit {
    /// Its place in the list of edits.
    pub number: usize,
    /// The film.
    pub film: FilmId,
    /// The entry that it is about.
    pub entry: Option<EntryId>,
    /// The reason.
    pub reason: ParkReason,
}

/// The reason why an edit does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParkReason {
    /// The film has no guide.
    NoGuide,
    /// The film is that of another guide.
    SameFilm(FilmId),
    /// The entry or its section is gone.
    Gone,
    /// The release date comes from the film's year, which no edit takes away.
    FromYear,
    /// With it the guide would be unsound.
    Unsound(Vec<FieldProblem>),
}

/// Lays edits over a guide file; all other films' edits among them are passed over.
///
/// # Errors
/// Returns what is wrong with the file where it is unsound without them.
pub fn lay_over_file(file: SourceFile, edits: &[Edit]) -> Result<LaidOver, Diagnostics> {
    let (_, found) = read(0, &file, None);
    let has_errors = found.iter().any(|one| one.severity == Severity::Error);
    match (&file.film_id, GuideDocument::open(&file.text)) {
        (Some(film), Some(document)) if !has_errors => Ok(lay_over(film, Some(document), edits)),
        _ => Err(Diagnostics::new(vec![file], found)),
    }
}

/// Lays edits over a film's guide; all other films' edits among them are passed over.
pub fn lay_over_guide(film: &FilmId, guide: Option<&Guide>, edits: &[Edit]) -> LaidOver {
    let document = guide.and_then(|guide| GuideDocument::open(&from_guide::text(guide)));
    let mut laid_over = lay_over(film, document, edits);
    if let (Some(after), Some(before)) = (&mut laid_over.guide, guide) {
        keep_places(after, before);
    }
    laid_over
}

/// Leaves the checks where they stand in the guide's own file.
fn keep_places(after: &mut Guide, before: &Guide) {
    for check in Arc::make_mut(&mut after.checks) {
        let mut own = before.checks.iter();
        if let Some(own) = own.find(|own| own.ask == check.ask) {
            check.offset = own.offset;
        }
    }
}

fn lay_over(film: &FilmId, document: Option<GuideDocument>, edits: &[Edit]) -> LaidOver {
    let numbered = edits.iter().enumerate();
    let own: Vec<(usize, &Edit)> = numbered.filter(|(_, edit)| edit.film == *film).collect();
    let Some(document) = document.or_else(|| begin(&own)) else {
        return LaidOver {
            parked: ParkedEdit::all_of(film, edits, &ParkReason::NoGuide),
            ..LaidOver::default()
        };
    };
    let mut layers = Layers {
        film,
        document,
        edits: own,
        n_judged: 0,
    };
    let (judged, mut parked) = layers.lay();
    parked.sort_by_key(|parked| parked.number);
    LaidOver {
        guide: judged.guide(film),
        text: judged.text,
        parked,
    }
}

/// Returns the guide that the first edit of a film begins.
fn begin(edits: &[(usize, &Edit)]) -> Option<GuideDocument> {
    edits.iter().find_map(|(_, edit)| match &edit.change {
        GuideChange::Film(film) => GuideDocument::open(&begun(film)),
        _ => None,
    })
}

/// A guide and the edits of its film.
struct Layers<'a> {
    film: &'a FilmId,
    document: GuideDocument,
    edits: Vec<(usize, &'a Edit)>,
    n_judged: usize,
}

impl Layers<'_> {
    /// Lays all edits over the guide; where that makes an unsound one, finds those that hold.
    fn lay(&mut self) -> (JudgedText, Vec<ParkedEdit>) {
        let all = vec![true; self.edits.len()];
        let (judged, parked) = self.written(&all);
        if !judged.has_errors() {
            return (judged, parked);
        }
        self.find_sound()
    }

    /// Writes the chosen edits, in order; returns those that could not be written.
    fn written(&mut self, chosen: &[bool]) -> (JudgedText, Vec<ParkedEdit>) {
        self.n_judged += 1;
        let mut document = self.document.clone();
        let mut parked = Vec::new();
        for (&(number, edit), _) in self.edits.iter().zip(chosen).filter(|(_, chosen)| **chosen) {
            if let Err(obstacle) = apply(&mut document, &edit.change) {
                parked.push(ParkedEdit::new(number, edit, obstacle.into()));
            }
        }
        (JudgedText::new(self.film, document.text()), parked)
    }

    /// Adds edits one after the other, and leaves those out with which the guide is unsound; an edit may need a later
    /// one, such as the entry that it links to, so those that were left out are tried once more.
    fn find_sound(&mut self) -> (JudgedText, Vec<ParkedEdit>) {
        let mut chosen = vec![false; self.edits.len()];
        let mut problems: Vec<Vec<FieldProblem>> = vec![Vec::new(); self.edits.len()];
        for _ in 0..2 {
            for at in 0..self.edits.len() {
                if chosen[at] || self.n_judged >= MAX_JUDGED {
                    continue;
                }
                chosen[at] = true;
                let (judged, _) = self.written(&chosen);
                if judged.has_errors() {
                    chosen[at] = false;
                    let mut found = fields::problems(&judged, self.edits[at].1);
                    found.retain(|problem| problem.severity == Severity::Error);
                    problems[at] = found;
                }
            }
        }
        let (judged, mut parked) = self.written(&chosen);
        let left = self.edits.iter().zip(chosen).zip(problems);
        let left = left.filter(|((_, chosen), _)| !chosen);
        parked.extend(left.map(|((&(number, edit), _), problems)| {
            ParkedEdit::new(number, edit, ParkReason::Unsound(problems))
        }));
        (judged, parked)
    }
}

impl ParkedEdit {
    /// Parks the edit in a place of a list.
    fn new(number: usize, edit: &Edit, reason: ParkReason) -> Self {
        Self {
            number,
            film: edit.film.clone(),
            entry: edit.entry(),
            reason,
        }
    }

    /// Parks all edits of a film for the same reason.
    pub(super) fn all_of(film: &FilmId, edits: &[Edit], reason: &ParkReason) -> Vec<Self> {
        let numbered = edits.iter().enumerate();
        let own = numbered.filter(|(_, edit)| edit.film == *film);
        own.map(|(number, edit)| Self::new(number, edit, reason.clone()))
            .collect()
    }
}

impl From<Obstacle> for ParkReason {
    fn from(obstacle: Obstacle) -> Self {
        match obstacle {
            Obstacle::Gone => Self::Gone,
            Obstacle::FromYear => Self::FromYear,
        }
    }
}
