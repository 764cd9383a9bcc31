//! Settings: what each variable does, what is refused, and that no secret is ever printed.

use std::ffi::OsString;
use std::path::Path;

use frontrow::config::{Config, ConfigError, VARIABLES};

use frontrow::reply::SpoilerPolicy;

use crate::harness::program::{Frontrow, read};

fn config(variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
    Config::from_variables(|wanted| {
        let found = variables.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, value)| OsString::from(value))
    })
}

#[test]
fn without_variables_the_defaults_hold() {
    let config = config(&[]).expect("sound settings");
    assert_eq!(config.guides, Path::new("faq"));
    assert_eq!(config.spoilers, SpoilerPolicy::Hide);
    assert_eq!((config.film, config.public_url), (None, None));
    assert!(config.discord.token.is_none() && !config.no_color);
    assert_eq!(config.log, "info,serenity=warn");
    let discord = config.discord;
    assert!(!discord.message_content && discord.reload_guilds.is_empty());
    assert_eq!((discord.api_url, discord.guild), (None, None));
}

#[test]
fn an_empty_variable_counts_as_unset() {
    let empty: Vec<(&str, &str)> = VARIABLES.iter().map(|one| (one.name, "")).collect();
    let (set_to_nothing, unset) = (config(&empty), config(&[]));
    assert_eq!(format!("{set_to_nothing:?}"), format!("{unset:?}"));
    let blank = config(&[("PUBLIC_URL", "  "), ("DISCORD_TOKEN", " ")]).expect("sound settings");
    assert!(blank.public_url.is_none() && blank.discord.token.is_none());
}

#[test]
fn variables_are_read() {
    let config = config(&[
        ("FRONTROW_GUIDES", "/srv/guides"),
        ("FRONTROW_SPOILERS", "mild"),
        ("FRONTROW_FILM", "red-rocket"),
        ("PUBLIC_URL", "https://films.example/guides/"),
        ("DISCORD_TOKEN", "a.b.c"),
        ("NO_COLOR", "1"),
        ("RUST_LOG", "frontrow=debug"),
    ])
    .expect("sound settings");
    assert_eq!(config.guides, Path::new("/srv/guides"));
    assert_eq!(config.spoilers, SpoilerPolicy::Mild);
    assert_eq!(config.film.as_deref(), Some("red-rocket"));
    assert_eq!(
        config.public_url.as_deref(),
        Some("https://films.example/guides")
    );
    assert!(!format!("{config:?}").contains("a.b.c"));
    assert_eq!(
        config
            .discord
            .token
            .map(|token| token.reveal().to_owned())
            .as_deref(),
        Some("a.b.c")
    );
    assert!(config.no_color);
}

#[test]
fn what_makes_no_sense_is_named() {
    for (name, value) in [
        ("FRONTROW_SPOILERS", "some"),
        ("PUBLIC_URL", "films.example"),
        ("PUBLIC_URL", "ftp://films.example"),
        ("PUBLIC_URL", "https://"),
        ("PUBLIC_URL", "https://films.example/?page=1"),
        ("PUBLIC_URL", "https://films .example"),
        ("RUST_LOG", "frontrow=shouting"),
        ("DISCORD_MESSAGE_CONTENT", "yes"),
        ("DISCORD_GUILD", "0"),
        ("DISCORD_GUILD", "12, 34"),
        ("DISCORD_API_URL", "localhost:8080"),
        ("SUPPORT_URL", "discord.gg/help"),
        ("PRIVACY_URL", "https://films.example/ privacy"),
    ] {
        let error = config(&[(name, value)]).expect_err(value).to_string();
        assert!(error.contains(name) && error.contains(value), "{error}");
    }
}

#[test]
fn settings_of_discord_are_read() {
    let discord = config(&[
        ("DISCORD_MESSAGE_CONTENT", "true"),
        ("FRONTROW_ASK_CHANNELS", "12, 34,56  78,"),
        ("FRONTROW_FORUMS", "9"),
        ("FRONTROW_RELOAD_GUILDS", "18446744073709551615"),
        ("DISCORD_GUILD", "5"),
        ("DISCORD_API_URL", "http://127.0.0.1:8080/discord/"),
    ])
    .expect("sound settings")
    .discord;
    assert!(discord.message_content);
    assert_eq!(discord.ask_channels, [12, 34, 56, 78]);
    assert_eq!(discord.forums, [9]);
    assert_eq!(discord.reload_guilds, [u64::MAX]);
    assert_eq!(discord.guild, Some(5));
    let api_url = discord.api_url.as_deref();
    assert_eq!(api_url, Some("http://127.0.0.1:8080/discord"));
}

