//! Taught phrasings and edits, on every backend: nothing is taught twice, and nobody's edit is lost to another.

use frontrow::guide::ServerId;
use frontrow::store::records::{
    EditId, EditKey, EditState, HISTORY, NewEdit, NewPhrasing, PhrasingId, Revision, Scope,
};
use frontrow::store::{Change, Purge, Store, Write, Written};

use crate::harness::records::{OTHER, SERVER, done, edit, film, phrasing};
use crate::harness::stores::on_every_backend;

async fn teach(store: &dyn Store, new: NewPhrasing) -> PhrasingId {
    match done(store.apply(&[Write::Teach(new)]).await) {
        Written::Phrasing(id) => id,
        other => panic!("no phrasing: {other:?}"),
    }
}

async fn taught(store: &dyn Store, scope: Scope) -> Vec<String> {
    let taught = store.taught(scope).await.expect("phrasings").into_iter();
    taught.map(|one| one.phrasing.text).collect()
}

async fn publish(store: &dyn Store, new: NewEdit) -> Written {
    done(store.apply(&[Write::Publish(new)]).await)
}

async fn change(store: &dyn Store, server: ServerId, id: EditId, state: EditState) -> Written {
    let server = Some(server);
    done(
        store
            .apply(&[Write::ChangeEdit { server, id, state }])
            .await,
    )
}

#[test]
fn phrasings_are_taught_once_and_removed() {
    on_every_backend(async |store| {
        let id = teach(store, phrasing("does he die")).await;
        assert_eq!(teach(store, phrasing("does he die")).await, id);
        let for_all = NewPhrasing {
            server: None,
            ..phrasing("does he die")
        };
        let global = teach(store, for_all).await;
        let other = teach(store, phrasing("is he dead")).await;
        assert!(global != id && other != id);
        assert_eq!(
            taught(store, Scope::Of(Some(SERVER))).await,
            ["does he die", "is he dead"]
        );
        assert_eq!(taught(store, Scope::Of(None)).await.len(), 1);
        assert_eq!(taught(store, Scope::All).await.len(), 3);
        let remove = async |server| done(store.apply(&[Write::Unteach { server, id }]).await);
        assert_eq!(remove(None).await, Written::Missing);
        assert_eq!(remove(Some(OTHER)).await, Written::Missing);
        assert_eq!(remove(Some(SERVER)).await, Written::Done);
        assert_eq!(remove(Some(SERVER)).await, Written::Missing);
        assert_eq!(taught(store, Scope::Of(Some(SERVER))).await, ["is he dead"]);
    });
}

#[test]
fn a_phrasing_comes_back_as_it_was_taught() {
    on_every_backend(async |store| {
        let id = teach(store, phrasing("it's “over”, no?")).await;
        let kept = store.taught(Scope::All).await.expect("phrasings");
        assert_eq!(kept[0].id, id);
        assert_eq!(kept[0].phrasing, phrasing("it's “over”, no?"));
    });
}

#[test]
fn an_edit_is_published_on_top_of_what_its_editor_saw() {
    on_every_backend(async |store| {
        let Written::Edit(first, Revision(1)) = publish(store, edit("plot/ending", 0)).await else {
            panic!("it is the first");
        };
        // Another moderator began at the same time.
        let late = publish(store, edit("plot/ending", 0)).await;
        assert_eq!(late, Written::Conflict(Revision(1)));
        let strange = publish(store, edit("plot/ending", 7)).await;
        assert_eq!(strange, Written::Conflict(Revision(1)));
        let never = publish(store, edit("plot/beginning", 3)).await;
        assert_eq!(never, Written::Conflict(Revision(0)));
        let next = publish(store, edit("plot/ending", 1)).await;
        assert!(matches!(next, Written::Edit(id, Revision(2)) if id != first));
        let elsewhere = publish(store, edit("plot/middle", 0)).await;
        assert!(matches!(elsewhere, Written::Edit(_, Revision(1))));
        let key = edit("plot/ending", 0).key;
        assert_eq!(store.revision(&key).await, Ok(Revision(2)));
        let global = EditKey {
            server: None,
            ..key
        };
        assert_eq!(store.revision(&global).await, Ok(Revision(0)));
    });
}

