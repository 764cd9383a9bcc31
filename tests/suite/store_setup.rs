//! The way to the database: what the settings say, what is wrong with them, and that no password shows.

use std::ffi::OsString;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use frontrow::config::{Config, ConfigError};
use frontrow::store::{SqlStore, Store, StoreError};

use crate::harness::program::Frontrow;
use crate::harness::stores::{Database, postgres_url, runtime};

fn config(variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
    Config::from_variables(|wanted| {
        let found = variables.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, value)| OsString::from(value))
    })
}

/// Returns why a store cannot be opened.
fn why(url: &str) -> StoreError {
    let opened = SqlStore::new(url).and_then(|store| runtime().block_on(store.open()));
    opened.expect_err(url)
}

#[test]
fn the_address_and_the_days_are_read() {
    let unset = config(&[]).expect("sound settings").database;
    assert_eq!(
        unset.sound_url().expect("an address").reveal(),
        "sqlite://frontrow.db"
    );
    assert_eq!(unset.retention_days, 30);
    let set = config(&[
        ("DATABASE_URL", " postgres://ada:geheim@db/films "),
        ("FRONTROW_RETENTION_DAYS", "7"),
    ]);
    let set = set.expect("sound settings");
    let url = set.database.sound_url().expect("an address");
    assert_eq!(url.reveal(), "postgres://ada:geheim@db/films");
    assert_eq!(set.database.retention_days, 7);
    assert!(!format!("{set:?}").contains("geheim"));
}

#[test]
fn addresses_of_nothing_are_refused_without_a_letter_of_them() {
    for url in [
        "frontrow.db",
        "mysql://ada:geheim@db/films",
        "sqlite:geheim",
        "/geheim",
    ] {
        let error = config(&[("DATABASE_URL", url)]).expect_err(url).to_string();
        assert!(
            error.starts_with("DATABASE_URL names no database"),
            "{error}"
        );
        assert!(error.contains("sqlite://frontrow.db"), "{error}");
        assert!(
            !error.contains("geheim") && !error.contains("mysql"),
            "{error}"
        );
    }
    for days in ["0", "31", "x", "-1"] {
        let error = config(&[("FRONTROW_RETENTION_DAYS", days)]).expect_err(days);
        let why = format!("FRONTROW_RETENTION_DAYS is `{days}`: use a number of days from 1 to 30");
        assert_eq!(error.to_string(), why);
    }
}

#[test]
fn the_address_comes_from_a_file_too() {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write("secret", "postgres://ada:geheim@db/films\n");
    let path = frontrow.path("secret").display().to_string();
    let url = |others: &[(&str, &str)]| {
        let variables = [&[("DATABASE_URL_FILE", path.as_str())], others].concat();
        config(&variables).expect("settings").database.sound_url()
    };
    assert_eq!(
        url(&[]).expect("an address").reveal(),
        "postgres://ada:geheim@db/films"
    );
    let both = url(&[("DATABASE_URL", "sqlite://a.db")])
        .expect_err("two")
        .to_string();
    assert!(
        both.contains("DATABASE_URL_FILE is set beside DATABASE_URL"),
        "{both}"
    );
    for (text, why) in [(" \n", "empty"), ("geheim", "names no database")] {
        frontrow.write("secret", text);
        let wrong = url(&[]).expect_err(why).to_string();
        assert!(
            wrong.starts_with("DATABASE_URL_FILE ") && wrong.contains(why),
            "{wrong}"
        );
        assert!(!wrong.contains("geheim"), "{wrong}");
    }
}

#[test]
fn a_file_that_cannot_be_used_is_named_with_what_to_do() {
    let frontrow = Frontrow::in_empty_folder();
    let at = |path: &str| format!("sqlite://{}", frontrow.path(path).display());
    let no_folder = why(&at("nowhere/frontrow.db")).to_string();
    assert!(
        no_folder.contains("nowhere of the file that DATABASE_URL names is not there"),
        "{no_folder}"
    );
    assert!(no_folder.contains("make it"), "{no_folder}");
    frontrow.write(
        "text.db",
        &"This is no database, but a text of some length. ".repeat(100),
    );
    let no_database = why(&at("text.db")).to_string();
    assert!(
        no_database.contains("is no SQLite database: move it away"),
        "{no_database}"
    );
    frontrow.write("folder/file", "");
    let a_folder = why(&at("folder")).to_string();
    assert!(a_folder.contains("cannot be written"), "{a_folder}");
    for url in ["sqlite://", "sqlite::memory:"] {
        let nameless = why(url).to_string();
        assert!(nameless.contains("names no file"), "{nameless}");
    }
}

