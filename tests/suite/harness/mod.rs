//! What tests are written with: folders of guides, guides as plain data, the real program.

pub(crate) mod guides;
pub(crate) mod program;
pub(crate) mod sample;
