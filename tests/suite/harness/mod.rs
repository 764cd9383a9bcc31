//! What tests are written with: folders of guides, and the mistakes found in them.

pub(crate) mod guides;
pub(crate) mod mistakes;
