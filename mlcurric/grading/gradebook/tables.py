"""The tables of the gradebook's SQLite file."""

FORM = 1
"""The form of the tables; a file of another form is not touched."""
TABLES = """
create table learners (
    id integer primary key,
    folder text not null unique,           -- the name of the learner's folder, as bytes in hexadecimal: names may be no text
    shown text not null                    -- the same for people
);
create table submissions (
    id integer primary key,
    learner integer not null references learners,
    exercise text not null,                -- or the name of a file whose exercise is unknown
    attempt integer not null,
    hash text not null,                    -- SHA-256 of the file
    file text not null,
    modified text not null,                -- when the file was written, as the file system has it (UTC)
    lang text not null,
    details text not null,                 -- what the page shows beside the questions, as JSON
    graded_at text not null default current_timestamp,
    unique (learner, exercise, attempt)
);
create table verdicts (
    submission integer not null references submissions,
    place integer not null,
    question text not null,
    status text not null,
    most integer not null,
    points real not null,
    misconception text,
    graded text not null,                  -- the rest of the verdict and the answer, as JSON
    primary key (submission, question)
);
create table marks (
    learner integer not null references learners,
    exercise text not null,
    question text not null,
    text text not null,                    -- SHA-256 of the text that was marked: another text has no marks yet
    line text not null,                    -- of the rubric; an empty one for the comment on the whole
    points real,
    comment text not null default '',
    marked_at text not null default current_timestamp,
    primary key (learner, exercise, question, text, line)
);
create table history (
    id integer primary key,
    at text not null default current_timestamp,
    what text not null,
    details text not null
);
create table settings (name text primary key, value text not null);
"""
