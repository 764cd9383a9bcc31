//! The bot while its store is away: what was set holds, and who sets something is told that it may be lost.

use std::sync::Arc;

use frontrow::store::{MemoryStore, Store, StoreHandle};

use crate::harness::discord::Discord;
use crate::harness::discord::places::{BOB, OWNER};
use crate::harness::flaky_store::{Fault, FlakyStore};
use crate::harness::inside::Inside;
use crate::harness::kept::quick;
use crate::harness::questions::{SAD, SAD_TITLE};

/// The bot with a store that gets out of order.
#[track_caller]
fn started() -> (Discord, Inside, Arc<FlakyStore>) {
    let flaky = FlakyStore::of(&Arc::new(MemoryStore::default()));
    let store: Arc<dyn Store> = Arc::<FlakyStore>::clone(&flaky);
    let handle = StoreHandle::start(store, quick()).expect("it starts");
    let discord = Discord::without_bot();
    let inside = Inside::with_store(&discord, handle);
    (discord, inside, flaky)
}

#[test]
fn what_is_known_holds_and_a_choice_that_is_not_confirmed_is_told() {
    let (t, inside, flaky) = started();
    t.by(OWNER).slash("settings", &[]).is_ephemeral();
    t.by(OWNER).press("Reply in plain text").has_text("Saved.");
    for fault in [Fault::Hangs, away()] {
        flaky.set(fault);
        t.mention(SAD);
        t.reply().is_plain().has_text(SAD_TITLE);
        t.by(OWNER)
            .slash("settings", &[])
            .is_ephemeral()
            .has_text("Replies:** in plain text");
        t.by(OWNER)
            .press("Reply with cards")
            .is_updated()
            .has_text("I cannot confirm that this was saved")
            .has_text("Replies:** in plain text")
            .has_button("Reply with cards");
    }
    flaky.set(Fault::None);
    t.by(OWNER).press("Reply with cards").has_text("Saved.");
    t.by(BOB).mentions(SAD);
    t.reply().has_title(SAD_TITLE);
    inside.stops();
}

/// The store cannot be reached.
fn away() -> Fault {
    Fault::Fails(frontrow::store::StoreError::Away(
        "the wire is cut".to_owned(),
    ))
}

#[test]
fn a_channel_is_set_up_without_what_its_trial_has_come_to() {
    let (t, inside, flaky) = started();
    flaky.set(Fault::Hangs);
    t.by(OWNER).slash("settings", &[]).is_ephemeral();
    t.by(OWNER)
        .choose_channel(
            crate::harness::discord::settings::SET_UP,
            Some(crate::harness::discord::places::QUESTIONS),
        )
        .is_updated()
        .has_text("How I listen");
    t.by(OWNER)
        .choose_in(crate::harness::discord::settings::MODE, &["Commands only"])
        .has_text("I cannot confirm that this was saved");
    flaky.set(Fault::None);
    inside.stops();
}
