//! Keeps serenity's memory of rate limits small: it holds one for every interaction there ever was.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use serenity::all::{Http, InteractionId, Route};
use serenity::http::{Ratelimit, Ratelimiter};
use tokio::sync::Mutex;
use tokio::time::sleep;

/// The number that may be remembered before they are looked through.
const MAX_ROUTES: usize = 1000;
/// The interval at which they are looked through anyway.
const PERIOD: Duration = Duration::from_secs(60);
/// The interval at which they are counted.
const LOOK: Duration = Duration::from_millis(200);

/// Forgets the limit of an interaction that was answered: there is no second answer, and thousands of them between
/// other things keep memory from being used again.
pub(super) async fn forget(http: &Http, interaction_id: InteractionId) {
    let Some(ratelimiter) = &http.ratelimiter else {
        return;
    };
    // Which limit it is has nothing to do with the token.
    let token = "";
    let route = Route::InteractionResponse {
        interaction_id,
        token,
    };
    let routes = ratelimiter.routes();
    routes.write().await.remove(&route.ratelimiting_bucket());
}

/// Forgets limits that are over, now and then, and never returns.
pub(super) async fn prune_forever(http: Arc<Http>) {
    let Some(ratelimiter) = &http.ratelimiter else {
        return std::future::pending().await;
    };
    let mut pruned = Instant::now();
    loop {
        sleep(LOOK).await;
        let is_full = ratelimiter.routes().read().await.len() >= MAX_ROUTES;
        if is_full || pruned.elapsed() >= PERIOD {
            prune(ratelimiter, SystemTime::now()).await;
            pruned = Instant::now();
        }
    }
}

async fn prune(ratelimiter: &Ratelimiter, now: SystemTime) {
    let routes = ratelimiter.routes();
    let mut routes = routes.write().await;
    routes.retain(|_, limit| is_needed(limit, now));
}

/// Returns whether a request would have to wait for a limit, or one is under way that will know more about it. A limit with
/// requests left holds nobody up, and the answer to the next one tells it anew: interactions leave nothing but such.
fn is_needed(limit: &Arc<Mutex<Ratelimit>>, now: SystemTime) -> bool {
    if Arc::strong_count(limit) > 1 {
        return true;
    }
    let Ok(limit) = limit.try_lock() else {
        return true;
    };
    limit.remaining() <= 0 && limit.reset().is_some_and(|reset| reset > now)
}

#[cfg(test)]
mod tests {
    use serenity::http::RatelimitingBucket;

    use super::*;

    #[tokio::test]
    async fn limits_that_are_over_are_forgotten_and_those_in_use_are_not() {
        let client = reqwest::Client::new();
        let ratelimiter = Ratelimiter::new(client, "Bot a.b.c");
        let routes = ratelimiter.routes();
        for id in 1..=1500 {
            routes.write().await.entry(bucket(id)).or_default();
        }
        let in_use: Vec<_> = routes.read().await.values().take(7).cloned().collect();
        prune(&ratelimiter, SystemTime::now()).await;
        assert_eq!(routes.read().await.len(), 7);
        drop(in_use);
        prune(&ratelimiter, SystemTime::now()).await;
        assert!(routes.read().await.is_empty());
    }

    #[tokio::test]
    async fn the_limit_of_an_interaction_goes_with_it() {
        let http = Http::new("a.b.c");
        let routes = http.ratelimiter.as_ref().expect("limits").routes();
        for id in [1, 2] {
            routes.write().await.entry(bucket(id)).or_default();
        }
        forget(&http, InteractionId::new(1)).await;
        let left: Vec<_> = routes.read().await.keys().copied().collect();
        assert_eq!(left, [bucket(2)]);
    }

    fn bucket(id: u64) -> RatelimitingBucket {
        let route = Route::InteractionResponse {
            interaction_id: InteractionId::new(id),
            token: "a",
        };
        route.ratelimiting_bucket()
    }
}
