//! What answers: the guides, the settings that replies go by, and what is remembered for a while.
//!
//! Doors call it with what they parsed and send what it returns. Nothing here waits, and nothing but the guides
//! outlives the process.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use tracing::{Level, debug, enabled};

use crate::answer::Decision;
use crate::config::Config;
use crate::content::{Library, Live};
use crate::conversation::Door;
use crate::conversation::{
    self, About, Asked, Choice, Ears, Heard, Message, Opened, Place, Pressed, Presser, Question,
    Room, Said, Spot,
};
use crate::health::Health;
use crate::metrics::{self, Metrics, Outcome};
use crate::rate_limit::{Cooldowns, Got, Pace, Paces, Replied};
use crate::reply::{Settings, SpoilerPolicy, texts};

/// What answers.
#[derive(Debug)]
pub struct App {
    /// The guides.
    pub live: Arc<Live>,
    /// What stays hidden until somebody asks to see it.
    pub spoilers: SpoilerPolicy,
    /// Where the pages are published.
    pub public_url: Option<String>,
    /// The film that is meant where nothing else names one, by its id.
    pub film: Option<String>,
    /// Where people get help with the bot.
    pub support_url: Option<String>,
    /// Where people read what the bot keeps.
    pub privacy_url: Option<String>,
    /// Where the bot listens without being called.
    pub ears: Ears,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// How the connection is.
    pub health: Arc<Health>,
    /// The entries that were given unasked lately.
    cooldowns: Mutex<Cooldowns>,
    /// Who asked how often lately.
    paces: Mutex<Paces>,
    /// What the latest messages got.
    replied: Mutex<Replied>,
}

/// Somebody who uses a command.
#[derive(Clone, Copy, Debug)]
pub struct Asker<'a> {
    /// Who it is, by Discord's id.
    pub id: u64,
    /// Where they are.
    pub spot: &'a Spot,
    /// The film they chose, as they typed it.
    pub film: Option<&'a str>,
}

impl App {
    /// Sets up what answers from these guides.
    pub fn new(config: &Config, live: Arc<Live>) -> Self {
        Self {
            live,
            spoilers: config.spoilers,
            public_url: config.public_url.clone(),
            film: config.film.clone(),
            support_url: config.support_url.clone(),
            privacy_url: config.privacy_url.clone(),
            ears: Ears {
                ask_channels: config.discord.ask_channels.clone(),
                forums: config.discord.forums.clone(),
            },
            metrics: Arc::default(),
            health: Arc::new(Health::with_gateway()),
            cooldowns: Mutex::default(),
            paces: Mutex::default(),
            replied: Mutex::default(),
        }
    }

    /// Returns what is said to a message that is a question; `None` for silence.
    pub fn answer(
        &self,
        heard: &Heard<'_>,
        question: &Question,
        spot: &Spot,
        now: Instant,
    ) -> Option<Message> {
        let door = question.door;
        let got = locked(&self.replied).get(heard.id);
        if got == Some(Got::Answer) || (got.is_some() && heard.edited_after.is_none()) {
            return None;
        }
        let library = self.live.current();
        let room = self.room(&library, spot);
        let asked = Asked {
            text: &question.text,
            film: None,
            asker: heard.author,
        };
        let said = match question.text.is_empty() {
            true => line(texts::HOW_TO_ASK),
            false => conversation::ask(&room, &asked),
        };
        self.note(door, &said);
        // The line that there is no answer is said once to a message, however often it is edited.
        let is_said = got.is_some() && said.decision == Decision::Unknown;
        if !door.speaks(said.decision) || is_said {
            return None;
        }
        self.within_limits(heard, door, said, now)
    }

    /// Returns what may be said after all, and notes that it is.
    fn within_limits(
        &self,
        heard: &Heard<'_>,
        door: Door,
        said: Said,
        now: Instant,
    ) -> Option<Message> {
        let message = if door.is_prompted() {
            match locked(&self.paces).pace(heard.author, now) {
                Pace::Go => said.message,
                Pace::SlowDown => return Some(Message::line(texts::TOO_FAST)),
                Pace::Silence => return None,
            }
        } else {
            if let Some((film, entry)) = &said.entry
                && !locked(&self.cooldowns).allow(heard.channel, film, entry, now)
            {
                return None;
            }
            said.message
        };
        let got = match said.decision {
            Decision::Unknown => Got::Line,
            Decision::Confident | Decision::Suggest => Got::Answer,
        };
        locked(&self.replied).note(heard.id, got);
        Some(message)
    }

    /// Answers a question that was put with a command: for everybody to see where there is an answer.
    pub fn ask(&self, asker: &Asker<'_>, text: &str, now: Instant) -> Opened {
        if locked(&self.paces).pace(asker.id, now) != Pace::Go {
            return private(Message::line(texts::TOO_FAST));
        }
        self.with_film(asker, |room, film| {
            let said = conversation::ask(
                room,
                &Asked {
                    text,
                    film,
                    asker: asker.id,
                },
            );
            self.note(Door::Command, &said);
            Opened {
                is_public: said.decision != Decision::Unknown,
                message: said.message,
            }
        })
    }

