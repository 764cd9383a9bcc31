//! The film vocabulary: words that mean the same to people who talk about films.
//!
//! Only words that can stand for each other in nearly any question, irregular forms that no stemmer
//! joins, and chat words that the vectors do not know; what is merely related is the vectors' task.

/// Groups of words with one meaning; the first stands for all. Whole words, folded.
pub const GROUPS: &[&[&str]] = &[
    // Films and where they are seen.
    &["film", "movie", "flick"],
    &["cinema", "theater", "theatre"],
    &["audience", "viewer", "moviegoer", "filmgoer"],
    &["premiere", "debut"],
    // Who makes them.
    &["direct", "director", "helm", "filmmaker"],
    &["write", "wrote", "written", "writer"],
    &["script", "screenplay"],
    &["screenwriter", "scriptwriter"],
    &["actor", "actress", "performer"],
    &["shoot", "shot"],
    &["cinematographer", "cinematography", "dp"],
    &["soundtrack", "ost"],
    &["backstage", "bts"],
    // What is in them.
    &["story", "plot", "storyline"],
    &["main", "lead"],
    &["protagonist", "hero", "antihero"],
    &["color", "colour"],
    &["end", "finish"],
    &["explicit", "nsfw"],
    // What they earn.
    &["earn", "gross", "earnings", "revenue", "haul"],
    &["money", "cash", "buck", "dough"],
    &["award", "prize", "trophy"],
    // People.
    &["child", "children", "kid", "kiddo"],
    &["mother", "mom", "mum", "mommy"],
    &["father", "dad", "daddy"],
    &["teenager", "teen"],
    &["people", "folks"],
    // Chat words.
    &["hour", "hr", "hrs"],
    &["minute", "min", "mins"],
    &["year", "yr", "yrs"],
    &["different", "difference", "differ", "diff"],
    &["picture", "pic"],
    // Irregular forms.
    &["win", "won"],
    &["make", "made"],
    &["spend", "spent"],
    &["think", "thought"],
    &["say", "said"],
    &["mean", "meant"],
    &["tell", "told"],
    &["buy", "bought"],
    &["see", "saw", "seen"],
    &["find", "found"],
    &["feel", "felt"],
    &["begin", "began", "begun"],
    &["take", "took", "taken"],
    &["come", "came"],
    &["long", "length", "lengthy"],
    &["good", "great"],
    &["similar", "alike"],
];
