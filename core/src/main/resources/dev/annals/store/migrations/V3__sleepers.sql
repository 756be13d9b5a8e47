-- Stories asleep are found by number, and one that wakes takes its keys away: a search costs the same
-- however many sleep. What slept before is placed anew from the articles.
drop table sleeper_key;
drop table sleeper;
delete from clusterer;

-- Kept and woken say after which document: when the clusterer goes back to an earlier state, so do they.
create table sleeper (
  number integer primary key,
  story ${text} not null,
  kept bigint not null,
  woken bigint,
  content bytea not null
);
create index sleeper_story on sleeper (story);
create index sleeper_kept on sleeper (kept);
create index sleeper_woken on sleeper (woken);
create table sleeper_key (
  key integer not null,
  sleeper integer not null
);
create index sleeper_key_key on sleeper_key (key, sleeper);