    /// Answers what somebody else's message asks, as [`App::ask`] does.
    pub fn ask_of(&self, asker: &Asker<'_>, message: &str, now: Instant) -> Opened {
        if !conversation::has_words(message) {
            return private(Message::line(texts::NOTHING_TO_ANSWER));
        }
        self.ask(asker, message, now)
    }

    /// Opens a section or entry, or the contents where none is named.
    pub fn section(&self, asker: &Asker<'_>, name: Option<&str>) -> Opened {
        self.with_film(asker, |room, film| {
            conversation::open_section(room, film, name, asker.id)
        })
    }

    /// Opens a question, or the list of questions where none is named.
    pub fn faq(&self, asker: &Asker<'_>, name: Option<&str>) -> Opened {
        self.with_film(asker, |room, film| {
            conversation::open_question(room, film, name, asker.id)
        })
    }

    /// Lists the films.
    pub fn films(&self, spot: &Spot) -> Message {
        conversation::films(&self.room(&self.live.current(), spot))
    }

    /// Says what the bot is.
    pub fn about(&self, spot: &Spot) -> Message {
        let about = About {
            support_url: self.support_url.as_deref(),
            privacy_url: self.privacy_url.as_deref(),
        };
        conversation::about(&self.room(&self.live.current(), spot), &about)
    }

    /// Carries out what a button or a choice of a menu carries.
    pub fn press(&self, pressed: &str, presser: Presser, spot: &Spot) -> Pressed {
        conversation::press(&self.room(&self.live.current(), spot), pressed, presser)
    }

    /// Offers sections and entries while somebody types.
    pub fn offer_sections(&self, asker: &Asker<'_>, typed: &str) -> Vec<Choice> {
        self.offer(asker, |room, film| {
            conversation::offer_sections(room, film, typed)
        })
    }

    /// Offers questions while somebody types.
    pub fn offer_questions(&self, asker: &Asker<'_>, typed: &str) -> Vec<Choice> {
        self.offer(asker, |room, film| {
            conversation::offer_questions(room, film, typed)
        })
    }

    /// Offers films while somebody types.
    pub fn offer_films(&self, typed: &str) -> Vec<Choice> {
        let library = self.live.current();
        conversation::offer_films(&self.room(&library, &Spot::default()), typed)
    }

    fn offer(
        &self,
        asker: &Asker<'_>,
        offer: impl Fn(&Room<'_>, Option<usize>) -> Vec<Choice>,
    ) -> Vec<Choice> {
        let library = self.live.current();
        let film = asker
            .film
            .and_then(|typed| conversation::film(&library, typed));
        offer(&self.room(&library, asker.spot), film)
    }

    /// Opens something of the film that was chosen, or says that there is no such film.
    fn with_film(
        &self,
        asker: &Asker<'_>,
        open: impl Fn(&Room<'_>, Option<usize>) -> Opened,
    ) -> Opened {
        let library = self.live.current();
        let room = self.room(&library, asker.spot);
        let Some(typed) = asker.film.filter(|typed| !typed.trim().is_empty()) else {
            return open(&room, None);
        };
        match conversation::film(&library, typed) {
            Some(film) => open(&room, Some(film)),
            None => private(Message::line(texts::NO_SUCH_FILM)),
        }
    }

    /// Counts and logs what was decided, never what was asked or by whom.
    fn note(&self, door: Door, said: &Said) {
        let outcome = match said.decision {
            Decision::Confident => Outcome::Answer,
            Decision::Suggest => Outcome::Suggest,
            Decision::Unknown => Outcome::Unknown,
        };
        self.metrics.asked(metrics::Door::Discord, outcome);
        if !enabled!(Level::DEBUG) {
            return;
        }
        let entry = said.entry.as_ref();
        let entry = entry.map(|(film, entry)| format!("{film}/{entry}"));
        debug!(
            door = door.as_str(),
            confidence = said.confidence,
            entry,
            "{}: {:?}",
            door.as_str(),
            said.decision
        );
    }

    fn room<'a>(&'a self, library: &'a Library, spot: &Spot) -> Room<'a> {
        let settings = Settings {
            spoilers: self.spoilers,
            public_url: self.public_url.as_deref(),
        };
        let place = Place {
            name: spot.name.as_deref(),
            parent: spot.parent_name.as_deref(),
            film: self.film.as_deref(),
        };
        Room::new(library, settings, place)
    }
}

fn line(text: &str) -> Said {
    Said {
        decision: Decision::Unknown,
        confidence: 0.0,
        entry: None,
        message: Message::line(text),
    }
}

fn private(message: Message) -> Opened {
    Opened {
        message,
        is_public: false,
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What is behind it is whole after every step, so a panic elsewhere is no reason to stop.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
