//! Starts frontrow: reads `.env`, runs the command line, returns its exit code.

fn main() {}
