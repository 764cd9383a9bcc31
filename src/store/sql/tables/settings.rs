//! The tables of servers' settings: `server_settings` and `channel_settings`.

use std::collections::BTreeMap;

use crate::guide::{ChannelId, FilmId, RoleId, ServerId};
use crate::store::error::StoreError;
use crate::store::records::{
    ChannelMode, ChannelSettings, ChannelSpoilers, Scope, ServerSettings, SettingsRecord,
};
use crate::store::sql::session::{Pool, Session};
use crate::store::sql::value::{SqlRow, SqlValue, sql};
use crate::store::write::Written;

/// Reads a server's own settings.
pub(in crate::store::sql) const SERVERS: &str = "SELECT server, films, moderator_role, plain_text, keep_questions, digest_channel FROM server_settings";
const CHANNELS: &str =
    "SELECT server, channel, mode, film, spoilers, is_trial FROM channel_settings";
const ADD_SERVER: &str = "INSERT INTO server_settings (server, films, moderator_role, plain_text, keep_questions, digest_channel) VALUES";
const ADD_CHANNEL: &str =
    "INSERT INTO channel_settings (server, channel, mode, film, spoilers, is_trial) VALUES";

/// Replaces all settings of a server.
pub(in crate::store::sql) async fn save(
    session: &mut Session,
    record: &SettingsRecord,
) -> Result<Written, StoreError> {
    for table in ["server_settings", "channel_settings"] {
        let delete = sql("DELETE FROM").and(table);
        session
            .execute(delete.and_with("WHERE server = $", record.server))
            .await?;
    }
    add(session, record).await?;
    Ok(Written::Done)
}

/// Adds the settings of a server that has none.
pub(in crate::store::sql) async fn add(
    session: &mut Session,
    record: &SettingsRecord,
) -> Result<(), StoreError> {
    let SettingsRecord { server, settings } = record;
    let own = ServerSettings {
        channels: BTreeMap::new(),
        ..settings.clone()
    };
    if own != ServerSettings::default() {
        let row = server_row(*server, &own);
        session.execute(sql(ADD_SERVER).rows(vec![row])).await?;
    }
    let set = settings.channels.iter();
    let set = set.filter(|(_, settings)| **settings != ChannelSettings::default());
    let rows: Vec<_> = set
        .map(|(channel, settings)| channel_row(*server, *channel, settings))
        .collect();
    // SQLite takes 32,766 values at most.
    for rows in rows.chunks(1_000) {
        session
            .execute(sql(ADD_CHANNEL).rows(rows.to_vec()))
            .await?;
    }
    Ok(())
}

/// Replaces the settings of a channel.
pub(in crate::store::sql) async fn save_channel(
    session: &mut Session,
    server: ServerId,
    channel: ChannelId,
    settings: &ChannelSettings,
) -> Result<Written, StoreError> {
    if *settings == ChannelSettings::default() {
        let delete = sql("DELETE FROM channel_settings WHERE server = $1 AND channel = $2");
        session.execute(delete.with(server).with(channel)).await?;
        return Ok(Written::Done);
    }
    let save = sql(ADD_CHANNEL)
        .rows(vec![channel_row(server, channel, settings)])
        .and(
            "ON CONFLICT (server, channel) DO UPDATE SET mode = excluded.mode, film = excluded.film, \
             spoilers = excluded.spoilers, is_trial = excluded.is_trial",
        );
    session.execute(save).await?;
    Ok(Written::Done)
}

/// Returns the settings of servers.
pub(in crate::store::sql) async fn read(
    pool: &Pool,
    scope: Scope,
) -> Result<Vec<SettingsRecord>, StoreError> {
    let select = |all: &str| match scope {
        Scope::All => sql(all),
        Scope::Of(server) => sql(all).and_with("WHERE server = $", server),
    };
    let servers = pool.rows(select(SERVERS)).await?;
    let channels = pool.rows(select(CHANNELS)).await?;
    records(&servers, &channels)
}

/// Returns the settings of all servers, as they are in a transaction.
pub(in crate::store::sql) async fn read_all(
    session: &mut Session,
) -> Result<Vec<SettingsRecord>, StoreError> {
    let servers = session.rows(sql(SERVERS)).await?;
    let channels = session.rows(sql(CHANNELS)).await?;
    records(&servers, &channels)
}

fn records(servers: &[SqlRow], channels: &[SqlRow]) -> Result<Vec<SettingsRecord>, StoreError> {
    let mut found: BTreeMap<ServerId, ServerSettings> = BTreeMap::new();
    for row in servers {
        let films = row.text(1)?.split_whitespace();
        let films = films.filter_map(|film| FilmId::parse(film).ok());
        let settings = ServerSettings {
            films: films.collect(),
            moderator_role: row.optional_id(2)?.map(RoleId),
            plain_text: row.flag(3)?,
            keep_questions: row.flag(4)?,
            digest_channel: row.optional_id(5)?.map(ChannelId),
            channels: BTreeMap::new(),
        };
        found.insert(ServerId(row.id(0)?), settings);
    }
    for row in channels {
        let settings = ChannelSettings {
            mode: row.optional_word(2, ChannelMode::parse)?,
            film: row.optional_film(3)?,
            spoilers: row.optional_word(4, ChannelSpoilers::parse)?,
            is_trial: row.flag(5)?,
        };
        let server = found.entry(ServerId(row.id(0)?)).or_default();
        server.channels.insert(ChannelId(row.id(1)?), settings);
    }
    let found = found.into_iter();
    Ok(found
        .map(|(server, settings)| SettingsRecord { server, settings })
        .collect())
}

fn server_row(server: ServerId, settings: &ServerSettings) -> Vec<SqlValue> {
    // Ids have no blanks.
    let films: Vec<&str> = settings.films.iter().map(FilmId::as_str).collect();
    vec![
        server.into(),
        films.join(" ").as_str().into(),
        settings.moderator_role.into(),
        settings.plain_text.into(),
        settings.keep_questions.into(),
        settings.digest_channel.into(),
    ]
}

fn channel_row(server: ServerId, channel: ChannelId, settings: &ChannelSettings) -> Vec<SqlValue> {
    vec![
        server.into(),
        channel.into(),
        settings.mode.map_or("", ChannelMode::as_str).into(),
        settings.film.as_ref().into(),
        settings.spoilers.map_or("", ChannelSpoilers::as_str).into(),
        settings.is_trial.into(),
    ]
}
