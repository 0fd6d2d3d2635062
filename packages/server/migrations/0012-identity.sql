-- Who the people are that incidents speak of. What identifies them (S0) lies encrypted, each person under
-- a key of their own, in a schema that only the role vigil_identity reaches; its keys are elsewhere.
--
--   identity.person          a person, known by a random pseudonym; which key opens what is theirs
--   identity.sealed_field    names, birth, contact, notes: encrypted
--   incident_person          which incident a pseudonym belongs to
--   identity_hold            whose identity may not be destroyed
--   identity_change          what became of an identity, without a word of it; insert-only
--   erasure                  requests to destroy the key of a person, and what became of them
--   erasure_approval         who approved them; insert-only
--
-- No reference and no join leads from one schema to the other: identity can move to another server.

create schema identity;

create table identity.person (
  pseudonym uuid primary key,
  key_id uuid not null,
  class text not null,
  version integer not null,
  constraint person_key_once unique (key_id),
  constraint person_class check (class in ('S0', 'S1', 'S2', 'S3', 'S4')),
  constraint person_version check (version > 0)
);
comment on table identity.person is 'A person; the pseudonym is random and says nothing (R-SEC-7)';
comment on column identity.person.version is 'How often it was written; bound into what is encrypted';

create table identity.sealed_field (
  pseudonym uuid not null references identity.person (pseudonym) on delete cascade,
  field text not null,
  sealed bytea not null,
  primary key (pseudonym, field),
  constraint sealed_field_name check (field in ('names', 'birth', 'contact', 'notes')),
  constraint sealed_field_length check (octet_length(sealed) between 45 and 1048576)
);
comment on column identity.sealed_field.sealed is
  'Format byte, key id, nonce, AES-256-GCM ciphertext, tag (core/keys sealed-value)';

-- A transaction sees the one person it names, and nobody where it names none: nobody can list them all.
create function identity.asked() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('vigil.pseudonym', true), '')::uuid;
comment on function identity.asked() is 'Whose identity this transaction is about; null: nobody''s';

alter table identity.person enable row level security;
alter table identity.person force row level security;
alter table identity.sealed_field enable row level security;
alter table identity.sealed_field force row level security;
create policy person_asked on identity.person to vigil_identity
  using (pseudonym = (select identity.asked()));
create policy sealed_field_asked on identity.sealed_field to vigil_identity
  using (pseudonym = (select identity.asked()));

grant usage on schema identity to vigil_identity;
grant select, insert, update (version, class, key_id), delete on identity.person to vigil_identity;
grant select, insert, update (sealed), delete on identity.sealed_field to vigil_identity;

-- Among the records ------------------------------------------------------------------------------

create table incident_person (
  pseudonym uuid primary key,
  incident_id uuid not null references incident (id),
  kind text not null,
  recorded_at timestamptz not null,
  constraint incident_person_kind check (kind in ('victim', 'family', 'source', 'witness'))
);
create index incident_person_of_incident on incident_person (incident_id);
comment on table incident_person is 'Of which incident a pseudonym speaks';

create table identity_hold (
  pseudonym uuid primary key references incident_person (pseudonym),
  since timestamptz not null
);
comment on table identity_hold is 'Nothing of this person may be destroyed (legal hold)';

create table identity_change (
  seq bigint generated always as identity primary key,
  pseudonym uuid not null references incident_person (pseudonym),
  at timestamptz not null,
  actor uuid,
  what text not null,
  fields text[] not null,
  version integer not null,
  constraint identity_change_what check (what in ('recorded', 'changed', 'held', 'released'))
);
create index identity_change_of_person on identity_change (pseudonym, seq);
comment on table identity_change is 'What became of an identity: which fields, never what stood there';

create table erasure (
  id uuid primary key,
  pseudonym uuid not null references incident_person (pseudonym),
  ground text not null,
  reason text not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  revoked_at timestamptz,
  key_id uuid,
  tombstone_at timestamptz,
  destroyed_at timestamptz,
  proof jsonb,
  constraint erasure_ground check (
    ground in ('consent_withdrawn', 'did_not_occur', 'retention_over', 'recorded_in_error')
  ),
  constraint erasure_destroyed check (destroyed_at is null or tombstone_at is not null)
);
create unique index erasure_open_once on erasure (pseudonym)
  where revoked_at is null and destroyed_at is null;
create index erasure_newest on erasure (requested_at desc);
comment on column erasure.tombstone_at is 'From then on nothing of the person is shown';
comment on column erasure.key_id is 'Set with the tombstone, before the key is destroyed';
comment on column erasure.proof is 'That the key is not among those that live (core/keys AbsenceProof)';

create table erasure_approval (
  erasure_id uuid not null references erasure (id),
  approver uuid not null,
  at timestamptz not null,
  primary key (erasure_id, approver)
);

alter table incident_person enable row level security;
alter table incident_person force row level security;
alter table identity_change enable row level security;
alter table identity_change force row level security;
create policy incident_person_in_scope on incident_person to vigil_app using (
  exists (select from incident where incident.id = incident_id)
);
create policy identity_change_in_scope on identity_change to vigil_app using (
  exists (select from incident_person as person where person.pseudonym = identity_change.pseudonym)
);

grant select, insert on incident_person to vigil_app;
grant select, insert, delete on identity_hold to vigil_app;
grant select, insert on identity_change to vigil_app;
grant select, insert, update (revoked_at, key_id, tombstone_at, destroyed_at, proof) on erasure to vigil_app;
grant select, insert on erasure_approval to vigil_app;
