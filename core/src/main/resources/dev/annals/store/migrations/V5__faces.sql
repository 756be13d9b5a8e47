-- What is looked at before a sleeping story is woken. What slept before is placed anew from the articles.
delete from sleeper_key;
delete from sleeper;
delete from clusterer;
alter table sleeper add column faces bytea;
