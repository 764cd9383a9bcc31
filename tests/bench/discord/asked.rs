//! The questions that people ask: some of it has an answer, some may mean several things, some has none.

/// Questions about the guide in `faq`.
pub(crate) const QUESTIONS: [&str; 20] = [
    "Who directed Red Rocket?",
    "is red roket ok for kids?",
    "box office",
    "where was it filmed",
    "what does the title mean",
    "who plays Lonnie",
    "why is everybody so mad about this movie",
    "whats the sountrack like",
    "how does it end",
    "tell me about the cinematografy of the film please",
    "what did critics think of Simon Rex",
    "how long is it",
    "tell me about mikey",
    "characters",
    "what do critics say about the ending",
    "music and colors",
    "where can I stream it",
    "who directed Vertigo",
    "what's the weather in Lisbon tomorrow",
    "thanks everyone!",
];

/// The words that people type to find a section.
pub(crate) const TYPED: [&str; 6] = ["", "c", "crit", "critcs", "main char", "plot"];
