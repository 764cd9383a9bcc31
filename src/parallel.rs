//! Work on many things of which each stands by itself, on all processors at once.

use std::panic::resume_unwind;
use std::thread;

/// Splits `items` into as many runs as there are processors, hands each to a thread of its own, and returns what comes
/// of the runs, in the order of the items.
///
/// # Panics
/// Panics where `work` does.
pub fn split<T: Sync, R: Send>(items: &[T], work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    let n_threads = thread::available_parallelism().map_or(1, usize::from);
    let runs = items.chunks(items.len().div_ceil(n_threads).max(1));
    let work = &work;
    thread::scope(|scope| {
        let threads: Vec<_> = runs.map(|run| scope.spawn(move || work(run))).collect();
        let joined = threads.into_iter().map(|thread| thread.join());
        joined
            .map(|outcome| outcome.unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn nothing_is_lost_and_the_order_stays() {
        for n in [0, 1, 2, 3, 100] {
            let items: Vec<usize> = (0..n).collect();
            let runs = split(&items, |run| run.to_vec());
            assert_eq!(runs.concat(), items);
        }
    }
}
