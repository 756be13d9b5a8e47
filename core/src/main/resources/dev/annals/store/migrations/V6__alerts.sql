-- Searches and stories that somebody wants to hear of, and what was told already.
create table alert (
  id ${text} primary key,
  kind text not null,
  query text not null,
  webhook text not null,
  secret text not null,
  added_at bigint not null,
  next_at bigint not null,
  told_at bigint,
  generation bigint not null,
  failures integer not null,
  error text
);

create table alert_told (
  alert ${text} not null,
  entry ${text} not null,
  primary key (alert, entry)
);
