//! Days: what is kept is dated to the day, so that nobody's hours show.

use std::fmt;
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

use jiff::civil::{Date, date};
use jiff::{Span, Unit};

/// Seconds of a day; leap seconds do not count in Unix time.
const SECONDS: i64 = 86_400;

/// A day in UTC, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i32);

/// A text that names no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayError;

impl Day {
    /// Returns today.
    pub fn today() -> Self {
        Self::at(unix_now())
    }

    /// Returns the day of a moment in seconds since 1970.
    pub fn at(seconds: i64) -> Self {
        Self(i32::try_from(seconds.div_euclid(SECONDS)).unwrap_or(i32::MAX))
    }

    /// Returns the day that is `n` days earlier.
    pub fn minus(self, n: u32) -> Self {
        Self(self.0.saturating_sub_unsigned(n))
    }
}

/// Returns the moment in seconds since 1970.
pub fn unix_now() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    // A clock before 1970 is one that was never set.
    now.map_or(0, |now| i64::try_from(now.as_secs()).unwrap_or(i64::MAX))
}

fn first() -> Date {
    date(1970, 1, 1)
}

impl fmt::Display for Day {
    /// Writes `2026-01-31`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let span = Span::new().try_days(self.0);
        match span.and_then(|span| first().checked_add(span)) {
            Ok(date) => date.fmt(f),
            Err(_) => write!(f, "day {}", self.0),
        }
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let date: Date = text.parse().map_err(|_| DayError)?;
        let span = first().until((Unit::Day, date)).map_err(|_| DayError)?;
        Ok(Self(span.get_days()))
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn days_are_counted_and_written() {
        for (seconds, text) in [
            (-1, "1969-12-31"),
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (1_769_817_600, "2026-01-31"),
        ] {
            let day = Day::at(seconds);
            assert_eq!(day.to_string(), text);
            assert_eq!(text.parse(), Ok(day));
        }
        assert_eq!(Day(30).minus(31), Day(-1));
        assert!("2026-02-30".parse::<Day>().is_err());
    }
}