#[test]
fn an_edit_comes_back_as_it_was_published() {
    on_every_backend(async |store| {
        let new = edit("plot/ending", 0);
        let Written::Edit(id, revision) = publish(store, new.clone()).await else {
            panic!("it is published");
        };
        let kept = store.edit(Some(SERVER), id).await.expect("an answer");
        let kept = kept.expect("the edit");
        assert_eq!(
            (kept.key, kept.kind, kept.payload),
            (new.key, new.kind, new.payload)
        );
        assert_eq!(kept.published_at, new.published_at);
        assert_eq!(
            (kept.revision, kept.state),
            (revision, EditState::Published)
        );
        assert_eq!(store.edit(None, id).await, Ok(None));
    });
}

#[test]
fn taking_an_edit_back_makes_a_revision_too() {
    on_every_backend(async |store| {
        let Written::Edit(id, _) = publish(store, edit("plot/ending", 0)).await else {
            panic!("it is published");
        };
        let elsewhere = change(store, OTHER, id, EditState::Undone).await;
        assert_eq!(elsewhere, Written::Missing);
        let undone = change(store, SERVER, id, EditState::Undone).await;
        assert_eq!(undone, Written::Edit(id, Revision(2)));
        let again = change(store, SERVER, id, EditState::Undone).await;
        assert_eq!(again, Written::Missing, "nothing is done twice");
        assert!(store.edits(Scope::All).await.expect("edits").is_empty());
        // Whoever edits what was taken back has to see that first.
        let late = publish(store, edit("plot/ending", 1)).await;
        assert_eq!(late, Written::Conflict(Revision(2)));
        let parked = change(store, SERVER, id, EditState::Parked).await;
        assert_eq!(parked, Written::Edit(id, Revision(3)));
        let edits = store.edits(Scope::Of(Some(SERVER))).await.expect("edits");
        assert_eq!((edits.len(), edits[0].state), (1, EditState::Parked));
        assert_eq!(edits[0].revision, Revision(1));
    });
}

#[test]
fn a_history_shows_the_last_edits_of_a_film() {
    on_every_backend(async |store| {
        for n in 0..u64::from(HISTORY) + 5 {
            publish(store, edit("plot/ending", n)).await;
        }
        let history = store
            .edit_history(Some(SERVER), &film("glass-harbor"))
            .await;
        let history = history.expect("a history");
        assert_eq!(history.len(), 20);
        assert_eq!(history[0].revision, Revision(25));
        assert_eq!(history[19].revision, Revision(6));
        let other = store.edit_history(Some(SERVER), &film("other")).await;
        assert_eq!(other, Ok(Vec::new()));
        let global = store.edit_history(None, &film("glass-harbor")).await;
        assert_eq!(global, Ok(Vec::new()));
    });
}

#[test]
fn changes_are_announced_once_they_hold() {
    on_every_backend(async |store| {
        let mut changes = store.changes();
        let mut heard = async || changes.recv().await.expect("an announcement");
        let id = teach(store, phrasing("a")).await;
        assert_eq!(heard().await, Change::Taught(Some(SERVER)));
        let server = Some(OTHER);
        // Nothing was there to remove, so nothing is announced.
        store
            .apply(&[Write::Unteach { server, id }])
            .await
            .expect("an answer");
        publish(store, edit("plot/ending", 5)).await;
        let for_all = NewEdit {
            key: EditKey {
                server: None,
                ..edit("plot/ending", 0).key
            },
            ..edit("plot/ending", 0)
        };
        publish(store, for_all).await;
        assert_eq!(heard().await, Change::Edits(None));
    });
}

#[test]
fn what_a_server_left_behind_goes() {
    on_every_backend(async |store| {
        teach(store, phrasing("a")).await;
        let for_all = NewPhrasing {
            server: None,
            ..phrasing("b")
        };
        teach(store, for_all).await;
        publish(store, edit("plot/ending", 0)).await;
        let mut steps = 0;
        while store
            .purge(Purge::Server(SERVER), 1)
            .await
            .expect("a number")
            > 0
        {
            steps += 1;
        }
        assert_eq!(steps, 3, "a phrasing, an edit and a revision");
        assert_eq!(taught(store, Scope::All).await, ["b"]);
        assert!(store.edits(Scope::All).await.expect("edits").is_empty());
        assert_eq!(
            store.revision(&edit("plot/ending", 0).key).await,
            Ok(Revision(0))
        );
    });
}
