-- Following feeds. Times are milliseconds since 1970; a time that is null never comes.

-- What is followed: a feed, a news sitemap or a front page.
create table source (
  id ${text} primary key,
  url ${text} not null,
  address ${text} not null,
  kind text not null,
  state ${text} not null,
  title text,
  publisher text,
  zone text,
  language text,
  licence text,
  added_at bigint not null,
  next_at bigint not null,
  gap bigint not null,
  tried_at bigint,
  succeeded_at bigint,
  changed_at bigint,
  failures integer not null,
  error text,
  etag text,
  modified text,
  digest text,
  articles bigint not null
);
create index source_next on source (next_at);

create table source_day (
  source ${text} not null,
  day ${text} not null,
  articles integer not null,
  primary key (source, day)
);

-- Pages that sources led to; looked at when next_at comes.
create table page (
  url ${text} primary key,
  address ${text} not null,
  host ${text} not null,
  source ${text} not null,
  state ${text} not null,
  next_at bigint,
  found_at bigint not null,
  fetched_at bigint,
  gone_at bigint,
  visits integer not null,
  failures integer not null,
  error text,
  etag text,
  modified text,
  title text,
  publisher text,
  language text,
  published text
);
create index page_due on page (host, next_at);
create index page_source on page (source);
create index page_address on page (address);

-- What a host asks of its guests.
create table host (
  name ${text} primary key,
  robots bytea,
  robots_status integer not null,
  robots_until bigint not null,
  wait_until bigint not null
);
