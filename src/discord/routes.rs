//! Keeps serenity's memory of rate limits small: it holds one for every interaction there ever was.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use serenity::all::Http;
use serenity::http::{Ratelimit, Ratelimiter};
use tokio::sync::Mutex;
use tokio::time::sleep;

/// How many may be remembered before they are looked through.
const MAX_ROUTES: usize = 250;
/// How often they are looked through anyway.
const PERIOD: Duration = Duration::from_secs(60);
/// How often they are counted: at thousands of interactions a second, there are never twice as many as allowed. Each
/// takes half a kilobyte, and what is taken once is not given back.
const LOOK: Duration = Duration::from_millis(50);

/// Forgets limits that are over, for ever.
pub(super) async fn keep_few(http: Arc<Http>) {
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

/// Whether a request would have to wait for a limit, or one is under way that will know more about it. A limit with
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
    use serenity::all::{InteractionId, Route};

    use super::*;

    #[tokio::test]
    async fn limits_that_are_over_are_forgotten_and_those_in_use_are_not() {
        let client = reqwest::Client::new();
        let ratelimiter = Ratelimiter::new(client, "Bot a.b.c");
        let routes = ratelimiter.routes();
        for id in 1..=1500 {
            let route = Route::InteractionResponse {
                interaction_id: InteractionId::new(id),
                token: "a",
            };
            let bucket = route.ratelimiting_bucket();
            routes.write().await.entry(bucket).or_default();
        }
        let in_use: Vec<_> = routes.read().await.values().take(7).cloned().collect();
        prune(&ratelimiter, SystemTime::now()).await;
        assert_eq!(routes.read().await.len(), 7);
        drop(in_use);
        prune(&ratelimiter, SystemTime::now()).await;
        assert!(routes.read().await.is_empty());
    }
}
