//! Choices in a server's settings as plain data: what each changes, and why some are refused.

use frontrow::chat::settings::{
    ChannelKind, SettingsAction, SettingsChange, SettingsChoice, change,
};
use frontrow::chat::{PanelRow, SelectKind};
use frontrow::guide::RoleId;
use frontrow::reply::texts::settings as texts;
use frontrow::store::records::{ChannelMode, ChannelSettings, ServerSettings};

use crate::harness::asking::SAMPLES;
use crate::harness::settings::{
    HERE, PARENT, SERVER, choice, chosen, facts, large, of_channel, page, view,
};

#[test]
fn a_channel_is_listened_to_as_its_kind_allows() {
    let settings = ServerSettings::default();
    let pick = SettingsAction::PickMode(HERE);
    use ChannelKind::{Category, Forum, Other, Text, Thread, Voice};
    for (kind, word, expected) in [
        (Text, "ask", Ok(Some(ChannelMode::Ask))),
        (Thread, "ask", Ok(Some(ChannelMode::Ask))),
        (Forum, "ask", Err(texts::IS_FORUM)),
        (Text, "forum", Err(texts::IS_NO_FORUM)),
        (Thread, "forum", Err(texts::IS_NO_FORUM)),
        (Forum, "forum", Ok(Some(ChannelMode::Forum))),
        (Text, "quiet", Ok(Some(ChannelMode::Quiet))),
        (Forum, "called", Ok(Some(ChannelMode::Called))),
        (Forum, "unset", Ok(None)),
        (Text, "loud", Err(texts::NO_SUCH_CHOICE)),
        (Voice, "quiet", Err(texts::IS_VOICE)),
        (Category, "quiet", Err(texts::IS_CATEGORY)),
        (Other, "quiet", Err(texts::NO_SUCH_CHANNEL)),
    ] {
        let found = of_channel(&settings, kind, pick, word).map(|channel| channel.mode);
        assert_eq!(found, expected, "{kind:?} {word}");
    }
    let none: Result<_, _> = chosen(&settings, Text, pick, &[]);
    assert_eq!(none, Err(texts::NO_SUCH_CHOICE));
}

#[test]
fn what_needs_the_message_content_intent_says_so() {
    let settings = ServerSettings::default();
    let pick = SettingsAction::PickMode(HERE);
    for (kind, action, word, needs) in [
        (ChannelKind::Text, pick, "ask", true),
        (ChannelKind::Forum, pick, "forum", true),
        (
            ChannelKind::Text,
            SettingsAction::SetTrial(HERE, true),
            "",
            true,
        ),
        (
            ChannelKind::Text,
            SettingsAction::SetTrial(HERE, false),
            "",
            false,
        ),
        (ChannelKind::Text, pick, "quiet", false),
        (ChannelKind::Text, pick, "called", false),
    ] {
        let values = [word.to_owned()];
        let facts = facts(kind);
        let choice = SettingsChoice {
            reads_messages: false,
            ..choice(action, &values, &facts)
        };
        let refused = change(&view(&SAMPLES, &settings), &choice).err();
        assert_eq!(
            refused,
            needs.then_some(texts::NEEDS_MESSAGE_CONTENT),
            "{word}"
        );
    }
}

#[test]
fn a_trial_listens_where_nothing_else_does() {
    let begin = SettingsAction::SetTrial(HERE, true);
    let mut settings = ServerSettings::default();
    let begun = of_channel(&settings, ChannelKind::Text, begin, "").expect("begun");
    assert_eq!((begun.mode, begun.is_trial), (Some(ChannelMode::Ask), true));
    let begun = of_channel(&settings, ChannelKind::Forum, begin, "").expect("begun");
    assert_eq!(
        (begun.mode, begun.is_trial),
        (Some(ChannelMode::Forum), true)
    );
    let asks = ChannelSettings {
        mode: Some(ChannelMode::Ask),
        ..ChannelSettings::default()
    };
    // The thread goes on being as its channel is.
    settings.set_channel(PARENT, asks);
    let begun = of_channel(&settings, ChannelKind::Thread, begin, "").expect("begun");
    assert_eq!((begun.mode, begun.is_trial), (None, true));
    settings.set_channel(HERE, begun);
    let end = SettingsAction::SetTrial(HERE, false);
    let ended = of_channel(&settings, ChannelKind::Thread, end, "").expect("ended");
    assert_eq!(ended, ChannelSettings::default());
}

