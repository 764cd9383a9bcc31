//! What tests are written with: folders of guides.

pub mod guides;
