//! The store for the bot and for backups: opened where the settings say, or why it cannot be.

use std::sync::Arc;

use anyhow::Result;
use tokio::runtime::{Builder, Runtime};

use super::exit::{Exit, Failure};
use crate::config::Config;
use crate::store::{Pace, SqlStore, Store, StoreError, StoreHandle, StoreOptions};

/// Opens the store for as long as the program runs; where it is away, the program goes on without it for now.
pub(super) fn open(config: &Config) -> Result<StoreHandle, Failure> {
    let options = StoreOptions {
        retention_days: config.database.retention_days,
        pace: Pace::default(),
    };
    StoreHandle::start(Arc::new(database(config)?), options).map_err(|error| failure(&error))
}

/// Opens the store for one command, which makes no new one.
pub(super) fn open_existing(config: &Config) -> Result<(Runtime, SqlStore)> {
    open_now(database(config)?.only_existing())
}

/// Opens the store for one command, and makes it where there is none.
pub(super) fn open_or_make(config: &Config) -> Result<(Runtime, SqlStore)> {
    open_now(database(config)?)
}

fn open_now(store: SqlStore) -> Result<(Runtime, SqlStore)> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    runtime
        .block_on(store.open())
        .map_err(|error| failure(&error))?;
    Ok((runtime, store))
}

fn database(config: &Config) -> Result<SqlStore, Failure> {
    let url = config.database.sound_url().map_err(|error| Failure {
        exit: Exit::Config,
        message: error.to_string(),
    })?;
    SqlStore::new(url.reveal()).map_err(|error| failure(&error))
}

/// Returns how a command ends because of the store.
pub(super) fn failure(error: &StoreError) -> Failure {
    let exit = match error {
        StoreError::Setup(_) => Exit::Config,
        StoreError::Away(_) | StoreError::Broken(_) | StoreError::Backup(_) => Exit::Failed,
    };
    let message = error.to_string();
    Failure { exit, message }
}