#[test]
fn pages_may_be_any_address() {
    let config = config(&[
        ("SUPPORT_URL", "https://discord.gg/help"),
        ("PRIVACY_URL", "https://films.example/?page=bot#privacy"),
    ]);
    let config = config.expect("sound settings");
    let urls = (config.support_url, config.privacy_url);
    let (support, privacy) = (urls.0.as_deref(), urls.1.as_deref());
    assert_eq!(support, Some("https://discord.gg/help"));
    assert_eq!(privacy, Some("https://films.example/?page=bot#privacy"));
}

#[test]
fn an_id_that_is_none_is_named_alone() {
    for (value, word) in [
        ("12,x", "`x`"),
        ("-5", "`-5`"),
        ("+5", "`+5`"),
        ("0", "`0`"),
    ] {
        for name in [
            "FRONTROW_ASK_CHANNELS",
            "FRONTROW_FORUMS",
            "FRONTROW_RELOAD_GUILDS",
        ] {
            let error = config(&[(name, value)]).expect_err(value).to_string();
            assert!(
                error.starts_with(&format!("{name} has {word}: ")),
                "{error}"
            );
        }
    }
}

#[test]
fn what_is_answered_unasked_must_be_readable() {
    for name in ["FRONTROW_ASK_CHANNELS", "FRONTROW_FORUMS"] {
        let error = config(&[(name, "12")]).expect_err(name).to_string();
        assert!(error.starts_with(name), "{error}");
        assert!(error.contains("DISCORD_MESSAGE_CONTENT=true"), "{error}");
        config(&[(name, "12"), ("DISCORD_MESSAGE_CONTENT", "true")]).expect("sound settings");
    }
}

#[test]
fn a_token_has_the_shape_of_one() {
    let check = |token: &str| {
        let config = config(&[("DISCORD_TOKEN", token)]).expect("settings");
        config.discord.token.expect("a token").check()
    };
    assert_eq!(check("a.b-c.d_e"), Ok(()));
    for token in [
        "secret",
        "se.cret",
        "se..cret",
        "s.e.c.ret",
        "s.e c.ret",
        "Bot s.e.cret",
        "s.e.crét",
        "\"s.e.cret\"",
        "'s.e.cret'",
    ] {
        let error = check(token).expect_err(token).to_string();
        assert!(error.starts_with("DISCORD_TOKEN "), "{error}");
        assert!(
            !error.contains("cret") && !error.contains("crét"),
            "{error}"
        );
    }
    let quoted = check("\"a.b.c\"").expect_err("quotes").to_string();
    assert!(quoted.contains("quotes around it"), "{quoted}");
    let error = check("secret").expect_err("no dots").to_string();
    assert!(
        error.contains("https://discord.com/developers/applications"),
        "{error}"
    );
    assert!(error.contains("Reset Token"), "{error}");
}

#[test]
fn everything_that_makes_no_sense_is_named_in_one_run() {
    let frontrow = Frontrow::with_sample()
        .set("FRONTROW_GUIDE", "elsewhere")
        .set("DISCORD_BOT_TOKEN", "se.cr.et")
        .set("FRONTROW_SPOILERS", "some")
        .set("HTTP_TRUSTED_PROXY", "10.0.0.1,proxy")
        .set("FRONTROW_POLL_SECONDS", "0")
        .set("FRONTROW_FORUMS", "12");
    let ran = frontrow.run("films").ends_with(78);
    let lines: Vec<&str> = ran.err.lines().collect();
    let expected = [
        "DISCORD_BOT_TOKEN is no setting; did you mean DISCORD_TOKEN?",
        "FRONTROW_GUIDE is no setting; did you mean FRONTROW_GUIDES?",
        "FRONTROW_POLL_SECONDS is `0`: ",
        "FRONTROW_SPOILERS is `some`: use hide, mild or all",
        "HTTP_TRUSTED_PROXY has `proxy`: ",
        "FRONTROW_FORUMS needs DISCORD_MESSAGE_CONTENT=true",
    ];
    assert_eq!(lines.len(), expected.len(), "{lines:#?}");
    for (line, expected) in lines.into_iter().zip(expected) {
        let expected = format!("frontrow: {expected}");
        assert!(line.starts_with(&expected), "{line}");
    }
}

#[test]
fn a_name_that_is_no_setting_is_a_warning_only() {
    let frontrow = Frontrow::with_sample().set("FRONTROW_GUIDE", "elsewhere");
    let ran = frontrow.run("films").ends_with(0);
    assert!(ran.err.contains("did you mean FRONTROW_GUIDES?"), "{ran:?}");
    assert!(ran.out.contains("Glass Harbor"), "{ran:?}");
}

