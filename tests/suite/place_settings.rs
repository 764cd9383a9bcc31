//! The settings of places at the front desk: what holds in a channel or thread, and what is saved and deleted.

use std::sync::Arc;

use frontrow::app::App;
use frontrow::chat::settings::{ChannelFacts, ChannelKind, SettingsAction, SettingsChoice};
use frontrow::chat::{ChannelId, ChannelInfo, Panel};
use frontrow::config::Config;
use frontrow::content::{LoadOptions, Reloader, load};
use frontrow::guide::{FilmId, ServerId};
use frontrow::health::Health;
use frontrow::reply::SpoilerPolicy;
use frontrow::store::Write;
use frontrow::store::records::{
    ChannelMode, ChannelSettings, ChannelSpoilers, Day, Ending, NewQuestion, QuestionQuery,
    ServerSettings, SettingsRecord,
};

use crate::harness::program::project;
use crate::harness::stores::runtime;

const SERVER: ServerId = ServerId(9);
const OTHER: ServerId = ServerId(10);
const CHANNEL: ChannelId = ChannelId(50);
const THREAD: ChannelId = ChannelId(60);

/// A front desk with the sample guide, where mild spoilers show unless something else is set.
fn app() -> App {
    let folder = project("tests/data/cli");
    let set = |name: &str| (name == "FRONTROW_SPOILERS").then(|| "mild".into());
    let config = Config::from_variables(set).expect("sound settings");
    let loaded = load(&folder, &LoadOptions::default()).lenient();
    let guides = Reloader::new(&folder, loaded.expect("sound guides"), Arc::default());
    App::new(&config, Arc::new(guides), Health::new())
}

/// Makes a choice of somebody who manages the server.
async fn choose(app: &App, action: SettingsAction, values: &[&str]) -> Panel {
    let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
    let channel = ChannelFacts {
        id: CHANNEL,
        kind: ChannelKind::Text,
        parent: None,
        default_mode: ChannelMode::Called,
    };
    let choice = SettingsChoice {
        action,
        values: &values,
        channel: Some(&channel),
        here: CHANNEL,
        reads_messages: true,
        manages_server: true,
    };
    app.choose_settings(SERVER, &choice).await
}

/// Returns what holds in the thread of the channel.
fn in_thread(app: &App) -> ChannelInfo {
    let known = ChannelInfo {
        parent: Some(CHANNEL),
        ..ChannelInfo::default()
    };
    app.channel_in(Some(SERVER), THREAD, known)
}

#[test]
fn a_thread_is_as_its_channel_where_nothing_is_set_for_it() {
    let app = app();
    let set = |channel, settings| {
        app.store.record(Write::SaveChannel {
            server: SERVER,
            channel,
            settings,
        });
    };
    let film = |id| FilmId::parse(id).ok();
    assert_eq!(
        in_thread(&app),
        ChannelInfo {
            server: Some(SERVER),
            parent: Some(CHANNEL),
            ..ChannelInfo::default()
        }
    );
    assert_eq!(
        app.settings_in(&in_thread(&app)).spoilers,
        SpoilerPolicy::Mild
    );
    let of_channel = ChannelSettings {
        mode: Some(ChannelMode::Ask),
        film: film("one"),
        spoilers: Some(ChannelSpoilers::All),
        is_trial: true,
    };
    set(CHANNEL, of_channel);
    let thread = in_thread(&app);
    assert_eq!(thread.mode, Some(ChannelMode::Ask));
    assert_eq!(
        (&thread.own_film, &thread.parent_film),
        (&None, &film("one"))
    );
    assert_eq!(thread.trial, Some(CHANNEL));
    assert_eq!(app.settings_in(&thread).spoilers, SpoilerPolicy::All);
    let of_thread = ChannelSettings {
        mode: Some(ChannelMode::Quiet),
        film: film("two"),
        spoilers: Some(ChannelSpoilers::Hide),
        is_trial: true,
    };
    set(THREAD, of_thread);
    let thread = in_thread(&app);
    assert_eq!(thread.mode, Some(ChannelMode::Quiet));
    assert_eq!(
        (&thread.own_film, &thread.parent_film),
        (&film("two"), &film("one"))
    );
    assert_eq!(thread.trial, Some(THREAD));
    assert_eq!(app.settings_in(&thread).spoilers, SpoilerPolicy::Hide);
    // The same numbers elsewhere, or where somebody writes to the bot alone, are other places.
    for server in [Some(OTHER), None] {
        let elsewhere = app.channel_in(server, THREAD, ChannelInfo::default());
        assert_eq!((elsewhere.mode, elsewhere.trial), (None, None));
        assert_eq!(app.settings_in(&elsewhere).spoilers, SpoilerPolicy::Mild);
    }
}

#[test]
fn choices_at_the_same_time_are_all_saved() {
    runtime().block_on(async {
        let app = app();
        tokio::join!(
            choose(&app, SettingsAction::SetPlain(true), &[]),
            choose(&app, SettingsAction::SetKeeping(true), &[]),
            choose(&app, SettingsAction::PickRole, &["5"]),
            choose(&app, SettingsAction::PickMode(CHANNEL), &["quiet"]),
            choose(&app, SettingsAction::PickSpoilers(CHANNEL), &["all"]),
        );
        let settings = app.store.settings(SERVER);
        assert!(
            settings.plain_text && settings.keep_questions,
            "{settings:?}"
        );
        assert_eq!(settings.moderator_role.map(|role| role.0), Some(5));
        let channel = settings.channel(CHANNEL);
        assert_eq!(channel.mode, Some(ChannelMode::Quiet));
        assert_eq!(channel.spoilers, Some(ChannelSpoilers::All));
    });
}

/// Keeps a question of a server.
fn keeps_question(app: &App, server: ServerId) {
    let question = NewQuestion {
        server,
        film: None,
        text: "who sings".to_owned(),
        key: "who sings".to_owned(),
        day: Day::today(),
        nearest: None,
        ending: Ending::Unknown,
    };
    app.store.record(Write::RecordQuestion {
        question,
        into: None,
    });
}

/// Returns how many questions of a server are kept.
async fn n_kept(app: &App, server: ServerId) -> u64 {
    let page = app
        .store
        .open_questions(QuestionQuery::new(server, 0))
        .await;
    page.expect("an answer").total
}

#[test]
fn to_stop_keeping_questions_deletes_those_of_the_server() {
    runtime().block_on(async {
        let app = app();
        choose(&app, SettingsAction::SetKeeping(true), &[]).await;
        for server in [SERVER, OTHER] {
            keeps_question(&app, server);
        }
        choose(&app, SettingsAction::SetPlain(true), &[]).await;
        assert_eq!(n_kept(&app, SERVER).await, 1);
        choose(&app, SettingsAction::SetKeeping(false), &[]).await;
        assert_eq!(
            (n_kept(&app, SERVER).await, n_kept(&app, OTHER).await),
            (0, 1)
        );
    });
}

#[test]
fn a_server_is_forgotten_with_all_that_was_kept_of_it() {
    runtime().block_on(async {
        let app = app();
        for server in [SERVER, OTHER] {
            keeps_question(&app, server);
            let settings = ServerSettings {
                plain_text: true,
                ..ServerSettings::default()
            };
            app.store
                .record(Write::SaveSettings(SettingsRecord { server, settings }));
        }
        app.forget_server(SERVER);
        assert_eq!(*app.store.settings(SERVER), ServerSettings::default());
        assert!(app.store.settings(OTHER).plain_text);
        assert_eq!(
            (n_kept(&app, SERVER).await, n_kept(&app, OTHER).await),
            (0, 1)
        );
    });
}
