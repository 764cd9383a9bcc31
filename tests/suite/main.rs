//! One test binary.

mod reply;
