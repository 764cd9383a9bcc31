//! Settings: what each variable does, what is refused, and that no secret is ever printed.

use std::ffi::OsString;
use std::path::Path;

use frontrow::config::{Config, ConfigError, Spoilers, VARIABLES};

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
    assert_eq!(config.spoilers, Spoilers::Hide);
    assert_eq!((config.film, config.public_url), (None, None));
    assert!(config.discord_token.is_none() && !config.no_color);
    assert_eq!(config.log, "info");
}

#[test]
fn an_empty_variable_counts_as_unset() {
    let empty: Vec<(&str, &str)> = VARIABLES.iter().map(|one| (one.name, "")).collect();
    let (set_to_nothing, unset) = (config(&empty), config(&[]));
    assert_eq!(format!("{set_to_nothing:?}"), format!("{unset:?}"));
    let blank = config(&[("PUBLIC_URL", "  "), ("DISCORD_TOKEN", " ")]).expect("sound settings");
    assert!(blank.public_url.is_none() && blank.discord_token.is_none());
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
    assert_eq!(config.spoilers, Spoilers::Mild);
    assert_eq!(config.film.as_deref(), Some("red-rocket"));
    assert_eq!(
        config.public_url.as_deref(),
        Some("https://films.example/guides")
    );
    assert_eq!(
        config
            .discord_token
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
    ] {
        let error = config(&[(name, value)]).expect_err(value).to_string();
        assert!(error.contains(name) && error.contains(value), "{error}");
    }
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
    assert!(
        ran.err.contains("does not connect to Discord yet"),
        "{ran:?}"
    );
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
