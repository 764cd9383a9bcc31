//! Makes replies of decisions and entries.

use super::{Answered, Choice, MAX_CHOICES, Reply, SectionRef, Settings, entry_links, link, texts};
use crate::answer::{Answer, Decision, Hit};
use crate::guide::{Entry, Guide};

/// Puts a decision into words.
pub fn reply(guides: &[Guide], answer: &Answer, settings: &Settings<'_>) -> Reply {
    let found = |hit: &Hit| {
        let guide = guides.get(hit.film)?;
        Some((guide, guide.entry(hit.entry.as_str())?))
    };
    match answer.decision {
        Decision::Confident => {
            let hit = answer.hits.first();
            match hit.and_then(|hit| Some((hit, found(hit)?))) {
                Some((hit, (guide, entry))) => {
                    Reply::Answered(Box::new(answered(guide, entry, &hit.cast, settings)))
                }
                None => unknown(),
            }
        }
        Decision::Suggest => suggestions(&answer.hits, found),
        Decision::Unknown => unknown(),
    }
}

/// Returns an entry as it is shown to somebody who chose it.
pub fn entry(guide: &Guide, entry: &Entry, settings: &Settings<'_>) -> Answered {
    answered(guide, entry, &[], settings)
}

/// Returns an entry as the answer to a question about `cast`, some members of the film's cast.
pub fn answered(guide: &Guide, entry: &Entry, cast: &[usize], settings: &Settings<'_>) -> Answered {
    let base = settings.public_url;
    let reading = entry.reading_section();
    let section_title = |id: &str| {
        guide
            .section(id)
            .map_or_else(|| id.to_owned(), |section| section.title.clone())
    };
    let text =
        cast_text(guide, cast).unwrap_or_else(|| entry_links::resolve(guide, base, &entry.text));
    let mut breadcrumb = vec![guide.film.label(), section_title(entry.id.section())];
    if entry.id.name().is_some() {
        breadcrumb.push(entry.title.clone());
    }
    Answered {
        film: guide.id.clone(),
        entry: entry.id.clone(),
        title: entry.title.clone(),
        body: settings.spoilers.body(entry.spoiler, text),
        breadcrumb,
        section: SectionRef {
            id: reading.to_owned(),
            title: section_title(reading),
            link: link::section(base, &guide.id, reading),
        },
        link: link::entry(base, &guide.id, &entry.id),
        spoiler: entry.spoiler,
        reviewed: guide.film.reviewed,
    }
}

/// Returns the sentences on the members of the cast that were asked about.
fn cast_text(guide: &Guide, cast: &[usize]) -> Option<String> {
    let lines: Vec<String> = cast
        .iter()
        .filter_map(|&index| guide.film.facts.cast.get(index))
        .map(|member| texts::plays(&member.actor, &member.role))
        .collect();
    (!lines.is_empty()).then(|| lines.join("\n\n"))
}

fn suggestions<'a>(hits: &[Hit], found: impl Fn(&Hit) -> Option<(&'a Guide, &'a Entry)>) -> Reply {
    let found: Vec<_> = hits
        .iter()
        .filter_map(|hit| Some((hit.confidence, found(hit)?)))
        .take(MAX_CHOICES)
        .collect();
    let Some((_, (first, _))) = found.first() else {
        return unknown();
    };
    let several = found.iter().any(|(_, (guide, _))| guide.id != first.id);
    let choices = found
        .iter()
        .map(|(confidence, (guide, entry))| Choice {
            film: guide.id.clone(),
            entry: entry.id.clone(),
            title: if several {
                texts::of_film(&guide.film.label(), &entry.title)
            } else {
                entry.title.clone()
            },
            confidence: *confidence,
        })
        .collect();
    Reply::Suggestions {
        line: texts::DID_YOU_MEAN,
        choices,
    }
}

fn unknown() -> Reply {
    Reply::Unknown {
        line: texts::NO_ANSWER,
    }
}
