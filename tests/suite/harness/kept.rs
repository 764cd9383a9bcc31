//! A store in memory that can be out of order, with its handle, and times so short that tests need not wait.

use std::sync::Arc;
use std::time::Duration;

use frontrow::store::records::{QuestionQuery, ServerSettings, SettingsRecord};
use frontrow::store::{MemoryStore, Pace, Store, StoreHandle, StoreOptions, Write};
use tokio::time::{sleep, timeout};

use super::flaky_store::FlakyStore;
use super::records::{SERVER, question};

/// The longest wait for anything.
pub(crate) const LONG: Duration = Duration::from_secs(20);

/// Times so short that tests need not wait, and questions that are kept for longer than there are tests.
pub(crate) fn quick() -> StoreOptions {
    StoreOptions {
        retention_days: 100_000,
        pace: Pace {
            open: Duration::from_secs(5),
            confirm: Duration::from_secs(5),
            work: Duration::from_secs(5),
            gather: Duration::from_millis(1),
            first_retry: Duration::from_millis(1),
            longest_retry: Duration::from_millis(10),
            give_up: LONG,
            heartbeat: Duration::from_millis(50),
            purge: LONG,
        },
    }
}

/// A store with its handle.
pub(crate) struct Kept {
    pub(crate) memory: Arc<MemoryStore>,
    pub(crate) flaky: Arc<FlakyStore>,
    pub(crate) handle: StoreHandle,
}

pub(crate) fn start() -> Kept {
    start_with(quick())
}

pub(crate) fn start_with(options: StoreOptions) -> Kept {
    let memory = Arc::new(MemoryStore::default());
    let flaky = FlakyStore::of(&memory);
    let store: Arc<dyn Store> = Arc::<FlakyStore>::clone(&flaky);
    let handle = StoreHandle::start(store, options).expect("a store");
    Kept {
        memory,
        flaky,
        handle,
    }
}

pub(crate) fn plain() -> Write {
    let settings = ServerSettings {
        plain_text: true,
        ..ServerSettings::default()
    };
    let server = SERVER;
    Write::SaveSettings(SettingsRecord { server, settings })
}

pub(crate) fn asked(text: &str) -> Write {
    Write::RecordQuestion {
        question: question(text),
        into: None,
    }
}

/// Waits until something is true.
pub(crate) async fn wait_for(what: &str, is_true: impl AsyncFn() -> bool) {
    let waiting = async {
        while !is_true().await {
            sleep(Duration::from_millis(2)).await;
        }
    };
    timeout(LONG, waiting)
        .await
        .unwrap_or_else(|_| panic!("{what} never came"));
}

pub(crate) async fn total(memory: &MemoryStore) -> u64 {
    let page = memory.open_questions(&QuestionQuery::new(SERVER, 0)).await;
    page.expect("a page").total
}
