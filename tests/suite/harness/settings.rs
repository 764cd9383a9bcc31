//! The settings of a server as plain data: views, choices, pages, and whether these fit.

use frontrow::chat::settings::{
    ChannelFacts, ChannelKind, SettingsAction, SettingsChange, SettingsChoice, SettingsId,
    SettingsOutcome, SettingsView, change, settings_page,
};
use frontrow::chat::{Action, ChannelId, Panel, PanelRow, SelectKind};
use frontrow::guide::{EntryId, FilmId, RoleId, ServerId};
use frontrow::library::Library;
use frontrow::reply::{SpoilerPolicy, limits};
use frontrow::store::records::{
    ChannelMode, ChannelSettings, ChannelSpoilers, Day, FilmEntry, NewTrialAnswer, ServerSettings,
    TrialAnswer, TrialId, TrialPage, Verdict,
};
use std::collections::BTreeSet;

use super::asking::SAMPLES;
use super::sample;

pub(crate) const SERVER: ServerId = ServerId(u64::MAX);
pub(crate) const HERE: ChannelId = ChannelId(u64::MAX - 1);
pub(crate) const PARENT: ChannelId = ChannelId(u64::MAX - 2);

pub(crate) fn view<'a>(library: &'a Library, settings: &'a ServerSettings) -> SettingsView<'a> {
    SettingsView {
        library,
        server: SERVER,
        settings,
        spoilers: SpoilerPolicy::Hide,
        film: None,
        retention_days: 30,
    }
}

pub(crate) fn facts(kind: ChannelKind) -> ChannelFacts {
    ChannelFacts {
        id: HERE,
        kind,
        parent: (kind == ChannelKind::Thread).then_some(PARENT),
        default_mode: ChannelMode::Called,
    }
}

/// A choice of somebody who manages the server, where the bot reads all messages.
pub(crate) fn choice<'a>(
    action: SettingsAction,
    values: &'a [String],
    channel: &'a ChannelFacts,
) -> SettingsChoice<'a> {
    SettingsChoice {
        action,
        values,
        channel: Some(channel),
        here: HERE,
        reads_messages: true,
        manages_server: true,
    }
}

/// Returns what a choice about a channel of a kind changes.
pub(crate) fn chosen(
    settings: &ServerSettings,
    kind: ChannelKind,
    action: SettingsAction,
    values: &[&str],
) -> Result<SettingsChange, &'static str> {
    let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
    let facts = facts(kind);
    change(&view(&SAMPLES, settings), &choice(action, &values, &facts))
}

/// Returns the settings of the channel after a choice about it.
pub(crate) fn of_channel(
    settings: &ServerSettings,
    kind: ChannelKind,
    action: SettingsAction,
    value: &str,
) -> Result<ChannelSettings, &'static str> {
    match chosen(settings, kind, action, &[value])? {
        SettingsChange::Channel(HERE, settings) => Ok(settings),
        other => panic!("{other:?}"),
    }
}

/// Returns the page that follows a choice about the channel.
pub(crate) fn page(
    library: &Library,
    settings: &ServerSettings,
    kind: ChannelKind,
    action: SettingsAction,
    trials: Option<&TrialPage>,
) -> Panel {
    let facts = facts(kind);
    let choice = choice(action, &[], &facts);
    let view = view(library, settings);
    settings_page(&view, &choice, SettingsOutcome::Shown, trials)
}

pub(crate) const OPEN_CHANNEL: SettingsAction = SettingsAction::Channel {
    channel: HERE,
    page: 0,
};

/// Checks a panel against Discord's limits, and that its ids are read back and are of this server.
#[track_caller]
pub(crate) fn fits(panel: &Panel) {
    let length = panel.text.chars().count();
    assert!(
        (1..=limits::CONTENT).contains(&length),
        "{length}: {panel:#?}"
    );
    assert!((1..=5).contains(&panel.rows.len()), "{panel:#?}");
    let mut states = BTreeSet::new();
    let mut note = |state: &str| {
        assert!(state.len() <= limits::CUSTOM_ID, "{state}");
        let id = SettingsId::parse(state).expect(state);
        assert_eq!(id.server, SERVER);
        assert!(
            states.insert(state.to_owned()),
            "{state} twice in {panel:#?}"
        );
    };
    for row in &panel.rows {
        match row {
            PanelRow::Buttons(buttons) => {
                assert!(
                    (1..=limits::BUTTONS).contains(&buttons.len()),
                    "{buttons:#?}"
                );
                for button in buttons {
                    let Action::Press(state) = &button.action else {
                        panic!("{button:?}");
                    };
                    note(state);
                    assert!((1..=limits::BUTTON).contains(&button.label.chars().count()));
                }
            }
            PanelRow::Select(select) => {
                note(&select.state);
                assert!(select.min <= select.max && select.max >= 1, "{select:#?}");
                let SelectKind::Options(options) = &select.kind else {
                    continue;
                };
                assert!(
                    (1..=limits::CHOICES).contains(&options.len()),
                    "{select:#?}"
                );
                assert!(usize::from(select.max) <= options.len(), "{select:#?}");
                let values: BTreeSet<&str> = options.iter().map(|one| one.value.as_str()).collect();
                assert_eq!(values.len(), options.len(), "{select:#?}");
                let n_chosen = options.iter().filter(|one| one.is_chosen).count();
                assert!(n_chosen <= usize::from(select.max), "{select:#?}");
                for option in options {
                    let lengths = [&option.label, &option.value, &option.description];
                    assert!(lengths.iter().all(|text| text.chars().count() <= 100));
                }
            }
        }
    }
}

/// Sixty films, and a server that set everything there is for many channels.
pub(crate) fn large() -> (Library, ServerSettings) {
    let title = "A film whose title is as long as titles are, and a bit longer than that, number";
    let guides =
        (0..60).map(|n| sample::guide(&format!("film-{n}"), &format!("{title} {n}"), 1999));
    let library = Library::without_index(guides.collect());
    let films: Vec<FilmId> = library
        .guides()
        .iter()
        .map(|guide| guide.id.clone())
        .collect();
    let channel = |n: usize| ChannelSettings {
        mode: Some(ChannelMode::ALL[n % 4]),
        film: Some(films[n].clone()),
        spoilers: Some(ChannelSpoilers::EVERY[n % 3]),
        is_trial: true,
    };
    let mut settings = ServerSettings {
        films: films.clone(),
        moderator_role: Some(RoleId(u64::MAX)),
        plain_text: true,
        keep_questions: true,
        digest_channel: Some(ChannelId(u64::MAX)),
        ..ServerSettings::default()
    };
    for n in 0..60 {
        settings.set_channel(ChannelId(u64::MAX - n as u64), channel(n));
    }
    (library, settings)
}

pub(crate) fn trials(n: usize, text: &str) -> TrialPage {
    let answer = |id: usize| TrialAnswer {
        id: TrialId(i64::MAX - id as i64),
        answer: NewTrialAnswer {
            server: SERVER,
            channel: HERE,
            text: text.to_owned(),
            entry: FilmEntry {
                film: FilmId::parse("film-1").expect("an id"),
                entry: EntryId::opaque("facts/director"),
            },
            confidence: 0.914,
            day: Day(20_000),
        },
        verdict: [None, Some(Verdict::Right), Some(Verdict::Wrong)][id % 3],
    };
    TrialPage {
        answers: (0..n).map(answer).collect(),
        total: 14,
        right: 2,
        wrong: 1,
    }
}
