//! Slots for connections: only so many at a time, and who has most of them makes room for those who come.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use tokio_util::sync::CancellationToken;

/// The connections that there are.
#[derive(Debug)]
pub(super) struct Slots {
    /// The most that there may be.
    max: usize,
    taken: Mutex<ConnectionTable>,
}

#[derive(Debug, Default)]
struct ConnectionTable {
    /// The number of the next connection.
    next: u64,
    connections: HashMap<u64, Connection>,
}

#[derive(Debug)]
struct Connection {
    peer: IpAddr,
    /// The time at which it was made, or at which something was sent over it for the last time.
    last_use: Instant,
    closing: CancellationToken,
}

/// The slot of one connection, which is free again when this is dropped.
#[derive(Debug)]
pub(super) struct Slot {
    slots: Arc<Slots>,
    number: u64,
    /// Cancelled where the connection has to make room.
    pub(super) closing: CancellationToken,
}

impl Slots {
    /// Starts with all slots free.
    pub(super) fn new(max: usize) -> Self {
        let taken = Mutex::default();
        Self { max, taken }
    }

    /// Takes a slot for a connection from `peer`. Where all are taken, the address that has most of them loses the
    /// connection over which nothing has been sent for longest: somebody who opens hundreds of them closes their own.
    pub(super) fn take(self: &Arc<Self>, peer: IpAddr) -> Slot {
        let closing = CancellationToken::new();
        let mut taken = self.taken();
        if taken.connections.len() >= self.max {
            taken.make_room();
        }
        let number = taken.next;
        taken.next += 1;
        let connection = Connection {
            peer,
            last_use: Instant::now(),
            closing: closing.clone(),
        };
        taken.connections.insert(number, connection);
        drop(taken);
        Slot {
            slots: Arc::clone(self),
            number,
            closing,
        }
    }

    fn taken(&self) -> MutexGuard<'_, ConnectionTable> {
        // A panic elsewhere leaves nothing half done here.
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ConnectionTable {
    fn make_room(&mut self) {
        let mut of_peer: HashMap<IpAddr, usize> = HashMap::new();
        for connection in self.connections.values() {
            *of_peer.entry(connection.peer).or_default() += 1;
        }
        let most = of_peer.values().max().copied().unwrap_or_default();
        let connections = self.connections.iter();
        let candidates = connections.filter(|(_, one)| of_peer.get(&one.peer) == Some(&most));
        let idlest = candidates.min_by_key(|(_, one)| one.last_use);
        let Some(number) = idlest.map(|(number, _)| *number) else {
            return;
        };
        if let Some(connection) = self.connections.remove(&number) {
            connection.closing.cancel();
        }
    }
}

impl Slot {
    /// Notes that something was sent.
    pub(super) fn used(&self) {
        let mut taken = self.slots.taken();
        if let Some(connection) = taken.connections.get_mut(&self.number) {
            connection.last_use = Instant::now();
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.slots.taken().connections.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;
    use std::sync::Arc;

    use super::Slots;

    fn peer(last: u8) -> IpAddr {
        [192, 0, 2, last].into()
    }

    #[test]
    fn who_has_most_makes_room_and_loses_the_idlest() {
        let slots = Arc::new(Slots::new(3));
        let other = slots.take(peer(1));
        let (first, second) = (slots.take(peer(2)), slots.take(peer(2)));
        first.used();
        let newcomer = slots.take(peer(3));
        let is_closing = |slot: &super::Slot| slot.closing.is_cancelled();
        assert!(is_closing(&second));
        assert!(!is_closing(&other) && !is_closing(&first) && !is_closing(&newcomer));
        // Its slot is the newcomer's now, and stays that.
        drop(second);
        assert_eq!(slots.taken().connections.len(), 3);
        drop((other, first, newcomer));
        assert!(slots.taken().connections.is_empty());
    }
}
