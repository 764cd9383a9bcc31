//! Starts frontrow: reads `.env`, runs the command line, returns its exit code.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use frontrow::cli::{self, Exit};
use frontrow::config::{self, Config};

fn main() -> ExitCode {
    // Before everything else: it changes the process environment.
    let loaded = config::load_env_file(Path::new(".env"));
    for warning in config::unknown_variables() {
        say(&warning);
    }
    let config = loaded.and_then(|()| Config::from_env());
    let exit = match config {
        Ok(config) => cli::run(&config, std::env::args_os()),
        Err(error) => {
            error.lines().iter().for_each(|line| say(line));
            Exit::Config
        }
    };
    exit.into()
}

fn say(line: &str) {
    // Nobody is left to tell when even this cannot be written.
    let _ = writeln!(std::io::stderr(), "frontrow: {line}");
}