#[test]
fn films_are_chosen_page_by_page() {
    let (library, full) = large();
    let chosen = |settings: &ServerSettings, page, values: &[&str]| {
        let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        let facts = facts(ChannelKind::Text);
        let choice = choice(SettingsAction::PickFilms(page), &values, &facts);
        match change(&view(&library, settings), &choice)? {
            SettingsChange::Server(settings) => Ok(settings.films.len()),
            other => panic!("{other:?}"),
        }
    };
    let offered = page(
        &library,
        &full,
        ChannelKind::Text,
        SettingsAction::Films(1),
        None,
    );
    let PanelRow::Select(select) = &offered.rows[0] else {
        panic!("{offered:#?}");
    };
    let SelectKind::Options(options) = &select.kind else {
        panic!("{select:#?}");
    };
    assert!(options.iter().all(|option| option.is_chosen));
    assert_eq!(chosen(&full, 1, &[&options[0].value]), Ok(60 - 25 + 1));
    assert_eq!(chosen(&full, 1, &[]), Ok(60 - 25));
    let none = ServerSettings::default();
    assert_eq!(
        chosen(&none, 1, &[&options[0].value, &options[3].value]),
        Ok(2)
    );
    for strange in [options[0].value.as_str(), "x", "AAAAAAAA"] {
        assert_eq!(chosen(&none, 0, &[strange]), Err(texts::NO_SUCH_CHOICE));
    }
}

#[test]
fn roles_films_and_digests_are_checked() {
    let settings = ServerSettings::default();
    let server = |action, kind, values: &[&str]| match chosen(&settings, kind, action, values)? {
        SettingsChange::Server(settings) => Ok(*settings),
        other => panic!("{other:?}"),
    };
    let text = ChannelKind::Text;
    let role = |values: &[&str]| {
        let set = server(SettingsAction::PickRole, text, values);
        set.map(|settings| settings.moderator_role)
    };
    assert_eq!(role(&["5"]), Ok(Some(RoleId(5))));
    assert_eq!(role(&[]), Ok(None));
    assert_eq!(role(&["x"]), Err(texts::NO_SUCH_CHOICE));
    assert_eq!(role(&[&SERVER.to_string()]), Err(texts::EVERYBODY_HAS_IT));
    let facts = facts(text);
    let values = ["5".to_owned()];
    let by_role = SettingsChoice {
        manages_server: false,
        ..choice(SettingsAction::PickRole, &values, &facts)
    };
    let refused = change(&view(&SAMPLES, &settings), &by_role);
    assert_eq!(refused, Err(texts::ONLY_MANAGERS_NAME_MODERATORS));
    let digest = |kind, values: &[&str]| {
        let set = server(SettingsAction::PickDigest, kind, values);
        set.map(|settings| settings.digest_channel)
    };
    assert_eq!(digest(text, &["1"]), Ok(Some(HERE)));
    assert_eq!(digest(ChannelKind::Voice, &[]), Ok(None));
    assert_eq!(digest(ChannelKind::Voice, &["1"]), Err(texts::IS_VOICE));
    assert_eq!(
        digest(ChannelKind::Forum, &["1"]),
        Err(texts::DIGEST_NEEDS_TEXT)
    );
    let film = SettingsAction::PickFilm(HERE);
    assert_eq!(
        of_channel(&settings, text, film, "x"),
        Err(texts::NO_SUCH_CHOICE)
    );
    let other = SettingsAction::PickFilm(PARENT);
    assert_eq!(
        chosen(&settings, text, other, &["unset"]),
        Err(texts::NO_SUCH_CHANNEL)
    );
}
