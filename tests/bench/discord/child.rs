//! A bot as a process of its own.

use std::fs::{self, File};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use super::bot::TOKEN;
use super::fake::Fake;

/// A running bot; it ends with this value.
pub(crate) struct Bot {
    /// Its own end of the pipe closes when this process is gone, and then it ends.
    child: Child,
    folder: TempDir,
}

impl Bot {
    /// Starts the bare echo.
    pub(crate) fn echo(fake: &Fake) -> Self {
        Self::start(this(&["bot", "echo"]).args(&fake.address))
    }

    /// Starts frontrow through its library.
    pub(crate) fn frontrow(fake: &Fake) -> Self {
        Self::start(this(&["bot", "frontrow"]).args(&fake.address))
    }

    /// Starts the program that people run.
    pub(crate) fn program(fake: &Fake) -> Self {
        let url = &fake.address[1];
        let guides = concat!(env!("CARGO_MANIFEST_DIR"), "/faq");
        let mut command = Command::new(env!("CARGO_BIN_EXE_frontrow"));
        let command = command.arg("run").env_clear();
        Self::start(
            command
                .env("DISCORD_TOKEN", TOKEN)
                .env("DISCORD_API_URL", url)
                .env("FRONTROW_GUIDES", guides),
        )
    }

    fn start(command: &mut Command) -> Self {
        // No `.env` lies there.
        let folder = TempDir::new().expect("a folder");
        let log = File::create(folder.path().join("log")).expect("a file");
        let command = command.current_dir(folder.path()).stdin(Stdio::piped());
        let child = command.stdout(Stdio::null()).stderr(log).spawn();
        let child = child.expect("it starts");
        Self { child, folder }
    }

    /// Returns how much memory it holds, in MB; 0 where the system does not say so in Linux's way.
    pub(crate) fn resident_mb(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let figure = line.and_then(|line| line.split_whitespace().next());
        let kb: u32 = figure.and_then(|kb| kb.parse().ok()).unwrap_or(0);
        f64::from(kb) / 1024.0
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            let log = fs::read_to_string(self.folder.path().join("log"));
            println!("The bot's log:\n{}", log.unwrap_or_default());
        }
    }
}

fn this(args: &[&str]) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(args).env_clear();
    command
}
