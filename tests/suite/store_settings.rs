//! The settings of servers and of their channels, on every backend.

use std::collections::BTreeMap;

use frontrow::guide::{ChannelId, RoleId, ServerId};
use frontrow::store::records::{
    ChannelMode, ChannelSettings, ChannelSpoilers, Scope, ServerSettings, SettingsRecord,
};
use frontrow::store::{Change, Purge, Store, Write, Written};

use crate::harness::records::{CHANNEL, OTHER, SERVER, done, film};
use crate::harness::stores::on_every_backend;

/// Settings with something in every field.
fn full() -> ServerSettings {
    let channel = ChannelSettings {
        mode: Some(ChannelMode::Forum),
        film: Some(film("glass-harbor")),
        spoilers: Some(ChannelSpoilers::All),
        is_trial: true,
    };
    ServerSettings {
        films: vec![film("glass-harbor"), film("a-1")],
        moderator_role: Some(RoleId(u64::MAX)),
        plain_text: true,
        keep_questions: true,
        digest_channel: Some(CHANNEL),
        channels: BTreeMap::from([(CHANNEL, channel)]),
    }
}

async fn save(store: &dyn Store, server: ServerId, settings: ServerSettings) {
    let write = Write::SaveSettings(SettingsRecord { server, settings });
    assert_eq!(done(store.apply(&[write]).await), Written::Done);
}

async fn save_channel(store: &dyn Store, channel: ChannelId, settings: ChannelSettings) {
    let write = Write::SaveChannel {
        server: SERVER,
        channel,
        settings,
    };
    assert_eq!(done(store.apply(&[write]).await), Written::Done);
}

async fn read(store: &dyn Store, scope: Scope) -> Vec<SettingsRecord> {
    store.settings(scope).await.expect("settings")
}

#[test]
fn settings_come_back_as_they_were_saved() {
    on_every_backend(async |store| {
        save(store, SERVER, full()).await;
        save(
            store,
            OTHER,
            ServerSettings {
                plain_text: true,
                ..ServerSettings::default()
            },
        )
        .await;
        let saved = read(store, Scope::Of(Some(SERVER))).await;
        let server = SERVER;
        let settings = full();
        assert_eq!(saved, [SettingsRecord { server, settings }]);
        let all = read(store, Scope::All).await;
        let servers: Vec<ServerId> = all.iter().map(|record| record.server).collect();
        assert_eq!(servers, [SERVER, OTHER]);
    });
}

#[test]
fn saving_replaces_all_that_was_there() {
    on_every_backend(async |store| {
        save(store, SERVER, full()).await;
        let fewer = ServerSettings {
            keep_questions: true,
            ..ServerSettings::default()
        };
        save(store, SERVER, fewer.clone()).await;
        let saved = read(store, Scope::All).await;
        assert_eq!(saved[0].settings, fewer);
        save(store, SERVER, ServerSettings::default()).await;
        assert!(read(store, Scope::All).await.is_empty());
    });
}

#[test]
fn a_channel_is_saved_by_itself() {
    on_every_backend(async |store| {
        let quiet = ChannelSettings {
            mode: Some(ChannelMode::Quiet),
            ..ChannelSettings::default()
        };
        save_channel(store, CHANNEL, quiet.clone()).await;
        let saved = read(store, Scope::Of(Some(SERVER))).await;
        assert_eq!(saved[0].settings.channel(CHANNEL), quiet);
        save(store, SERVER, full()).await;
        save_channel(store, ChannelId(5), quiet.clone()).await;
        let mut expected = full();
        expected.set_channel(ChannelId(5), quiet);
        let saved = read(store, Scope::Of(Some(SERVER))).await;
        assert_eq!(saved[0].settings, expected);
        save_channel(store, CHANNEL, ChannelSettings::default()).await;
        let saved = read(store, Scope::Of(Some(SERVER))).await;
        assert_eq!(saved[0].settings.channels.len(), 1);
    });
}

#[test]
fn every_word_is_read_as_it_was_written() {
    on_every_backend(async |store| {
        let mut settings = ServerSettings::default();
        let modes = ChannelMode::ALL.map(Some).into_iter().chain([None]);
        for (mode, n) in modes.zip(1..) {
            for (spoilers, m) in ChannelSpoilers::EVERY.into_iter().zip(1..) {
                let channel = ChannelSettings {
                    mode,
                    spoilers: Some(spoilers),
                    ..ChannelSettings::default()
                };
                settings.set_channel(ChannelId(n * 10 + m), channel);
            }
        }
        assert_eq!(settings.channels.len(), 12);
        save(store, SERVER, settings.clone()).await;
        assert_eq!(read(store, Scope::All).await[0].settings, settings);
    });
}

#[test]
fn changes_are_announced() {
    on_every_backend(async |store| {
        let mut changes = store.changes();
        save(store, SERVER, full()).await;
        let heard = changes.recv().await.expect("an announcement");
        assert_eq!(heard, Change::Settings(SERVER));
        save_channel(store, CHANNEL, ChannelSettings::default()).await;
        let heard = changes.recv().await.expect("an announcement");
        assert_eq!(heard, Change::Settings(SERVER));
    });
}

#[test]
fn a_server_that_is_left_is_forgotten() {
    on_every_backend(async |store| {
        save(store, SERVER, full()).await;
        save(store, OTHER, full()).await;
        let mut changes = store.changes();
        let removed = store.purge(Purge::Server(SERVER), 100).await;
        assert!(removed.is_ok_and(|n| n > 0));
        let left = read(store, Scope::All).await;
        assert_eq!((left.len(), left[0].server), (1, OTHER));
        // What was announced before may still be on its way.
        while changes.recv().await.expect("an announcement") != Change::Settings(SERVER) {}
    });
}
