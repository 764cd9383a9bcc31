//! A number that tells one content from another.

use crate::library::Fingerprint;

/// Returns the number of some bytes.
pub(super) fn of(bytes: &[u8]) -> u64 {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(bytes);
    fingerprint.value()
}