#[test]
fn a_token_comes_from_a_file_too() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("secret", "a.b.c\n");
    let path = frontrow.path("secret").display().to_string();
    let discord = |others: &[(&str, &str)]| {
        let variables = [&[("DISCORD_TOKEN_FILE", path.as_str())], others].concat();
        config(&variables).expect("settings").discord
    };
    let token = discord(&[]).sound_token().expect("sound").expect("a token");
    assert_eq!(token.reveal(), "a.b.c");
    let both = discord(&[("DISCORD_TOKEN", "a.b.c")]).sound_token();
    let both = both.expect_err("two tokens").to_string();
    assert!(
        both.contains("DISCORD_TOKEN_FILE is set beside DISCORD_TOKEN"),
        "{both}"
    );
    for (text, why) in [(" \n", "empty"), ("Bot a.b.c", "begins with")] {
        frontrow.write("secret", text);
        let wrong = discord(&[]).sound_token().expect_err(why).to_string();
        assert!(wrong.contains(why), "{wrong}");
    }
    // Only the bot needs it.
    let frontrow = Frontrow::with_sample().set("DISCORD_TOKEN_FILE", "nowhere");
    frontrow.run("films").ends_with(0).quietly();
    let ran = frontrow.run("run").ends_with(78);
    assert!(
        ran.err.contains("DISCORD_TOKEN_FILE is `nowhere`: "),
        "{ran:?}"
    );
}

#[test]
fn a_malformed_variable_ends_with_78() {
    let ran = Frontrow::with_sample()
        .set("FRONTROW_SPOILERS", "some")
        .run("films")
        .ends_with(78);
    assert_eq!(
        ran.err,
        "frontrow: FRONTROW_SPOILERS is `some`: use hide, mild or all\n"
    );
}

#[test]
fn a_token_does_not_print() {
    let config = config(&[("DISCORD_TOKEN", "very-secret")]).expect("sound settings");
    assert!(!format!("{config:#?}").contains("very-secret"));
    let ran = Frontrow::with_sample()
        .set("DISCORD_TOKEN", "very-secret")
        .set("RUST_LOG", "trace")
        .run("run")
        .ends_with(78);
    assert!(!format!("{ran:?}").contains("very-secret"), "{ran:?}");
    let wanted = "frontrow: DISCORD_TOKEN is no bot token";
    assert!(ran.err.starts_with(wanted), "{ran:?}");
}

#[test]
fn only_the_bot_needs_a_sound_token() {
    let frontrow = Frontrow::with_sample().set("DISCORD_TOKEN", "very-secret");
    frontrow.run("films").ends_with(0).quietly();
}

#[test]
fn an_env_file_sets_what_is_not_set_already() {
    let frontrow = Frontrow::with_sample();
    frontrow.write(".env", "# settings\nFRONTROW_GUIDES=elsewhere\n");
    let ran = frontrow.run("films").ends_with(1);
    assert!(ran.err.contains("elsewhere"), "{ran:?}");
    let ran = frontrow
        .set("FRONTROW_GUIDES", "faq")
        .run("films")
        .ends_with(0);
    assert_eq!(ran.out, "Glass Harbor (2014) (glass-harbor)\n");
}

#[test]
fn a_malformed_env_file_is_an_error_that_names_the_line_and_not_its_text() {
    let frontrow = Frontrow::with_sample();
    frontrow.write(".env", "# settings\n\nDISCORD_TOKEN = 'half a secret\n");
    let ran = frontrow.run("films").ends_with(78);
    assert!(ran.err.starts_with("frontrow: .env:3: "), "{ran:?}");
    assert!(!ran.err.contains("secret"), "{ran:?}");
}

#[test]
fn the_example_file_lists_every_variable_with_its_default() {
    let example = read(".env.example");
    let listed: Vec<(&str, &str)> = example
        .lines()
        .filter_map(|line| line.trim_start_matches("# ").split_once('='))
        .filter(|(name, _)| name.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
        .collect();
    let known: Vec<(&str, &str)> = VARIABLES
        .iter()
        .map(|one| (one.name, one.default))
        .collect();
    assert_eq!(listed, known);
}

#[test]
fn the_example_file_explains_every_variable() {
    let example = read(".env.example");
    for block in example.trim().split("\n\n").skip(1) {
        let (comments, variables): (Vec<&str>, Vec<&str>) =
            block.lines().partition(|line| line.starts_with('#'));
        assert!(!comments.is_empty() && variables.len() == 1, "{block}");
    }
}

#[test]
fn the_example_file_works_as_it_is() {
    let frontrow = Frontrow::with_sample();
    frontrow.write(".env", &read(".env.example"));
    frontrow.run("films").ends_with(0).quietly();
}
