//! Turns a sound draft into a guide.

use std::sync::Arc;

use super::draft::{
    Draft, DraftEntry, DraftFilm, DraftSection, DraftValue, Located, NO_ANSWER, Text,
};
use crate::guide::{
    CastMember, Check, Entry, EntryId, EntryKind, FAQ_SECTION, FactKind, FactValue, Facts, Film,
    FilmId, Guide, Section, Spoiler,
};

/// Builds the guide of a draft in which nothing was found wrong; `None` where something is missing after all.
pub(super) fn guide(id: FilmId, draft: &Draft) -> Option<Guide> {
    let sections: Option<Vec<Section>> = draft.sections.iter().map(section).collect();
    let faqs: Option<Vec<Entry>> = draft
        .faqs
        .iter()
        .map(|faq| entry(FAQ_SECTION, faq, Spoiler::None))
        .collect();
    let film = film(&draft.film);
    let guide = Guide::new(id, film, sections?, faqs?, checks(draft));
    Some(with_current_ids(guide))
}

/// Replaces former ids in references by those of today, so that nobody else has to look them up.
fn with_current_ids(mut guide: Guide) -> Guide {
    let has_former_ids = |section: &Section| {
        let mut entries = section.entries.iter();
        !section.also_id.is_empty() || entries.any(|entry| !entry.also_id.is_empty())
    };
    if !guide.sections.iter().any(has_former_ids) {
        return guide;
    }
    let before = guide.clone();
    let current = |id: &mut EntryId| {
        if let Some(entry) = before.entry(id.as_str()) {
            *id = entry.id.clone();
        }
    };
    let answers = Arc::make_mut(&mut guide.checks).iter_mut();
    answers
        .flat_map(|check| &mut check.answers)
        .for_each(current);
    let sections = guide.sections.iter_mut();
    for entry in sections.flat_map(|section| &mut section.entries) {
        let entry = Arc::make_mut(entry);
        if let EntryKind::Faq { section, sums_up } = &mut entry.kind {
            sums_up.iter_mut().for_each(current);
            if let Some(now) = section.as_deref().and_then(|id| before.section(id)) {
                *section = Some(now.id.clone());
            }
        }
    }
    guide
}

/// Builds the film of a draft, sound or not: what is missing stays empty.
pub(super) fn film(draft: &DraftFilm) -> Film {
    let year = draft.year.as_ref();
    let year = year.and_then(|year| year.value.try_into().ok());
    Film {
        title: line(draft.title.as_ref()).unwrap_or_default(),
        year,
        note: line(draft.note.as_ref()),
        also: lines(&draft.also),
        facts: facts(draft, year),
        ask: draft
            .ask
            .iter()
            .map(|(fact, ask)| (fact.kind, lines(ask)))
            .collect(),
        source: line(draft.source.as_ref()),
        reviewed: draft.reviewed.as_ref().map(|date| date.value),
    }
}

/// Returns the facts of a film; its year answers when it came out, where nothing more is known.
fn facts(draft: &DraftFilm, year: Option<u16>) -> Facts {
    let facts = draft.facts.iter();
    let facts = facts.filter_map(|(fact, value)| Some((fact.kind, fact_value(value)?)));
    let year = year.map(|year| (FactKind::ReleaseDate, FactValue::Year(year)));
    year.into_iter().chain(facts).collect()
}

fn fact_value(draft: &DraftValue) -> Option<FactValue> {
    match draft {
        DraftValue::List(texts) => filled(lines(texts)).map(FactValue::List),
        DraftValue::Cast(members) => {
            let members = members.iter().filter_map(|member| {
                Some(CastMember {
                    actor: line(member.actor.as_ref())?,
                    role: line(member.role.as_ref()),
                })
            });
            filled(members.collect()).map(FactValue::Cast)
        }
        DraftValue::Minutes(minutes) => minutes.value.try_into().ok().map(FactValue::Minutes),
        DraftValue::Text(text) => line(Some(text)).map(FactValue::Text),
    }
}

fn filled<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

fn section(draft: &DraftSection) -> Option<Section> {
    let id = draft.own.id.as_ref()?.value.clone();
    let spoiler = spoiler(draft.own.spoiler.as_ref(), Spoiler::None)?;
    let entries: Option<Vec<Entry>> = if draft.is_one_text() {
        let text = entry_with_id(EntryId::parse(&id).ok()?, &draft.own, spoiler)?;
        // The section's former ids are the section's; `Guide::entry` knows that they lead to its text.
        Some(vec![Entry {
            also_id: Vec::new(),
            ..text
        }])
    } else {
        let entries = draft.entries.iter();
        entries.map(|one| entry(&id, one, spoiler)).collect()
    };
    Some(Section {
        title: line(draft.own.title.as_ref())?,
        also_id: lines(&draft.own.also_id),
        entries: entries?.into_iter().map(Arc::new).collect(),
        id,
    })
}

fn entry(section: &str, draft: &DraftEntry, inherited: Spoiler) -> Option<Entry> {
    let name = &draft.id.as_ref()?.value;
    let id = EntryId::parse(&format!("{section}/{name}")).ok()?;
    entry_with_id(id, draft, inherited)
}

fn entry_with_id(id: EntryId, draft: &DraftEntry, inherited: Spoiler) -> Option<Entry> {
    let kind = if id.section() == FAQ_SECTION {
        EntryKind::Faq {
            section: line(draft.section.as_ref()),
            sums_up: draft
                .sums_up
                .as_ref()
                .and_then(|id| EntryId::parse(&id.value).ok()),
        }
    } else {
        EntryKind::Text
    };
    let also_id = draft.also_id.iter();
    Some(Entry {
        also_id: also_id
            .filter_map(|old| EntryId::parse(&full_id(id.section(), &old.value)).ok())
            .collect(),
        title: line(draft.title.as_ref())?,
        ask: lines(&draft.ask),
        topics: lines(&draft.topics),
        spoiler: spoiler(draft.spoiler.as_ref(), inherited)?,
        text: draft.text.as_ref().map(|_| draft.tree.clone())?,
        kind,
        id,
    })
}

fn checks(draft: &Draft) -> Vec<Check> {
    let checks = draft.checks.iter().filter_map(|check| {
        let ask = check.ask.as_ref()?;
        let answers = check.answer.iter().filter(|id| id.value != NO_ANSWER);
        Some(Check {
            ask: ask.value.trim().to_owned(),
            answers: answers
                .filter_map(|id| EntryId::parse(&id.value).ok())
                .collect(),
            offset: ask.span.start,
        })
    });
    checks.collect()
}

/// Returns an entry's former id in full: a bare name is one in the entry's own section.
pub(super) fn full_id(section: &str, id: &str) -> String {
    if id.contains('/') {
        id.to_owned()
    } else {
        format!("{section}/{id}")
    }
}

fn spoiler(level: Option<&Text>, otherwise: Spoiler) -> Option<Spoiler> {
    match level {
        Some(level) => Spoiler::parse(&level.value),
        None => Some(otherwise),
    }
}

fn line(text: Option<&Text>) -> Option<String> {
    let text = text?.value.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn lines(texts: &[Located<String>]) -> Vec<String> {
    texts
        .iter()
        .map(|text| text.value.trim().to_owned())
        .collect()
}
