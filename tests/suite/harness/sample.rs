//! A guide of an invented film as plain data: one entry of every kind and every spoiler level.

use std::sync::Arc;

use frontrow::guide::{
    CastMember, Date, Entry, EntryId, EntryKind, FactKind, FactValue, Film, FilmId, Guide, Section,
    Spoiler,
};
use frontrow::markup;

/// Returns the guide; the same for every film but for its id, title and year.
pub(crate) fn guide(id: &str, title: &str, year: u16) -> Guide {
    let introduction =
        "A film about bread. See <entry:story/end>, [who made it](entry:facts/director).";
    let own = vec![
        section(
            "introduction",
            "Introduction",
            vec![entry(
                "introduction",
                "Introduction",
                Spoiler::None,
                introduction,
            )],
        ),
        section(
            "story",
            "The Story",
            vec![
                entry(
                    "story/people",
                    "People",
                    Spoiler::Mild,
                    "Mina and the baker.",
                ),
                entry(
                    "story/end",
                    "The End [of it]",
                    Spoiler::Ending,
                    "The bakery burns down.",
                ),
            ],
        ),
    ];
    let faqs = vec![
        faq("faq/sad", "Is it sad?", Some("story")),
        faq("faq/bread", "Is there bread?", None),
    ];
    let id = FilmId::parse(id).expect("a film id");
    Guide::new(id, film(title, year), own, faqs, Vec::new())
}

fn film(title: &str, year: u16) -> Film {
    let member = |actor: &str, role: &str| CastMember {
        actor: actor.to_owned(),
        role: Some(role.to_owned()),
    };
    let facts = [
        (
            FactKind::Director,
            FactValue::List(vec!["Cy Vane".to_owned()]),
        ),
        (
            FactKind::Cast,
            FactValue::Cast(vec![
                member("Ada Bell", "Mina"),
                member("Joe Marsh", "The Baker"),
            ]),
        ),
    ];
    Film {
        title: title.to_owned(),
        year: Some(year),
        facts: facts.into_iter().collect(),
        reviewed: Some(Date {
            year: 2026,
            month: 11,
            day: 23,
        }),
        ..Film::default()
    }
}

fn section(id: &str, title: &str, entries: Vec<Entry>) -> Section {
    Section {
        id: id.to_owned(),
        title: title.to_owned(),
        also_id: Vec::new(),
        entries: entries.into_iter().map(Arc::new).collect(),
    }
}

fn entry(id: &str, title: &str, spoiler: Spoiler, text: &str) -> Entry {
    Entry {
        id: EntryId::opaque(id),
        also_id: Vec::new(),
        title: title.to_owned(),
        ask: Vec::new(),
        topics: Vec::new(),
        spoiler,
        text: markup::parse(text),
        kind: EntryKind::Text,
    }
}

fn faq(id: &str, title: &str, section: Option<&str>) -> Entry {
    Entry {
        kind: EntryKind::Faq {
            section: section.map(str::to_owned),
            sums_up: None,
        },
        ..entry(id, title, Spoiler::None, "Yes.")
    }
}
