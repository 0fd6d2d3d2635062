-- Several keys can belong to one record: whenever its class changes, it is encrypted anew under a fresh key.
--
--   key_family      which keys belong to one record, by the id of the first; whoever has one has no line
--   destroyed_key   from now on also: the signed tombstone, by which each destruction stands in the log
--
-- A key that has a successor is retired: nothing new is encrypted under it, and it is kept for old copies
-- of the records. One of a family destroyed is all of it destroyed.

create table key_family (
  id text primary key,
  family text not null,
  retired_at integer
) strict;
create index key_of_family on key_family (family);

alter table destroyed_key add column tombstone text;
