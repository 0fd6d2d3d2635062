-- The log behind the audit entries: each gets a number, and what was numbered cannot change unseen.
--
--   log_pending      entries that have no number yet
--   log_entry        the number of each entry, from 0 without gaps, and the hash of its leaf
--   log_tile         the tree over these hashes (C2SP tlog-tiles); a tile grows until it is full
--   log_checkpoint   size and root of the tree, signed (C2SP tlog-checkpoint), one for each numbering
--   log_key          one row: whose signatures the checkpoints carry
--
-- Entries become visible in another order than they were written in: one with a smaller seq may be
-- committed later. What waits is therefore kept row by row and not as the highest number seen.

create table log_pending (
  seq bigint primary key
);
comment on table log_pending is
  'Entries to be numbered. An entry neither here nor in log_entry came in beside the application';

create function await_number() returns trigger
  language plpgsql
  as $$
begin
  insert into log_pending (seq) values (new.seq);
  return null;
end
$$;
comment on function await_number() is 'In the transaction of the entry: both are there or neither';
create trigger audit_entry_awaits_number after insert on audit_entry
  for each row execute function await_number();

insert into log_pending (seq) select seq from audit_entry;

create table log_entry (
  index bigint primary key,
  seq bigint not null,
  leaf bytea not null,
  constraint log_entry_seq_once unique (seq),
  constraint log_entry_index check (index >= 0),
  constraint log_entry_leaf check (octet_length(leaf) = 32)
);
comment on table log_entry is 'The place of each audit entry in the log; rows are never changed';
comment on column log_entry.seq is
  'No reference: entries never go, and it would lock a row for each. ./vigil check compares both';
comment on column log_entry.leaf is 'RFC 6962 2.1, over the canonical JSON of the entry';

create table log_tile (
  level smallint not null,
  index bigint not null,
  hashes bytea not null,
  primary key (level, index),
  constraint log_tile_place check (level between 0 and 6 and index >= 0),
  constraint log_tile_hashes check (
    octet_length(hashes) % 32 = 0 and octet_length(hashes) between 32 and 256 * 32
  )
);
-- Hashes do not compress: a tile is written as it is.
alter table log_tile alter column hashes set storage external;
comment on table log_tile is 'Hashes of the tree, every eighth level, 256 of them a row';

create table log_checkpoint (
  number bigint primary key,
  size bigint not null,
  root bytea not null,
  at timestamptz not null,
  note text not null,
  constraint log_checkpoint_size_once unique (size),
  constraint log_checkpoint_number check (number >= 0),
  constraint log_checkpoint_size check (size > 0),
  constraint log_checkpoint_root check (octet_length(root) = 32)
);
comment on table log_checkpoint is 'What the log stated about itself; rows are never changed';
comment on column log_checkpoint.number is 'From 0 without gaps, and part of what is signed: none can go unseen';
comment on column log_checkpoint.note is 'The signed note; the other columns repeat what it says';

create table log_key (
  only_row boolean primary key default true check (only_row),
  verifier_key text not null
);
comment on table log_key is
  'The public key and the name of the log (C2SP signed-note). The secret lies in the data directory';

-- What stays ---------------------------------------------------------------------------------------

create function refuse_to_change_log() returns trigger
  language plpgsql
  as $$
begin
  raise exception 'the log is insert-only' using errcode = 'insufficient_privilege';
end
$$;
comment on function refuse_to_change_log() is 'Stops the owner too, whom no grant binds';

create function refuse_to_change_tile() returns trigger
  language plpgsql
  as $$
begin
  if (new.level, new.index) is distinct from (old.level, old.index)
    or octet_length(new.hashes) <= octet_length(old.hashes)
    or substring(new.hashes from 1 for octet_length(old.hashes)) <> old.hashes
  then
    raise exception 'a tile of the log only grows' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

create trigger log_entry_insert_only before update or delete or truncate on log_entry
  for each statement execute function refuse_to_change_log();
create trigger log_checkpoint_insert_only before update or delete or truncate on log_checkpoint
  for each statement execute function refuse_to_change_log();
create trigger log_key_insert_only before update or delete or truncate on log_key
  for each statement execute function refuse_to_change_log();
create trigger log_tile_stays before delete or truncate on log_tile
  for each statement execute function refuse_to_change_log();
create trigger log_tile_only_grows before update on log_tile
  for each row execute function refuse_to_change_tile();

-- What the application may do ----------------------------------------------------------------------

grant select, insert, delete on log_pending to vigil_app;
grant select, insert on log_entry to vigil_app;
grant select, insert, update (hashes) on log_tile to vigil_app;
grant select, insert on log_checkpoint to vigil_app;
grant select, insert on log_key to vigil_app;
