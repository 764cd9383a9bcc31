//! Links: all that pages and replies make lead to a page that is there and an anchor that it has.

use std::sync::Arc;

use frontrow::guide::{Entry, EntryId, EntryKind, Film, FilmId, Guide, Section, Spoiler};
use frontrow::library::Library;
use frontrow::markup;
use frontrow::reply::{self, Settings};
use frontrow::web::{ExportOptions, LinkCheck, export};

use crate::harness::asking::{RED_ROCKET, SAMPLES};
use crate::harness::guides::{Folder, samples};
use crate::harness::program::project;
use crate::harness::site::Served;

/// Makes all files of an export and looks where their links lead.
#[track_caller]
fn exported(library: &Library, options: &ExportOptions) -> LinkCheck {
    let taken = export(library, options, |check: &mut LinkCheck, file| {
        if file.is_page {
            check.add_page(&file.path, &file.text);
        } else {
            check.add_file(&file.path);
        }
        anyhow::Ok(())
    });
    let check = LinkCheck::joined(taken.expect("pages"));
    assert_eq!(check.broken(), Vec::<String>::new());
    check
}

/// Returns the addresses that replies send to an entry and its section.
fn addresses(guide: &Guide, entry: &Entry) -> [String; 2] {
    let shown = reply::entry(guide, entry, &Settings::default());
    [shown.link, shown.section.link]
}

/// Returns all pages that a server has for a library, by their paths.
fn paths(library: &Library) -> Vec<String> {
    let films = library.guides().iter().flat_map(|guide| {
        let sections = guide
            .sections
            .iter()
            .map(|section| format!("{}/{}", guide.id, section.id));
        std::iter::once(guide.id.to_string()).chain(sections)
    });
    [String::new()].into_iter().chain(films).collect()
}

#[test]
fn everything_that_is_served_leads_somewhere() {
    for folder in [project("faq"), samples()] {
        let served = Served::folder(&folder);
        let library = served.live.current();
        let mut check = LinkCheck::default();
        for path in paths(&library) {
            check.add_page(&path, served.get(&format!("/{path}")).is(200).text());
        }
        for path in ["ask", "chat"] {
            let page = served.get(&format!("/{path}?q=hello")).is(200);
            check.add_page(path, page.text());
        }
        for file in ["style.css", "icon.svg", "chat.js"] {
            served.get(&format!("/{file}")).is(200);
            check.add_file(file);
        }
        assert_eq!(check.broken(), Vec::<String>::new());
        for guide in library.guides() {
            for entry in guide.entries() {
                for address in addresses(guide, entry) {
                    let address = address.trim_start_matches('/');
                    assert!(check.has(address), "{address}");
                }
            }
        }
    }
}

#[test]
fn former_ids_lead_to_an_anchor() {
    let served = Served::folder(&samples());
    let library = served.live.current();
    let mut n_former = 0;
    for guide in library.guides() {
        let sections = guide.sections.iter();
        for (section, entry) in
            sections.flat_map(|section| section.entries.iter().map(move |entry| (section, entry)))
        {
            for id in Guide::ids_of(section, entry) {
                let id = EntryId::opaque(&id);
                let address = format!("/{}/{}", guide.id, id.section());
                let response = served.get(&address);
                let page = match response.header("location") {
                    Some(location) => served.get(location.trim_start_matches("..")).is(200),
                    None => response.is(200),
                };
                let anchor = id.name().map(|name| format!(" id=\"{name}\""));
                assert!(
                    anchor.is_none_or(|anchor| page.text().contains(&anchor)),
                    "{} {id}",
                    guide.id
                );
                n_former += 1;
            }
        }
    }
    assert!(n_former > 10, "{n_former}");
}

#[test]
fn everything_that_is_exported_leads_somewhere() {
    for library in [&*RED_ROCKET, &*SAMPLES] {
        for base_url in [None, Some("https://films.example/guides".to_owned())] {
            let options = ExportOptions {
                base_url,
                ..ExportOptions::default()
            };
            let check = exported(library, &options);
            for guide in library.guides() {
                for entry in guide.entries() {
                    for address in addresses(guide, entry) {
                        let (page, anchor) = address.split_once('#').unwrap_or((&address, ""));
                        let page = format!("{}/index.html", page.trim_start_matches('/'));
                        assert!(check.has(&page), "{page}");
                        assert!(
                            anchor.is_empty() || check.has(&format!("{page}#{anchor}")),
                            "{address}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_thousand_guides_are_no_other() {
    let check = exported(&thousand(), &ExportOptions::default());
    assert!(check.n_links() > 50_000, "{}", check.n_links());
    assert!(check.has("film-999/part-2/index.html#entry-1"));
}

/// Returns a library of a thousand guides whose entries link to each other.
fn thousand() -> Library {
    let guides = (0..1_000).map(|film| {
        let sections = (0..3).map(|section| Section {
            id: format!("part-{section}"),
            title: format!("Part {section}"),
            also_id: vec![format!("chapter-{section}")],
            entries: (0..2)
                .map(|entry| Arc::new(linked(section, entry)))
                .collect(),
        });
        let film_id = FilmId::parse(&format!("film-{film}")).expect("an id");
        let film = Film {
            title: format!("Film {film}"),
            ..Film::default()
        };
        Guide::new(film_id, film, sections.collect(), Vec::new(), Vec::new())
    });
    Library::build(guides.collect(), &[])
}

fn linked(section: usize, entry: usize) -> Entry {
    let next = format!("part-{}/entry-{}", (section + 1) % 3, 1 - entry);
    Entry {
        id: EntryId::opaque(&format!("part-{section}/entry-{entry}")),
        also_id: vec![EntryId::opaque(&format!("part-{section}/old-{entry}"))],
        title: format!("Entry {entry}"),
        ask: Vec::new(),
        topics: Vec::new(),
        spoiler: Spoiler::None,
        text: markup::parse(&format!("It goes on [there](entry:{next}).")),
        kind: EntryKind::Text,
    }
}

#[test]
fn a_film_cannot_have_the_address_of_the_programs_own_pages() {
    let text = crate::harness::guides::SOUND;
    for name in ["ask.toml", "chat.toml", "api.toml", "metrics.toml"] {
        let loaded = Folder::new().file(name, text).load();
        let codes: Vec<String> = loaded
            .diagnostics()
            .iter()
            .map(|one| one.code.to_string())
            .collect();
        assert!(
            codes.iter().any(|code| code == "reserved-id"),
            "{name}: {codes:?}"
        );
    }
}
