//! Speed of matching.

fn main() {}
