//! Whatever edits there are, in whatever order: nothing panics, what holds makes a sound guide, and a guide file with the
//! edits written into it is read as the guide that they make.

use std::sync::Arc;

use frontrow::content::edits::{
    Edit, EntryEdit, FactEdit, FaqEdit, FilmEdit, GuideChange, HiddenEntry, LaidOver,
    NewCastMember, NewFactValue, TaughtPhrasing, edited_library, judge_edit, lay_over_file,
    lay_over_guide,
};
use frontrow::content::{Severity, SourceFile, judge};
use frontrow::guide::{EntryId, FACTS, Guide, Spoiler};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;
use proptest::{option, prop_assert, prop_assert_eq};

use crate::harness::edits::{FILM, KEPT, film_id, kept};
use crate::harness::guides::TODAY;

/// Ids of entries that are there, were there, may come, and never will.
const IDS: [&str; 14] = [
    "story/setting",
    "story/ending",
    "plot/setting",
    "story/new",
    "making/new",
    "music",
    "making",
    "faq/sad",
    "faq/new",
    "facts/director",
    "facts/release-date",
    "facts/gross",
    "faq",
    "facts/nothing",
];
/// Parts of texts, and what is hard about them.
const PARTS: [&str; 22] = [
    "a word ",
    "where is it set",
    "**",
    "`",
    "[see](entry:story/setting)",
    "[see](entry:story/new)",
    "<b>",
    "||",
    "@everyone",
    "\n\n",
    "\r\n",
    "\"\"\"",
    "'''",
    "\\",
    "\u{7}",
    "\u{202e}",
    "\u{feff}",
    "# not a comment",
    "https://a.example ",
    "- item\n",
    "= ",
    "]]",
];

fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => select(&PARTS[..]).prop_map(str::to_owned),
        3 => "[A-Za-z ?]{1,30}",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(part, 0..5).prop_map(|parts| parts.concat())
}

/// Texts that are sound more often than not.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[A-Z][a-z]{1,8} [a-z]{1,12} [a-z]{2,9}", 1 => text()]
}

fn lines() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(line(), 0..4)
}

fn id() -> impl Strategy<Value = EntryId> {
    select(&IDS[..]).prop_map(EntryId::opaque)
}

fn spoiler() -> impl Strategy<Value = Spoiler> {
    select(&Spoiler::ALL[..])
}

fn topics() -> impl Strategy<Value = Vec<String>> {
    prop_oneof![
        5 => Just(Vec::new()),
        1 => Just(vec!["setting".to_owned()]),
        1 => Just(vec!["weather".to_owned()]),
    ]
}

fn entry() -> impl Strategy<Value = GuideChange> {
    let parts = (
        id(),
        option::of(line()),
        any::<bool>(),
        line(),
        lines(),
        topics(),
        spoiler(),
        line(),
    );
    parts.prop_map(
        |(entry, new_section, replaces, title, ask, topics, spoiler, text)| {
            GuideChange::Entry(EntryEdit {
                entry,
                new_section,
                replaces,
                title,
                ask,
                topics,
                spoiler,
                text,
            })
        },
    )
}

fn faq() -> impl Strategy<Value = GuideChange> {
    let ids = select(&["faq/sad", "faq/new", "faq/newer"][..]).prop_map(EntryId::opaque);
    let sections =
        option::of(select(&["story", "plot", "music", "nowhere"][..]).prop_map(str::to_owned));
    let parts = (
        ids,
        any::<bool>(),
        line(),
        lines(),
        topics(),
        sections,
        spoiler(),
        line(),
    );
    parts.prop_map(
        |(entry, replaces, question, ask, topics, section, spoiler, answer)| {
            GuideChange::Faq(FaqEdit {
                entry,
                replaces,
                question,
                ask,
                topics,
                section,
                spoiler,
                answer,
            })
        },
    )
}

fn fact() -> impl Strategy<Value = GuideChange> {
    let member =
        (line(), option::of(line())).prop_map(|(actor, role)| NewCastMember { actor, role });
    let value = prop_oneof![
        any::<u32>().prop_map(NewFactValue::Minutes),
        line().prop_map(NewFactValue::Text),
        lines().prop_map(NewFactValue::List),
        proptest::collection::vec(member, 1..3).prop_map(NewFactValue::Cast),
    ];
    (0..FACTS.len(), option::of(value)).prop_map(|(at, value)| {
        GuideChange::Fact(FactEdit {
            fact: FACTS[at].kind,
            value,
        })
    })
}

