//! Runs the real program in a folder of its own, as somebody at a terminal would.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The program, with its folder and its variables.
pub(crate) struct Frontrow {
    dir: TempDir,
    variables: Vec<(&'static str, String)>,
}

/// The output and the exit code of a run.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Returns the path of a file of the project.
pub(crate) fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Returns what a file of the project says.
#[track_caller]
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(project(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

impl Frontrow {
    /// An empty folder.
    pub(crate) fn in_empty_folder() -> Self {
        Self {
            dir: TempDir::new().expect("a folder"),
            variables: Vec::new(),
        }
    }

    /// A folder with the guide of an invented film.
    pub(crate) fn with_sample() -> Self {
        let frontrow = Self::in_empty_folder();
        frontrow.write(
            "faq/glass-harbor.toml",
            &read("tests/data/cli/glass-harbor.toml"),
        );
        frontrow
    }

    /// A folder with the guides that come with the program, without their checks, which are a matter of `check`.
    pub(crate) fn with_real_guides() -> Self {
        let frontrow = Self::in_empty_folder();
        for file in fs::read_dir(project("faq")).expect("the guides").flatten() {
            let text = fs::read_to_string(file.path()).expect("a guide");
            let without_checks = text.split("\n[[check]]").next().unwrap_or_default();
            frontrow.write(
                &format!("faq/{}", file.file_name().to_string_lossy()),
                without_checks,
            );
        }
        frontrow
    }

    /// Sets a variable for all runs.
    pub(crate) fn set(mut self, name: &'static str, value: &str) -> Self {
        self.variables.push((name, value.to_owned()));
        self
    }

    /// Writes a file into the folder, all of it at once: a program that watches never sees half of it.
    #[track_caller]
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.dir.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        // Where there is a link, the file that it leads to is written.
        let path = fs::canonicalize(&path).unwrap_or(path);
        let new = path.with_extension("new");
        fs::write(&new, text).expect("a file");
        fs::rename(new, path).expect("a file");
    }

    /// Puts a link to `target` in the place of a file.
    #[track_caller]
    pub(crate) fn link(&self, path: &str, target: &str) {
        let path = self.dir.path().join(path);
        fs::remove_file(&path).expect("a file");
        std::os::unix::fs::symlink(target, path).expect("a link");
    }

    /// Returns where a file of the folder is.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    /// Returns what a file of the folder says.
    #[track_caller]
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.dir.path().join(path)).expect("a file")
    }

    /// Returns the command that `line` stands for, not yet started.
    pub(crate) fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_frontrow"));
        command
            .args(words(line))
            .current_dir(self.dir.path())
            .env_clear()
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs `frontrow` with the words of `line`; words in double quotes stay together.
    #[track_caller]
    pub(crate) fn run(&self, line: &str) -> Ran {
        self.run_with(line, "")
    }

    /// Runs with something to read on standard input.
    #[track_caller]
    pub(crate) fn run_with(&self, line: &str, input: &str) -> Ran {
        let mut child = self
            .command(line)
            .stdin(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        // A program that does not read may be gone already.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("the program ends");
        Ran {
            code: output.status.code().expect("no signal"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Ran {
    /// Expects the exit code, and shows everything where it is another.
    #[track_caller]
    pub(crate) fn ends_with(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }

    /// Expects that nothing was written to standard error.
    #[track_caller]
    pub(crate) fn quietly(self) -> Self {
        assert_eq!(self.err, "", "{self:#?}");
        self
    }
}

/// Splits a line as a shell would, as far as the tests and the README need it.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (index, part) in line.split('"').enumerate() {
        if index % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}
