//! A chat that goes on: say something, wait for what is said to it, edit the guides meanwhile.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use super::program::Frontrow;

/// The time that a test waits for a line before it fails; most come at once, a reload after a moment of quiet.
const TIMEOUT: Duration = Duration::from_secs(20);

/// A program that reads lines and answers them; it ends with the test.
pub(crate) struct Conversation {
    child: Child,
    stdin: Option<ChildStdin>,
    out: Receiver<String>,
    log: Receiver<String>,
}

impl Conversation {
    /// Starts `frontrow` with the words of `line`.
    #[track_caller]
    pub(crate) fn begin(frontrow: &Frontrow, line: &str) -> Self {
        let mut command = frontrow.command(line);
        let mut child = command.stdin(Stdio::piped()).spawn().expect("it starts");
        Self {
            stdin: child.stdin.take(),
            out: lines(child.stdout.take().expect("a pipe")),
            log: lines(child.stderr.take().expect("a pipe")),
            child,
        }
    }

    /// Types a line.
    #[track_caller]
    pub(crate) fn say(&mut self, line: &str) {
        let stdin = self.stdin.as_mut().expect("somebody types");
        writeln!(stdin, "{line}").expect("it reads");
    }

    /// Waits for a line of the answer that contains `part`, and returns it.
    #[track_caller]
    pub(crate) fn hear(&self, part: &str) -> String {
        wait_for(&self.out, part)
    }

    /// Waits for a line of the log that contains `part`, and returns it.
    #[track_caller]
    pub(crate) fn see_logged(&self, part: &str) -> String {
        wait_for(&self.log, part)
    }

    /// Says that nothing more will be typed.
    pub(crate) fn hang_up(&mut self) {
        self.stdin = None;
    }

    /// Sends the program a signal, as a service manager does.
    #[track_caller]
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status();
        assert!(sent.expect("kill runs").success(), "it is still there");
    }

    /// Asks the program to end and returns its exit code.
    #[track_caller]
    pub(crate) fn end_by(mut self, signal: &str) -> Option<i32> {
        self.signal(signal);
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Conversation {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[track_caller]
fn wait_for(lines: &Receiver<String>, part: &str) -> String {
    let mut others = Vec::new();
    loop {
        match lines.recv_timeout(TIMEOUT) {
            Ok(line) if line.contains(part) => return line,
            Ok(line) => others.push(line),
            Err(error) => panic!("{part:?}: {error}, after {others:#?}"),
        }
    }
}

/// Reads a pipe in a thread of its own, so that waiting for a line can end.
fn lines(pipe: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let lines = BufReader::new(pipe).lines().map_while(Result::ok);
        // The test may be over before the program is.
        lines
            .take_while(|line| sender.send(line.clone()).is_ok())
            .for_each(drop);
    });
    receiver
}
