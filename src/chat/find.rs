//! Finding what somebody named: by its id, by its title, by what was offered while they typed, typos and all.

use super::choice_value::ChoiceValue;
use super::context::ChatContext;
use super::offer::{self, NamedPart, Thing};
use crate::guide::{Entry, EntryKind, FilmIndex, Guide, Section};
use crate::text::fold::fold;

/// A part of a guide that can be opened.
#[derive(Clone, Copy, Debug)]
pub(super) enum FoundPart<'a> {
    /// A section.
    Section(&'a Guide, &'a Section),
    /// An entry.
    Entry(&'a Guide, &'a Entry),
}

/// A name that is not exact opens what it is most like, from this likeness on, 0 to 1 …
const ALIKE: f64 = 0.65;
/// … and where nothing else is nearly as much like it.
const LEAD: f64 = 0.25;

/// Returns the section or entry that somebody named.
pub(super) fn part<'a>(
    context: &ChatContext<'a>,
    film: Option<FilmIndex>,
    typed: &str,
) -> Option<FoundPart<'a>> {
    let exact = |guide: &'a Guide, id: &str| {
        let section = guide
            .section(id)
            .map(|section| FoundPart::Section(guide, section));
        section.or_else(|| guide.entry(id).map(|entry| FoundPart::Entry(guide, entry)))
    };
    offered(context, film, typed, exact).or_else(|| {
        let parts = offer::parts(context, film);
        let labelled = offer::labelled(context, &parts, typed).cloned();
        labelled
            .or_else(|| alike(context, &parts, typed))
            .and_then(|one| one.found(context))
    })
}

/// Returns the question that somebody named.
pub(super) fn question<'a>(
    context: &ChatContext<'a>,
    film: Option<FilmIndex>,
    typed: &str,
) -> Option<(&'a Guide, &'a Entry)> {
    let exact = |guide: &'a Guide, id: &str| {
        let entry = guide
            .entry(id)
            .or_else(|| guide.entry(&format!("faq/{id}")));
        let entry = entry.filter(|entry| matches!(entry.kind, EntryKind::Faq { .. }));
        entry.map(|entry| FoundPart::Entry(guide, entry))
    };
    let found = offered(context, film, typed, exact).or_else(|| {
        let questions = offer::questions(context, film);
        offer::labelled(context, &questions, typed)?.found(context)
    });
    match found {
        Some(FoundPart::Entry(guide, entry)) => Some((guide, entry)),
        _ => None,
    }
}

/// Returns up to three parts that somebody may have meant, best first.
pub(super) fn nearest(
    context: &ChatContext<'_>,
    film: Option<FilmIndex>,
    typed: &str,
) -> Vec<NamedPart> {
    let parts = offer::parts(context, film);
    let mut nearest = offer::ranked(context, film, parts, typed);
    nearest.truncate(crate::answer::MAX_SUGGESTED);
    nearest
}

/// Returns what was offered while somebody typed, or what has exactly this id.
fn offered<'a>(
    context: &ChatContext<'a>,
    film: Option<FilmIndex>,
    typed: &str,
    exact: impl Fn(&'a Guide, &str) -> Option<FoundPart<'a>>,
) -> Option<FoundPart<'a>> {
    let in_film = match ChoiceValue::parse(typed)? {
        ChoiceValue::Key(key) => {
            let (guide, entry) = context.entry_of(key)?;
            return Some(FoundPart::Entry(guide, entry));
        }
        ChoiceValue::Id { film, id } => film.and_then(|film| {
            let mut films = context.films();
            let (_, guide) = films.find(|(_, guide)| guide.id.as_str() == film)?;
            exact(guide, id)
        }),
    };
    in_film.or_else(|| offer::scope(context, film).find_map(|(_, guide)| exact(guide, typed)))
}

/// Returns the candidate with this title, or the only one that is much like it.
fn alike(context: &ChatContext<'_>, candidates: &[NamedPart], typed: &str) -> Option<NamedPart> {
    let folded = fold(typed);
    let same = candidates.iter().find(|one| fold(&one.title) == folded);
    if let Some(same) = same {
        return Some(same.clone());
    }
    match offer::by_title(candidates, typed)[..] {
        [(best, one)] if best >= ALIKE => Some(one.clone()),
        [(best, one), (second, _), ..] if best >= ALIKE && best - second >= LEAD => {
            Some(one.clone())
        }
        _ => None,
    }
    .filter(|one| one.found(context).is_some())
}

impl NamedPart {
    /// Returns the part itself.
    pub(super) fn found<'a>(&self, context: &ChatContext<'a>) -> Option<FoundPart<'a>> {
        let guide = context.library.guide(self.film)?;
        Some(match self.thing {
            Thing::Section => FoundPart::Section(guide, guide.section(&self.id)?),
            Thing::Entry => FoundPart::Entry(guide, guide.entry(&self.id)?),
        })
    }
}
