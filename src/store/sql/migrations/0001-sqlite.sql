-- Nothing is NULL: no server, role or channel is 0, no film, entry or word is empty. Days are counted from 1970-01-01.

CREATE TABLE server_settings (
    server INTEGER NOT NULL PRIMARY KEY,
    films TEXT NOT NULL,
    moderator_role INTEGER NOT NULL,
    plain_text INTEGER NOT NULL,
    keep_questions INTEGER NOT NULL,
    digest_channel INTEGER NOT NULL
);

CREATE TABLE channel_settings (
    server INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    mode TEXT NOT NULL,
    film TEXT NOT NULL,
    spoilers TEXT NOT NULL,
    is_trial INTEGER NOT NULL,
    PRIMARY KEY (server, channel)
) WITHOUT ROWID;

CREATE TABLE open_questions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    server INTEGER NOT NULL,
    film TEXT NOT NULL,
    question TEXT NOT NULL,
    question_key TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    n INTEGER NOT NULL,
    nearest_film TEXT NOT NULL,
    nearest_entry TEXT NOT NULL,
    ending TEXT NOT NULL,
    is_ignored INTEGER NOT NULL
);
CREATE UNIQUE INDEX open_questions_by_key ON open_questions (question_key, server, film);
CREATE INDEX open_questions_by_count ON open_questions (server, is_ignored, n DESC, last_day DESC, id DESC);
CREATE INDEX open_questions_by_film ON open_questions (server, is_ignored, film, n DESC, last_day DESC, id DESC);
CREATE INDEX open_questions_by_server_day ON open_questions (server, is_ignored, last_day);
CREATE INDEX open_questions_by_day ON open_questions (last_day);

CREATE TABLE taught_phrasings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    server INTEGER NOT NULL,
    film TEXT NOT NULL,
    entry TEXT NOT NULL,
    phrasing TEXT NOT NULL,
    day INTEGER NOT NULL
);
CREATE UNIQUE INDEX taught_phrasings_once ON taught_phrasings (server, film, entry, phrasing);

CREATE TABLE edits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    server INTEGER NOT NULL,
    film TEXT NOT NULL,
    part TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    revision INTEGER NOT NULL,
    published_at INTEGER NOT NULL,
    state TEXT NOT NULL
);
CREATE INDEX edits_by_film ON edits (server, film, id DESC);

CREATE TABLE edit_revisions (
    server INTEGER NOT NULL,
    film TEXT NOT NULL,
    part TEXT NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (server, film, part)
) WITHOUT ROWID;

CREATE TABLE trial_answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    server INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    question TEXT NOT NULL,
    film TEXT NOT NULL,
    entry TEXT NOT NULL,
    confidence REAL NOT NULL,
    verdict TEXT NOT NULL,
    day INTEGER NOT NULL
);
CREATE INDEX trial_answers_by_channel ON trial_answers (server, channel, verdict, id DESC);
CREATE INDEX trial_answers_by_question ON trial_answers (question);
CREATE INDEX trial_answers_by_day ON trial_answers (day);

CREATE TABLE question_counts (
    server INTEGER NOT NULL,
    day INTEGER NOT NULL,
    film TEXT NOT NULL,
    answered INTEGER NOT NULL,
    offered INTEGER NOT NULL,
    unknown INTEGER NOT NULL,
    PRIMARY KEY (server, day, film)
) WITHOUT ROWID;
CREATE INDEX question_counts_by_day ON question_counts (day);

CREATE TABLE entry_counts (
    server INTEGER NOT NULL,
    day INTEGER NOT NULL,
    film TEXT NOT NULL,
    entry TEXT NOT NULL,
    shown INTEGER NOT NULL,
    pressed INTEGER NOT NULL,
    disliked INTEGER NOT NULL,
    PRIMARY KEY (server, day, film, entry)
) WITHOUT ROWID;
CREATE INDEX entry_counts_by_day ON entry_counts (day);

CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    bytes BLOB NOT NULL,
    number INTEGER NOT NULL
);

CREATE TABLE guide_copies (
    film TEXT NOT NULL PRIMARY KEY,
    guide TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TABLE processes (
    id INTEGER NOT NULL PRIMARY KEY,
    started_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
);

CREATE TABLE reload_requests (
    id INTEGER NOT NULL PRIMARY KEY,
    by_process INTEGER NOT NULL,
    server INTEGER NOT NULL,
    asked_at INTEGER NOT NULL
);

CREATE TABLE reload_answers (
    reload INTEGER NOT NULL,
    process INTEGER NOT NULL,
    is_whole INTEGER NOT NULL,
    fingerprint INTEGER NOT NULL,
    PRIMARY KEY (reload, process)
) WITHOUT ROWID;
