-- The same on SQLite and PostgreSQL, where ${text} compares bytes as SQLite does. A migration that was
-- released is never changed: add V3__….sql and name it in Migrations.

create table meta (
  name text primary key,
  value text not null
);

-- What was read, byte for byte. One capture is told from another by its fingerprint:
-- SHA-256 over the bytes and what was stated beside them.
create table capture (
  fingerprint ${text} primary key,
  article ${text} not null,
  version integer not null,
  seq bigint not null,
  origin text not null,
  content bytea not null
);
create index capture_article on capture (article, version);
create index capture_seq on capture (seq);

-- Every version of every article; the newest is the current one.
create table article (
  id ${text} not null,
  version integer not null,
  seq bigint not null,
  newest integer not null,
  origin text not null,
  url text,
  source text,
  title text,
  published text,
  language text not null,
  text_digest text not null,
  content bytea not null,
  annotations bytea not null,
  primary key (id, version)
);
create index article_seq on article (seq);

create table story (
  id ${text} primary key,
  title text not null,
  first_day text,
  last_day ${text},
  articles integer not null,
  sources integer not null,
  changed bigint not null,
  stale integer not null,
  record bytea
);
create index story_stale on story (stale);
create index story_changed on story (changed);

create table placement (
  article ${text} primary key,
  story ${text} not null,
  why text not null
);
create index placement_story on placement (story);

-- What happened to stories: opened, joined, merged, split …
create table history (
  number bigint primary key,
  kind text not null,
  story ${text} not null,
  article ${text},
  other ${text},
  why text not null
);
create index history_story on history (story);

-- Stories that nothing was added to for long, out of the clusterer's memory. Kept and woken say after
-- which document: when the clusterer goes back to an earlier state, so do they.
create table sleeper (
  story ${text} not null,
  kept bigint not null,
  woken bigint,
  content bytea not null,
  primary key (story, kept)
);
create table sleeper_key (
  key bigint not null,
  story ${text} not null,
  kept bigint not null,
  primary key (key, story, kept)
);
create index sleeper_key_story on sleeper_key (story, kept);

create table correction (
  number bigint primary key,
  story ${text} not null,
  content bytea not null
);
create index correction_story on correction (story);

create table rejection (
  origin ${text} primary key,
  reason text not null
);

-- The clusterer as it stood after article number seq.
create table clusterer (
  name text primary key,
  seq bigint not null,
  content bytea not null
);
