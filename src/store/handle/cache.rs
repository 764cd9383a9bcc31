//! The records that answers need, in memory: they are read without waiting, and whether or not the store is away.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Mutex;

use crate::guide::ServerId;
use crate::store::api::Store;
use crate::store::change::Change;
use crate::store::error::StoreError;
use crate::store::records::{Edit, Scope, ServerSettings, TaughtPhrasing};

/// Settings, taught phrasings and edits, by server; `None` for what belongs to all.
#[derive(Debug, Default)]
pub(super) struct Cache {
    settings: Part<ServerId, ServerSettings>,
    taught: Part<Option<ServerId>, Vec<TaughtPhrasing>>,
    edits: Part<Option<ServerId>, Vec<Edit>>,
    /// Held from reading to remembering, so that what was read earlier never replaces what was read later.
    refreshing: Mutex<()>,
}

/// A map that is read often and changed seldom.
#[derive(Debug)]
struct Part<K, V>(RwLock<HashMap<K, Arc<V>>>);

impl Cache {
    /// Returns the settings of a server.
    pub(super) fn settings(&self, server: ServerId) -> Arc<ServerSettings> {
        self.settings.get(&server)
    }

    /// Returns the phrasings that were taught in a server, or those that hold in all.
    pub(super) fn taught(&self, server: Option<ServerId>) -> Arc<Vec<TaughtPhrasing>> {
        self.taught.get(&server)
    }

    /// Returns the edits of a server's guides, or of the guides of all.
    pub(super) fn edits(&self, server: Option<ServerId>) -> Arc<Vec<Edit>> {
        self.edits.get(&server)
    }

    /// Returns the servers that something is remembered of.
    pub(super) fn servers(&self) -> Vec<ServerId> {
        let mut servers = self.settings.keys();
        servers.extend(self.taught.keys().into_iter().flatten());
        servers.extend(self.edits.keys().into_iter().flatten());
        servers.sort_unstable();
        servers.dedup();
        servers
    }

    /// Reads again what a change is about.
    pub(super) async fn refresh(
        &self,
        store: &dyn Store,
        change: Change,
    ) -> Result<(), StoreError> {
        let _turn = self.refreshing.lock().await;
        match change {
            Change::Settings(server) => self.read_settings(store, Scope::Of(Some(server))).await,
            Change::Taught(server) => self.read_taught(store, Scope::Of(server)).await,
            Change::Edits(server) => self.read_edits(store, Scope::Of(server)).await,
            Change::Reload(_) | Change::Reloaded(_) => Ok(()),
            Change::All => {
                self.read_settings(store, Scope::All).await?;
                self.read_taught(store, Scope::All).await?;
                self.read_edits(store, Scope::All).await
            }
        }
    }

    async fn read_settings(&self, store: &dyn Store, scope: Scope) -> Result<(), StoreError> {
        let records = store.settings(scope).await?;
        let records = records.into_iter();
        let mut read = records.map(|record| (record.server, record.settings));
        match scope {
            Scope::Of(Some(server)) => {
                let settings = read.next().map(|(_, settings)| settings);
                self.settings.replace(&server, settings);
            }
            // Only servers have settings.
            Scope::Of(None) => {}
            Scope::All => self.settings.replace_all(read.collect()),
        }
        Ok(())
    }

    async fn read_taught(&self, store: &dyn Store, scope: Scope) -> Result<(), StoreError> {
        let read = store.taught(scope).await?;
        self.taught
            .replace_scope(scope, grouped(read, |one| one.phrasing.server));
        Ok(())
    }

    async fn read_edits(&self, store: &dyn Store, scope: Scope) -> Result<(), StoreError> {
        let read = store.edits(scope).await?;
        self.edits
            .replace_scope(scope, grouped(read, |one| one.key.server));
        Ok(())
    }
}

/// Sorts records by server; those of a server stay in their order.
fn grouped<T>(
    records: Vec<T>,
    server: impl Fn(&T) -> Option<ServerId>,
) -> HashMap<Option<ServerId>, Vec<T>> {
    let mut groups: HashMap<Option<ServerId>, Vec<T>> = HashMap::new();
    for record in records {
        groups.entry(server(&record)).or_default().push(record);
    }
    groups
}

impl<K, V> Default for Part<K, V> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<K: Copy + Eq + Hash, V: Default> Part<K, V> {
    /// Returns what is under a key; the default where nothing is.
    fn get(&self, key: &K) -> Arc<V> {
        // Maps are replaced or changed in one step, so that a panic elsewhere leaves none half changed.
        let map = self.0.read().unwrap_or_else(PoisonError::into_inner);
        map.get(key).map(Arc::clone).unwrap_or_default()
    }

    fn keys(&self) -> Vec<K> {
        let map = self.0.read().unwrap_or_else(PoisonError::into_inner);
        map.keys().copied().collect()
    }

    fn replace(&self, key: &K, value: Option<V>) {
        let mut map = self.0.write().unwrap_or_else(PoisonError::into_inner);
        match value {
            Some(value) => map.insert(*key, Arc::new(value)),
            None => map.remove(key),
        };
    }

    fn replace_all(&self, values: HashMap<K, V>) {
        let values = values.into_iter();
        let values = values.map(|(key, value)| (key, Arc::new(value))).collect();
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = values;
    }
}

impl<V: Default> Part<Option<ServerId>, V> {
    fn replace_scope(&self, scope: Scope, mut read: HashMap<Option<ServerId>, V>) {
        match scope {
            Scope::All => self.replace_all(read),
            Scope::Of(server) => self.replace(&server, read.remove(&server)),
        }
    }
}
