-- The keys of records, in a store of their own (SQLite): nothing of it is ever in the record database.
--
--   custody         one row: to whom keys are sealed, and the identity that opens them
--   kek             keys that wrap the keys of records, each sealed to the recipient of custody
--   data_key        the keys of records, wrapped
--   destroyed_key   which keys were destroyed, so that no copy brings them back
--   opened          who opened which key, and what for; never changed

create table custody (
  only_row integer primary key check (only_row = 1),
  recipient text not null,
  identity blob
) strict;

create table kek (
  id text primary key,
  sealed blob not null,
  made_at integer not null
) strict;

-- Without a kek it is sealed to the recipient of custody, and waits to be wrapped until somebody unlocks.
create table data_key (
  id text primary key,
  kek text references kek (id),
  wrapped blob not null
) strict;
create index data_key_of_kek on data_key (kek);

create table destroyed_key (
  id text primary key,
  at integer not null
) strict;

create table opened (
  seq integer primary key,
  at integer not null,
  key_id text not null,
  actor text not null,
  purpose text not null
) strict;
create index opened_by_actor on opened (actor, at);
