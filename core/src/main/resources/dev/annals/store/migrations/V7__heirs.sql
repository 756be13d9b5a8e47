-- Former stories, to find the one that each was merged into.
create index history_merged on history (other) where kind = 'merged';
