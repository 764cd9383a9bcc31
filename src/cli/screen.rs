//! The output of commands: standard output or error, with colours and a width where a person reads it.

use std::io::{self, BufWriter, IsTerminal, Write};

/// The widest a line gets: longer lines are hard to read.
const MAX_WIDTH: usize = 80;

/// An output stream. Writing to it returns errors, unlike `println!`, so a closed pipe can end quietly.
pub(super) struct Screen {
    writer: Box<dyn Write>,
    terminal: bool,
    colors: bool,
    width: usize,
}

/// The look of a piece of text where there are colours.
#[derive(Clone, Copy, Debug)]
pub(super) enum Style {
    /// Headings.
    Bold,
    /// Text that one may skip.
    Dim,
    /// Text that is good to notice.
    Warning,
}

impl Style {
    fn start(self) -> &'static str {
        match self {
            Self::Bold => "\x1b[1m",
            Self::Dim => "\x1b[2m",
            Self::Warning => "\x1b[33m",
        }
    }
}

impl Screen {
    /// Standard output, coloured where it is a terminal and colours are wanted.
    pub(super) fn stdout(no_color: bool) -> Self {
        let stream = io::stdout();
        let terminal = stream.is_terminal();
        Self::new(BufWriter::new(stream), terminal, no_color)
    }

    /// Standard error, coloured where it is a terminal and colours are wanted.
    pub(super) fn stderr(no_color: bool) -> Self {
        let stream = io::stderr();
        let terminal = stream.is_terminal();
        Self::new(stream, terminal, no_color)
    }

    fn new(writer: impl Write + 'static, terminal: bool, no_color: bool) -> Self {
        let columns = terminal_columns().unwrap_or(MAX_WIDTH);
        Self {
            writer: Box::new(writer),
            terminal,
            colors: terminal && !no_color,
            width: columns.min(MAX_WIDTH),
        }
    }

    /// Returns how many columns a line may take.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Returns whether somebody reads it in a terminal.
    pub(super) fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// Returns whether colours are shown.
    pub(super) fn colors(&self) -> bool {
        self.colors
    }

    /// Returns `text` in a style, or as it is where there are no colours.
    pub(super) fn styled(&self, style: Style, text: &str) -> String {
        if self.colors {
            format!("{}{text}\x1b[0m", style.start())
        } else {
            text.to_owned()
        }
    }
}

/// Returns how wide the terminal is that output goes to, if it goes to one.
fn terminal_columns() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(io::stdout())
        .or_else(|_| rustix::termios::tcgetwinsize(io::stderr()));
    // Terminals that do not know their size say 0.
    size.ok()
        .map(|size| size.ws_col.into())
        .filter(|&columns| columns > 0)
}

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::{Screen, Style};

    #[test]
    fn styles_show_only_where_there_are_colors() {
        let colored = Screen::new(Vec::new(), true, false);
        assert_eq!(
            colored.styled(Style::Bold, "Critics"),
            "\x1b[1mCritics\x1b[0m"
        );
        for (terminal, no_color) in [(true, true), (false, false)] {
            let plain = Screen::new(Vec::new(), terminal, no_color);
            assert_eq!(plain.styled(Style::Bold, "Critics"), "Critics");
        }
        assert!(!Screen::stdout(true).colors());
    }
}
