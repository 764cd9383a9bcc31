//! Limits on the questions of one address: a lot at once, and then a little for as long as it goes on.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::middleware::NoOpMiddleware;
use governor::state::{InMemoryState, NotKeyed};
use governor::{NotUntil, Quota, RateLimiter};
use quick_cache::sync::Cache;

/// The most questions at once: a class that tries it out behind one address.
const BURST: NonZeroU32 = NonZeroU32::new(60).expect("it is not zero");
/// The questions more every second, for as long as it goes on: faster than anybody reads.
const PER_SECOND: NonZeroU32 = NonZeroU32::new(5).expect("it is not zero");
/// The most addresses that are remembered, those that asked least forgotten first: some 200 bytes each.
const MAX_ADDRESSES: usize = 10_000;

/// The questions that an address has left.
type Allowance<C> = RateLimiter<NotKeyed, InMemoryState, C, NoOpMiddleware<<C as Clock>::Instant>>;

/// Remembers how much each address asked.
#[derive(Debug)]
pub(crate) struct AddressLimits<C: Clock = DefaultClock> {
    clock: C,
    addresses: Cache<IpAddr, Arc<Allowance<C>>>,
}

impl Default for AddressLimits {
    fn default() -> Self {
        Self::with_clock(DefaultClock::default())
    }
}

impl<C: Clock + Clone> AddressLimits<C> {
    fn with_clock(clock: C) -> Self {
        let addresses = Cache::new(MAX_ADDRESSES);
        Self { clock, addresses }
    }

    /// Takes one question from an address.
    ///
    /// # Errors
    /// Returns how long the address should wait where it has none left.
    pub(crate) fn take(&self, address: IpAddr) -> Result<(), Duration> {
        let full = || {
            let quota = Quota::per_second(PER_SECOND).allow_burst(BURST);
            Ok(Arc::new(RateLimiter::direct_with_clock(
                quota,
                self.clock.clone(),
            )))
        };
        let Ok(allowance) = self
            .addresses
            .get_or_insert_with::<_, Infallible>(&counted_as(address), full);
        let refused = |until: NotUntil<C::Instant>| until.wait_time_from(self.clock.now());
        allowance.check().map_err(refused)
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
    use std::time::Duration;

    use governor::clock::FakeRelativeClock;

    use super::{AddressLimits, BURST, MAX_ADDRESSES, PER_SECOND};

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    fn limits() -> (AddressLimits<FakeRelativeClock>, FakeRelativeClock) {
        let clock = FakeRelativeClock::default();
        (AddressLimits::with_clock(clock.clone()), clock)
    }

    /// Asks until it is refused and returns how often that went well.
    fn exhaust(limits: &AddressLimits<FakeRelativeClock>, address: IpAddr) -> u32 {
        (0..10_000)
            .take_while(|_| limits.take(address).is_ok())
            .map(|_| 1)
            .sum()
    }

    #[test]
    fn an_address_may_ask_a_lot_at_once_and_then_a_little_all_the_time() {
        let (limits, clock) = limits();
        let asker = address("192.0.2.1");
        assert_eq!(exhaust(&limits, asker), BURST.get());
        let wait = limits.take(asker).expect_err("none left");
        assert!(wait <= Duration::from_secs(1), "{wait:?}");
        clock.advance(Duration::from_secs(2));
        assert_eq!(exhaust(&limits, asker), 2 * PER_SECOND.get());
        assert!(
            limits.take(address("192.0.2.2")).is_ok(),
            "others are no part of it"
        );
    }

    #[test]
    fn a_household_counts_as_one() {
        let (limits, _clock) = limits();
        exhaust(&limits, address("2001:db8:0:1::1"));
        assert!(limits.take(address("2001:db8:0:1:ffff::2")).is_err());
        assert!(limits.take(address("2001:db8:0:2::1")).is_ok());
        exhaust(&limits, address("192.0.2.1"));
        assert!(limits.take(address("::ffff:192.0.2.1")).is_err());
    }

    #[test]
    fn only_so_many_addresses_are_remembered() {
        let (limits, _clock) = limits();
        for number in 0..(MAX_ADDRESSES as u32 * 2) {
            let address = IpAddr::V4(Ipv4Addr::from(number));
            assert!(limits.take(address).is_ok());
        }
        let n_known = limits.addresses.len();
        assert!(n_known <= MAX_ADDRESSES, "{n_known}");
    }
}
