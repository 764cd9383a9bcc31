//! The real bot as a child process.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use super::shared::Shared;

/// The running bot.
pub(crate) struct Program {
    child: Child,
    log: Option<JoinHandle<()>>,
}

impl Program {
    /// Starts it; what it writes to standard error is added to the world's log.
    pub(crate) fn start(mut command: Command, shared: &Arc<Shared>) -> Self {
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let lines = BufReader::new(child.stderr.take().expect("a pipe"));
        let shared = Arc::clone(shared);
        shared.lock().has_ended = false;
        let log = thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                shared.change(|world| world.log.extend([line.as_str(), "\n"]));
            }
            shared.change(|world| world.has_ended = true);
        });
        Self {
            child,
            log: Some(log),
        }
    }

    /// Returns the number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Returns the exit code of one that has ended.
    pub(crate) fn code(mut self) -> Option<i32> {
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(log) = self.log.take() {
            let _ = log.join();
        }
    }
}