fn change() -> impl Strategy<Value = GuideChange> {
    prop_oneof![
        4 => entry(),
        2 => faq(),
        2 => fact(),
        2 => id().prop_map(|entry| GuideChange::Hide(HiddenEntry { entry })),
        3 => (id(), line()).prop_map(|(entry, text)| GuideChange::Phrasing(TaughtPhrasing { entry, text })),
        1 => (line(), option::of(1800_u16..2200), option::of(line()), lines()).prop_map(
            |(title, year, note, also)| GuideChange::Film(FilmEdit { title, year, note, also })
        ),
    ]
}

fn edits(film: &'static str) -> impl Strategy<Value = Vec<Edit>> {
    let edit = change().prop_map(move |change| Edit {
        film: film_id(film),
        change,
    });
    proptest::collection::vec(edit, 1..7)
}

fn over_file(text: &str, edits: &[Edit]) -> LaidOver {
    let file = SourceFile::new(format!("{FILM}.toml").as_ref(), text);
    lay_over_file(file, edits).expect("a sound file")
}

/// Leaves out where the checks stand in their file.
fn without_places(guide: Option<Guide>) -> Option<Guide> {
    guide.map(|mut guide| {
        Arc::make_mut(&mut guide.checks)
            .iter_mut()
            .for_each(|check| check.offset = 0);
        guide
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn what_holds_makes_a_sound_guide_that_is_read_back(edits in edits(FILM)) {
        let laid_over = over_file(&kept(), &edits);
        prop_assert!(laid_over.guide.is_some(), "{}", laid_over.text);
        let file = SourceFile::new(format!("{FILM}.toml").as_ref(), &laid_over.text);
        let found = judge(file, TODAY);
        prop_assert_eq!(found.count(Severity::Error), 0, "{}", found.render(false));
        // Written into the file, the edits that hold change nothing more.
        let parked: Vec<usize> = laid_over.parked.iter().map(|parked| parked.number).collect();
        let held = edits.iter().enumerate().filter(|(number, _)| !parked.contains(number));
        let held: Vec<Edit> = held.map(|(_, edit)| edit.clone()).collect();
        let read = over_file(&laid_over.text, &[]);
        prop_assert_eq!(&read.guide, &laid_over.guide);
        let once = over_file(&kept(), &held);
        prop_assert_eq!(&once.text, &laid_over.text);
        // The guide without its file takes the same edits.
        let guide = KEPT.guides()[0].as_ref();
        let of_guide = lay_over_guide(&film_id(FILM), Some(guide), &edits);
        prop_assert_eq!(without_places(of_guide.guide), without_places(laid_over.guide));
        for edit in &edits {
            let read = Edit::from_payload(&edit.to_payload());
            prop_assert_eq!(read.as_ref(), Ok(edit));
        }
    }

    #[test]
    fn an_edit_without_problems_holds(edits in edits(FILM)) {
        for edit in &edits {
            let (problems, guide) = judge_edit(&KEPT, edit);
            let has_errors = problems.iter().any(|problem| problem.severity == Severity::Error);
            prop_assert_eq!(guide.is_none(), has_errors || problems.iter().any(|one| one.code == "no-change"));
            if guide.is_some() {
                let laid_over = over_file(&kept(), std::slice::from_ref(edit));
                prop_assert_eq!(&laid_over.parked, &[]);
                prop_assert_eq!(without_places(laid_over.guide), without_places(guide));
            }
        }
    }

    #[test]
    fn libraries_with_any_edits_can_be_asked(mut edits in edits(FILM), begun in edits("glass-boat")) {
        edits.extend(begun);
        let edited = edited_library(&KEPT, &edits);
        let library = edited.library.as_ref().unwrap_or(&KEPT);
        for text in ["where is it set", "how does it end", "who directed it", "Nils Ekman", "xyzzy"] {
            let question = frontrow::answer::ScopedQuestion { text, ..Default::default() };
            let answer = library.ask(&question);
            for hit in answer.hits.iter().chain(&answer.others) {
                prop_assert!(library.entry(hit).is_some(), "{hit:?}");
            }
            library.explain(&question);
        }
    }
}