#[test]
fn a_folder_that_is_not_writable_is_named() {
    let frontrow = Frontrow::with_sample().set("DISCORD_TOKEN", "a.b.c");
    let locked = frontrow.path("locked");
    fs::create_dir(&locked).expect("a folder");
    fs::set_permissions(&locked, Permissions::from_mode(0o555)).expect("permissions");
    let is_root = fs::write(locked.join("test"), "").is_ok();
    let url = format!("sqlite://{}", locked.join("frontrow.db").display());
    if is_root {
        // Nothing is locked for root; a place where nobody can write is.
        let proc = why("sqlite:///proc/frontrow.db").to_string();
        assert!(proc.contains("must be writable"), "{proc}");
    } else {
        let ran = frontrow.set("DATABASE_URL", &url).run("run").ends_with(78);
        assert!(
            ran.err
                .contains("must be writable for whoever runs frontrow"),
            "{ran:?}"
        );
    }
}

#[test]
fn the_bot_does_not_start_on_a_database_that_it_cannot_use() {
    let frontrow = Frontrow::with_sample()
        .set("DISCORD_TOKEN", "a.b.c")
        .set("DATABASE_URL", "sqlite://nowhere/frontrow.db");
    let ran = frontrow.run("run").ends_with(78);
    assert!(
        ran.err
            .contains("the folder nowhere of the file that DATABASE_URL names"),
        "{ran:?}"
    );
    // Whoever only asks needs none.
    frontrow.run("ask ferry").quietly();
    assert!(!frontrow.path("frontrow.db").exists());
}

#[test]
fn addresses_of_postgresql_are_looked_at_before_they_are_used() {
    for (url, expected) in [
        (
            "postgres://ada:ge@heim:x@host:port/films",
            "is no address of PostgreSQL",
        ),
        (
            "postgres://ada@db/films?pasword=geheim",
            "has the parameter `pasword`",
        ),
    ] {
        let error = why(url).to_string();
        assert!(error.contains(expected), "{error}");
        assert!(!error.contains("heim"), "{error}");
    }
}

#[test]
fn a_server_that_is_not_there_is_away() {
    // Nobody listens at the port of a listener that is gone.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let error = why(&format!("postgres://ada:geheim@127.0.0.1:{port}/films"));
    assert!(error.is_away(), "{error}");
    assert!(!error.to_string().contains("geheim"), "{error}");
}

#[test]
fn a_server_that_lets_nobody_in_says_why() {
    let Some(url) = postgres_url() else { return };
    let (before, rest) = url.split_once("://").expect("an address");
    let (user, rest) = rest.split_once(':').expect("a user");
    let (password, server) = rest.split_once('@').expect("a password");
    let wrong = [
        format!("{before}://{user}:wrong{password}@{server}"),
        format!("{before}://nobody:{password}@{server}"),
        format!("{url}_which_is_not_there"),
    ];
    for url in wrong {
        let error = why(&url);
        assert!(matches!(error, StoreError::Setup(_)), "{error}");
        let error = error.to_string();
        assert!(
            error.contains("PostgreSQL does not let frontrow in"),
            "{error}"
        );
        assert!(!error.contains(password), "{error}");
    }
}

#[test]
fn a_user_who_may_make_no_tables_is_told_what_it_takes() {
    let Some(database) = runtime().block_on(Database::postgres()) else {
        return;
    };
    let user = format!("guest_{}", std::process::id());
    let run_sql = |sql: String| runtime().block_on(database.run_sql(&sql));
    run_sql(format!("CREATE ROLE {user} LOGIN PASSWORD 'geheim'"));
    let (_, server) = database.url.split_once('@').expect("a server");
    let url = format!("postgres://{user}:geheim@{server}");
    let no_schema = why(&url).to_string();
    run_sql(format!(
        "GRANT USAGE ON SCHEMA {} TO {user}",
        database.schema()
    ));
    let no_tables = why(&url).to_string();
    run_sql(format!("DROP OWNED BY {user}; DROP ROLE {user}"));
    runtime().block_on(database.remove());
    for error in [no_schema, no_tables] {
        assert!(
            error.contains("does not let frontrow make its tables"),
            "{error}"
        );
        assert!(error.contains("GRANT USAGE, CREATE ON SCHEMA"), "{error}");
    }
}
