//! Processes that share a PostgreSQL server: each hears what the others write, also after the connection was lost.

use std::sync::Arc;
use std::time::{Duration, Instant};

use frontrow::store::records::{QuestionQuery, Scope, ServerSettings, SettingsRecord};
use frontrow::store::{Change, SqlStore, StoreHandle, StoreOptions, Write, Written};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::timeout;

use crate::harness::kept::{quick, wait_for};
use crate::harness::records::{SERVER, edit, phrasing, question};
use crate::harness::stores::{Database, runtime};

/// The time within which every process knows.
const SOON: Duration = Duration::from_secs(2);

fn start(url: &str, options: StoreOptions) -> StoreHandle {
    let store = Arc::new(SqlStore::new(url).expect("an address"));
    StoreHandle::start(store, options).expect("a store")
}

fn plain(plain_text: bool) -> Write {
    let settings = ServerSettings {
        plain_text,
        keep_questions: true,
        ..ServerSettings::default()
    };
    let server = SERVER;
    Write::SaveSettings(SettingsRecord { server, settings })
}

/// A wire to the server that can be cut.
struct Wire {
    url: String,
    is_cut: watch::Sender<bool>,
}

impl Wire {
    /// Lays a wire to where an address leads.
    async fn to(url: &str) -> Self {
        let (before, rest) = url.split_once('@').expect("an address");
        let (server, path) = rest.split_once('/').expect("a path");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (is_cut, cut) = watch::channel(false);
        let server = server.to_owned();
        tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                let (server, mut cut) = (server.clone(), cut.clone());
                tokio::spawn(async move {
                    if *cut.borrow() {
                        return;
                    }
                    let Ok(mut far) = TcpStream::connect(server).await else {
                        return;
                    };
                    tokio::select! {
                        _ = copy_bidirectional(&mut near, &mut far) => {}
                        _ = cut.wait_for(|is_cut| *is_cut) => {}
                    }
                });
            }
        });
        Self {
            url: format!("{before}@{address}/{path}"),
            is_cut,
        }
    }

    fn cut(&self, is_cut: bool) {
        self.is_cut.send_replace(is_cut);
    }
}

#[test]
fn all_processes_follow_within_two_seconds() {
    runtime().block_on(async {
        let Some(database) = Database::postgres().await else {
            return;
        };
        let [one, other] = [0, 1].map(|_| start(&database.url, quick()));
        let mut changes = other.changes();
        let begun = Instant::now();
        one.write(plain(true)).await.expect("written");
        one.write(Write::Teach(phrasing("a")))
            .await
            .expect("written");
        one.write(Write::Publish(edit("x", 0)))
            .await
            .expect("written");
        for expected in [
            Change::Settings(SERVER),
            Change::Taught(Some(SERVER)),
            Change::Edits(Some(SERVER)),
        ] {
            let heard = timeout(SOON, changes.recv()).await.expect("it is heard");
            assert_eq!(heard, Ok(expected));
        }
        assert!(begun.elapsed() < SOON);
        assert!(other.settings(SERVER).plain_text);
        assert_eq!(other.taught(Some(SERVER)), one.taught(Some(SERVER)));
        assert_eq!(other.edits(Some(SERVER)).len(), 1);
        let reload = one.request_reload(None).await.expect("asked");
        for handle in [&one, &other] {
            handle.answer_reload(reload, true, 7);
        }
        let all = async || {
            let progress = one.reload_progress(reload).await.expect("progress");
            (progress.answers.len(), progress.n_processes) == (2, 2)
        };
        wait_for("2 of 2 processes", all).await;
        one.close();
        other.close();
        database.remove().await;
    });
}

#[test]
fn installations_in_one_server_do_not_hear_each_other() {
    runtime().block_on(async {
        let (Some(one), Some(other)) = (Database::postgres().await, Database::postgres().await)
        else {
            return;
        };
        let handles = [&one, &other].map(|database| start(&database.url, quick()));
        let mut changes = handles[1].changes();
        handles[0].write(plain(true)).await.expect("written");
        handles[1]
            .write(Write::Teach(phrasing("a")))
            .await
            .expect("written");
        assert_eq!(changes.recv().await, Ok(Change::Taught(Some(SERVER))));
        assert!(!handles[1].settings(SERVER).plain_text);
        handles.iter().for_each(StoreHandle::close);
        one.remove().await;
        other.remove().await;
    });
}

#[test]
fn what_was_missed_while_the_connection_was_lost_is_made_up_for() {
    runtime().block_on(async {
        let Some(database) = Database::postgres().await else {
            return;
        };
        let wire = Wire::to(&database.url).await;
        let near = start(&database.url, quick());
        // The wire is part of this thread's runtime, so nothing here may block it.
        let url = wire.url.clone();
        let far = tokio::task::spawn_blocking(move || start(&url, quick()));
        let far = far.await.expect("a store");
        near.write(plain(false)).await.expect("written");
        let known = async || far.settings(SERVER).keep_questions;
        wait_for("the first settings", known).await;

        wire.cut(true);
        wait_for("the cut", async || far.figures().is_away).await;
        near.write(plain(true)).await.expect("written");
        assert!(
            far.write(plain(true))
                .await
                .is_err_and(|error| error.is_away())
        );
        assert!(!far.settings(SERVER).plain_text && far.settings(SERVER).keep_questions);
        far.record(Write::RecordQuestion {
            question: question("who sings?"),
            into: None,
        });

        wire.cut(false);
        wait_for("the other's settings", async || {
            far.settings(SERVER).plain_text
        })
        .await;
        wait_for("what waited", async || far.figures().waiting == 0).await;
        let query = QuestionQuery::new(SERVER, 0);
        let page = near.open_questions(query).await.expect("a page");
        assert_eq!(page.total, 1);
        near.close();
        tokio::task::spawn_blocking(move || far.close())
            .await
            .expect("the end");
        database.remove().await;
    });
}

#[test]
fn a_server_that_comes_later_is_used() {
    runtime().block_on(async {
        let Some(database) = Database::postgres().await else {
            return;
        };
        let wire = Wire::to(&database.url).await;
        wire.cut(true);
        let url = wire.url.clone();
        let far = tokio::task::spawn_blocking(move || start(&url, quick()));
        let far = far.await.expect("it starts all the same");
        assert!(far.figures().is_away);
        wire.cut(false);
        wait_for("the server", async || far.write(plain(true)).await.is_ok()).await;
        assert!(far.settings(SERVER).plain_text && !far.figures().is_away);
        let kept = far
            .ask(|store| async move { store.settings(Scope::All).await })
            .await;
        assert_eq!(kept.expect("settings").len(), 1);
        tokio::task::spawn_blocking(move || far.close())
            .await
            .expect("the end");
        database.remove().await;
    });
}

#[test]
fn publishing_at_once_lets_one_through() {
    runtime().block_on(async {
        let Some(database) = Database::postgres().await else {
            return;
        };
        let handles: Vec<StoreHandle> = (0..4).map(|_| start(&database.url, quick())).collect();
        for round in 0..5 {
            let publish = |n: usize| handles[n].write(Write::Publish(edit("x", round)));
            let all = tokio::join!(publish(0), publish(1), publish(2), publish(3));
            let all = [all.0, all.1, all.2, all.3].map(|written| written.expect("an answer"));
            let through = all.iter().filter(|one| matches!(one, Written::Edit(..)));
            assert_eq!(through.count(), 1, "{all:?}");
        }
        handles.iter().for_each(StoreHandle::close);
        database.remove().await;
    });
}
