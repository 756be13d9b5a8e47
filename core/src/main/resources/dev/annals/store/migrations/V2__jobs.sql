-- What a job outside writes carries its number: what comes again, or late, changes nothing.
alter table story add column version bigint not null default 0;
alter table placement add column version bigint not null default 0;
