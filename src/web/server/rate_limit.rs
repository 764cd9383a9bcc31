//! How much one address may ask: a bucket of questions that fills up again as time passes.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many questions may come at once: a class that tries it out behind one address.
const BURST: f64 = 60.0;
/// How many more every second, for as long as it goes on.
const PER_SECOND: f64 = 5.0;
/// How many addresses are remembered at the most: some 100 bytes each.
const MAX_ADDRESSES: usize = 10_000;

/// Remembers who asked how much.
#[derive(Debug, Default)]
pub(in crate::web) struct Limiter(Mutex<HashMap<IpAddr, Bucket>>);

/// What an address has left.
#[derive(Clone, Copy, Debug)]
struct Bucket {
    left: f64,
    /// When that was counted.
    at: Instant,
}

impl Bucket {
    fn filled(self, now: Instant) -> Self {
        let more = now.saturating_duration_since(self.at).as_secs_f64() * PER_SECOND;
        Self {
            left: (self.left + more).min(BURST),
            at: now,
        }
    }
}

impl Limiter {
    /// Takes one question from an address.
    ///
    /// # Errors
    /// Returns how long the address should wait where it has none left.
    pub(in crate::web) fn take(&self, address: IpAddr, now: Instant) -> Result<(), Duration> {
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let address = counted_as(address);
        if buckets.len() >= MAX_ADDRESSES && !buckets.contains_key(&address) {
            make_room(&mut buckets, now);
        }
        let full = Bucket {
            left: BURST,
            at: now,
        };
        let bucket = buckets.entry(address).or_insert(full);
        *bucket = bucket.filled(now);
        if bucket.left < 1.0 {
            return Err(Duration::from_secs_f64((1.0 - bucket.left) / PER_SECOND));
        }
        bucket.left -= 1.0;
        Ok(())
    }
}

/// Forgets those who have asked nothing for a while; where nobody has, everybody.
fn make_room(buckets: &mut HashMap<IpAddr, Bucket>, now: Instant) {
    buckets.retain(|_, bucket| bucket.filled(now).left < BURST);
    if buckets.len() >= MAX_ADDRESSES {
        buckets.clear();
    }
}

/// Returns the address that a sender counts as: one household has a whole /64 of IPv6 addresses.
fn counted_as(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};
    use std::time::{Duration, Instant};

    use super::{BURST, Limiter, MAX_ADDRESSES, PER_SECOND};

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    /// Asks until it is refused and returns how often that went well.
    fn exhaust(limiter: &Limiter, address: IpAddr, now: Instant) -> usize {
        (0..10_000)
            .take_while(|_| limiter.take(address, now).is_ok())
            .count()
    }

    #[test]
    fn an_address_may_ask_a_lot_at_once_and_then_a_little_all_the_time() {
        let (limiter, now) = (Limiter::default(), Instant::now());
        let asker = address("192.0.2.1");
        assert_eq!(exhaust(&limiter, asker, now), BURST as usize);
        let wait = limiter.take(asker, now).expect_err("none left");
        assert!(wait <= Duration::from_secs(1), "{wait:?}");
        assert_eq!(
            exhaust(&limiter, asker, now + Duration::from_secs(2)),
            2 * PER_SECOND as usize
        );
        assert!(
            limiter.take(address("192.0.2.2"), now).is_ok(),
            "others are no part of it"
        );
    }

    #[test]
    fn a_household_counts_as_one() {
        let (limiter, now) = (Limiter::default(), Instant::now());
        exhaust(&limiter, address("2001:db8:0:1::1"), now);
        assert!(limiter.take(address("2001:db8:0:1:ffff::2"), now).is_err());
        assert!(limiter.take(address("2001:db8:0:2::1"), now).is_ok());
        exhaust(&limiter, address("192.0.2.1"), now);
        assert!(limiter.take(address("::ffff:192.0.2.1"), now).is_err());
    }

    #[test]
    fn only_so_many_addresses_are_remembered() {
        let (limiter, now) = (Limiter::default(), Instant::now());
        for number in 0..(MAX_ADDRESSES as u32 * 2) {
            let address = IpAddr::V4(Ipv4Addr::from(number));
            assert!(limiter.take(address, now).is_ok());
        }
        let n_known = limiter.0.lock().expect("no panic").len();
        assert!(n_known <= MAX_ADDRESSES, "{n_known}");
    }
}
