-- What identifies a person is bound to the class of the incident it belongs to. When that changes, it is
-- encrypted anew under a fresh key; and each destroyed key has a tombstone that the log has signed.
--
--   identity_succession   which key follows for whom, since whom the class was changed; in this order
--   identity_change       from now on also: the class has changed
--   erasure               from now on also: the signed tombstone, which lies in the key store, too

create table identity_succession (
  id uuid primary key,
  pseudonym uuid not null references incident_person (pseudonym),
  class text not null,
  new_key uuid not null,
  old_key uuid,
  asked_at timestamptz not null,
  written_at timestamptz,
  ended_at timestamptz,
  constraint identity_succession_once unique (new_key),
  constraint identity_succession_class check (class in ('S0', 'S1', 'S2', 'S3', 'S4')),
  constraint identity_succession_written check ((old_key is null) = (written_at is null))
);
create index identity_succession_of_person on identity_succession (pseudonym, id);
create index identity_succession_open on identity_succession (id) where ended_at is null;
comment on table identity_succession is 'Asked for with the change of class, done as soon as keys are open';
comment on column identity_succession.class is 'What the person is encrypted for from then on';
comment on column identity_succession.old_key is 'Set in the transaction that encrypts under the new one';
comment on column identity_succession.ended_at is 'The old key is retired, or the person was erased';

alter table identity_change drop constraint identity_change_what;
alter table identity_change add constraint identity_change_what
  check (what in ('recorded', 'changed', 'held', 'released', 'reclassified'));

alter table erasure add column tombstone text;
comment on column erasure.tombstone is 'Signed by the key of the log (core/keys tombstone)';

grant select, insert, update (old_key, written_at, ended_at) on identity_succession to vigil_app;
grant update (tombstone) on erasure to vigil_app;
