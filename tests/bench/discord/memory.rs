//! How much memory the bot holds: at rest, and after many commands and buttons, of which it should keep nothing.

use std::rc::Rc;
use std::time::Duration;

use serde_json::Value;
use tokio::task::{JoinSet, LocalSet};
use tokio::time::sleep;

use super::asked::{QUESTIONS, TYPED};
use super::child::Bot;
use super::events::{channel_of, command, message_from_bot, press};
use super::fake::{Fake, Way};
use super::replies::runtime;
use crate::Sizes;

/// How many people use the bot at the same time.
const N_AT_ONCE: u64 = 16;
/// How many interactions a visit has.
const PER_VISIT: usize = 4;
/// How long the bot may take to tidy up.
const REST: Duration = Duration::from_secs(2);

/// Memory in MB.
pub(crate) struct Measured {
    /// The program that people run, at rest.
    pub(crate) program: f64,
    /// At rest, in production's way.
    pub(crate) at_rest: f64,
    /// After some interactions.
    pub(crate) after_few: f64,
    /// After many of them.
    pub(crate) after_many: f64,
}

/// Measures all of it.
pub(crate) fn measure(sizes: &Sizes) -> Measured {
    LocalSet::new().block_on(&runtime(), async {
        let fake = Fake::start(Way::Plain).await;
        let bot = Bot::program(&fake);
        let program = rested(&fake, &bot).await;
        let fake = Rc::new(Fake::start(Way::Tls).await);
        let bot = Bot::frontrow(&fake);
        let at_rest = rested(&fake, &bot).await;
        let (few, many) = (visits(sizes.few), visits(sizes.many));
        visited(&fake, 0..few).await;
        sleep(REST).await;
        let after_few = bot.resident_mb();
        visited(&fake, few..many).await;
        sleep(REST).await;
        let after_many = bot.resident_mb();
        Measured {
            program,
            at_rest,
            after_few,
            after_many,
        }
    })
}

fn visits(n_interactions: usize) -> u64 {
    (n_interactions / PER_VISIT) as u64
}

async fn rested(fake: &Fake, bot: &Bot) -> f64 {
    fake.settles().await;
    sleep(REST).await;
    bot.resident_mb()
}

/// Lets these people visit, some of them at the same time.
async fn visited(fake: &Rc<Fake>, people: std::ops::Range<u64>) {
    let mut tasks = JoinSet::new();
    for first in 0..N_AT_ONCE {
        let (fake, people) = (Rc::clone(fake), people.clone());
        tasks.spawn_local(async move {
            for person in people.skip(first as usize).step_by(N_AT_ONCE as usize) {
                visit(&fake, person).await;
            }
        });
    }
    while let Some(ended) = tasks.join_next().await {
        ended.expect("every visit goes well");
    }
}

/// A person asks, presses a button below the answer, types, and opens what was found.
async fn visit(fake: &Fake, person: u64) {
    let thing = person * PER_VISIT as u64;
    let at = person as usize;
    let question = QUESTIONS[at % QUESTIONS.len()];
    let asked = command(thing, person, 2, "ask", "question", question);
    let answer = fake.send(asked).await.body;
    let message = message_from_bot(&channel_of(person), &answer["data"]);
    let buttons = buttons(&message);
    let button = buttons[at / QUESTIONS.len() % buttons.len()];
    fake.send(press(thing + 1, person, button, &message)).await;
    let typed = TYPED[at % TYPED.len()];
    let typing = command(thing + 2, person, 4, "section", "name", typed);
    let found = fake.send(typing).await.body;
    let found = found["data"]["choices"][0]["value"].as_str();
    let found = found.unwrap_or_else(|| panic!("nothing is found for {typed:?}"));
    fake.send(command(thing + 3, person, 2, "section", "name", found))
        .await;
}

/// Returns what the buttons of a message carry, those that lead elsewhere left out.
fn buttons(message: &Value) -> Vec<&str> {
    let rows = message["components"].as_array().into_iter().flatten();
    let all = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
    all.filter_map(|button| button["custom_id"].as_str())
        .collect()
}
