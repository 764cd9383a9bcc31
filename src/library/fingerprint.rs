//! A number that tells whether two contents are the same: FNV-1a, alike on every machine and in every version.

use std::fmt;

/// The starting value of the 64-bit FNV-1a hash, as its authors define it.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
/// The factor of the 64-bit FNV-1a hash, as its authors define it.
const PRIME: u64 = 0x0100_0000_01b3;

/// A hash in the making.
#[derive(Clone, Copy, Debug)]
pub struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Self {
        Self(BASIS)
    }
}

impl Fingerprint {
    /// Takes in a part; where one part ends and the next begins counts.
    pub fn add(&mut self, part: &[u8]) {
        for &byte in part.iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }

    /// Returns the hash of everything taken in.
    pub fn value(self) -> u64 {
        self.0
    }
}

impl fmt::Write for Fingerprint {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        self.add(part.as_bytes());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    fn of(parts: &[&str]) -> u64 {
        let mut fingerprint = Fingerprint::default();
        parts
            .iter()
            .for_each(|part| fingerprint.add(part.as_bytes()));
        fingerprint.value()
    }

    #[test]
    fn the_same_parts_give_the_same_number_and_others_another() {
        assert_eq!(of(&["ab", "c"]), of(&["ab", "c"]));
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_ne!(of(&["ab"]), of(&["ab", ""]));
    }
}
