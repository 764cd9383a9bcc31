//! The pages of a server's settings as plain data: what they show and offer, what a choice changes, and what fits.

use frontrow::chat::settings::{
    ChannelKind, SettingsAction, SettingsId, SettingsOutcome, settings_page,
};
use frontrow::chat::{Action, ChannelId, PanelRow};
use frontrow::guide::{FilmId, RoleId};
use frontrow::library::Library;
use frontrow::reply::texts::settings as texts;
use frontrow::store::records::{
    ChannelMode, ChannelSettings, ChannelSpoilers, ServerSettings, TrialPage, Verdict,
};

use crate::harness::asking::SAMPLES;
use crate::harness::settings::{
    HERE, OPEN_CHANNEL, PARENT, choice, facts, fits, large, page, trials, view,
};

#[test]
fn every_page_fits_however_much_is_set() {
    let (library, full) = large();
    let trials = trials(4, &"a_question*".repeat(27));
    for settings in [&full, &ServerSettings::default()] {
        let mut actions = vec![SettingsAction::Open, SettingsAction::PickChannel];
        actions.extend((0..5).map(SettingsAction::Films));
        actions.extend((0..5).map(|page| SettingsAction::Channel {
            channel: HERE,
            page,
        }));
        actions.extend((0..5).map(|page| SettingsAction::Trials {
            channel: HERE,
            page,
        }));
        for action in actions {
            for kind in [ChannelKind::Text, ChannelKind::Thread, ChannelKind::Forum] {
                for trials in [None, Some(&trials), Some(&TrialPage::default())] {
                    fits(&page(&library, settings, kind, action, trials));
                }
            }
        }
    }
    for outcome in [
        SettingsOutcome::Saved,
        SettingsOutcome::Unconfirmed,
        SettingsOutcome::Refused(texts::NEEDS_MESSAGE_CONTENT),
    ] {
        let facts = facts(ChannelKind::Text);
        let choice = choice(SettingsAction::Open, &[], &facts);
        fits(&settings_page(
            &view(&library, &full),
            &choice,
            outcome,
            None,
        ));
    }
    let none = Library::without_index(Vec::new());
    fits(&page(
        &none,
        &full,
        ChannelKind::Text,
        SettingsAction::Films(0),
        None,
    ));
    fits(&page(&none, &full, ChannelKind::Text, OPEN_CHANNEL, None));
}

#[test]
fn the_first_page_says_what_holds() {
    let empty = ServerSettings::default();
    let first = page(
        &SAMPLES,
        &empty,
        ChannelKind::Text,
        SettingsAction::Open,
        None,
    );
    for part in [
        "**Films:** all",
        "**Moderators:** members who can manage the server",
        "**Replies:** with cards",
        "**Questions without an answer:** not kept",
        "never people, messages or channels",
        "for 30 days",
        "**Digest of open questions:** none",
    ] {
        assert!(first.text.contains(part), "{part}: {}", first.text);
    }
    assert!(!first.text.contains(texts::CHANNELS), "{}", first.text);
    let mut set = ServerSettings {
        films: ["nine-loud-birds", "gone-film"]
            .map(|id| FilmId::parse(id).expect("an id"))
            .into(),
        moderator_role: Some(RoleId(7)),
        plain_text: true,
        keep_questions: true,
        digest_channel: Some(ChannelId(8)),
        ..ServerSettings::default()
    };
    let channel = ChannelSettings {
        mode: Some(ChannelMode::Ask),
        film: FilmId::parse("nine-loud-birds").ok(),
        spoilers: Some(ChannelSpoilers::All),
        is_trial: true,
    };
    set.set_channel(ChannelId(5), channel);
    let first = page(
        &SAMPLES,
        &set,
        ChannelKind::Text,
        SettingsAction::Open,
        None,
    );
    for part in [
        "**Films:** Nine Loud Birds (2008), gone-film (no guide)",
        "and <@&7>",
        "**Replies:** in plain text",
        "**Questions without an answer:** kept for the moderators",
        "**Digest of open questions:** <#8>",
        "<#5> answers every question · Nine Loud Birds (2008) · **Spoilers:** show all · trial",
    ] {
        assert!(first.text.contains(part), "{part}: {}", first.text);
    }
}

#[test]
fn a_trial_is_judged_answer_by_answer() {
    let settings = ServerSettings::default();
    let shown = SettingsAction::Trials {
        channel: HERE,
        page: 1,
    };
    let trials = trials(3, "who *made* it");
    let panel = page(&SAMPLES, &settings, ChannelKind::Text, shown, Some(&trials));
    for part in [
        "Would have answered 14 questions: 2 judged right, 1 wrong.",
        r"**1** who \*made\* it",
        "→ film-1/facts/director · 91 % sure",
        "judged right",
        "judged wrong",
    ] {
        assert!(panel.text.contains(part), "{part}: {}", panel.text);
    }
    let mut verdicts = Vec::new();
    for row in &panel.rows[..3] {
        let PanelRow::Buttons(buttons) = row else {
            panic!("{row:#?}");
        };
        for button in buttons {
            let Action::Press(state) = &button.action else {
                panic!("{button:#?}");
            };
            match SettingsId::parse(state).expect("an id").action {
                SettingsAction::Judge {
                    verdict, page: 1, ..
                } => verdicts.push(verdict),
                other => panic!("{other:?}"),
            }
        }
    }
    let (right, wrong) = (Some(Verdict::Right), Some(Verdict::Wrong));
    // What was judged so already is taken back.
    assert_eq!(verdicts, [right, wrong, None, wrong, right, None]);
    let nothing = page(
        &SAMPLES,
        &settings,
        ChannelKind::Text,
        shown,
        Some(&TrialPage::default()),
    );
    assert!(
        nothing.text.contains(texts::NO_TRIAL_ANSWERS),
        "{}",
        nothing.text
    );
    let away = page(&SAMPLES, &settings, ChannelKind::Text, shown, None);
    assert!(
        away.text.contains("does not answer right now"),
        "{}",
        away.text
    );
}

#[test]
fn a_thread_shows_what_it_takes_from_its_channel() {
    let mut settings = ServerSettings::default();
    let parent = ChannelSettings {
        mode: Some(ChannelMode::Quiet),
        film: FilmId::parse("nine-loud-birds").ok(),
        spoilers: Some(ChannelSpoilers::Mild),
        is_trial: true,
    };
    settings.set_channel(PARENT, parent);
    let own = ChannelSettings {
        mode: Some(ChannelMode::Ask),
        ..ChannelSettings::default()
    };
    settings.set_channel(HERE, own);
    let panel = page(&SAMPLES, &settings, ChannelKind::Thread, OPEN_CHANNEL, None);
    let of_parent = format!("(as in <#{PARENT}>)");
    for part in [
        "**How I listen:** answers every question".to_owned(),
        format!("**Film that is meant:** Nine Loud Birds (2008) {of_parent}"),
        format!("**Spoilers:** show mild ones {of_parent}"),
        of_parent.clone(),
    ] {
        assert!(panel.text.contains(&part), "{part}: {}", panel.text);
    }
    let panel = page(&SAMPLES, &settings, ChannelKind::Text, OPEN_CHANNEL, None);
    for part in [
        "**Spoilers:** hide all (not set)",
        "**Trial:** no (not set)",
    ] {
        assert!(panel.text.contains(part), "{part}: {}", panel.text);
    }
}
