-- Who may sign in, who is signed in, and the log of all that was done.
--
--   account             somebody who may sign in
--   first_account       one row, once the first account is made
--   session             a browser that is signed in, found by the SHA-256 of its token
--   sign_in_attempts    failures that slow further attempts down
--   audit_entry         one row for every write and every refusal; insert-only
--   record_salt         what the commitments of one record are made with; destroyed with the record
--
-- The role vigil_app, as which requests act, is made before the first migration. It owns nothing.

-- Accounts ---------------------------------------------------------------------------------------

create table account (
  id uuid primary key,
  name text not null,
  sign_in_name text not null,
  passphrase text not null,
  roles text[] not null,
  created_at timestamptz not null,
  constraint account_sign_in_name_once unique (sign_in_name),
  constraint account_sign_in_name check (sign_in_name ~ '^[a-z0-9][a-z0-9.-]{1,62}$'),
  constraint account_name check (name = btrim(name) and length(name) between 1 and 200),
  constraint account_passphrase check (passphrase like '$argon2id$%')
);
comment on table account is 'Somebody who may sign in';
comment on column account.passphrase is 'Argon2id, as a PHC string';

create table first_account (
  only_row boolean primary key default true check (only_row),
  account_id uuid not null references account (id)
);
comment on table first_account is
  'One row at most: of several setups at the same moment, the database lets exactly one through';

create table session (
  id uuid primary key,
  token_sha256 bytea not null,
  account_id uuid not null references account (id) on delete cascade,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  constraint session_token_once unique (token_sha256),
  constraint session_token_sha256 check (octet_length(token_sha256) = 32),
  constraint session_used_after_created check (last_used_at >= created_at)
);
create index session_of_account on session (account_id);
comment on table session is 'A browser that is signed in. The token itself is in its cookie only';

create table sign_in_attempts (
  subject bytea primary key,
  failures integer not null,
  last_failure_at timestamptz not null,
  blocked_until timestamptz not null,
  constraint sign_in_attempts_subject check (octet_length(subject) = 32),
  constraint sign_in_attempts_failures check (failures > 0)
);
create index sign_in_attempts_age on sign_in_attempts (last_failure_at);
comment on table sign_in_attempts is 'Failures that slow down further attempts on a name or from an address';
comment on column sign_in_attempts.subject is 'SHA-256 of the name or address, known or not';

-- Audit ------------------------------------------------------------------------------------------

create table audit_entry (
  seq bigint generated always as identity primary key,
  id uuid not null,
  at timestamptz not null,
  actor uuid,
  session uuid,
  action text not null,
  object_type text,
  object_id uuid,
  purpose text,
  class text,
  policy_version integer not null,
  decision text not null,
  reason text,
  request_id text,
  commitment bytea,
  constraint audit_entry_once unique (id),
  constraint audit_entry_decision check (decision in ('allowed', 'refused')),
  constraint audit_entry_refusals_have_reasons check ((decision = 'refused') = (reason is not null)),
  constraint audit_entry_object check (object_id is null or object_type is not null),
  constraint audit_entry_commitment check (octet_length(commitment) = 32)
);
create index audit_entry_of_object on audit_entry (object_type, object_id);
create index audit_entry_of_actor on audit_entry (actor);
comment on table audit_entry is 'What was done or refused; rows are never changed and never go';
comment on column audit_entry.seq is 'Order of writing, with gaps; a sequencer may number committed rows by it';
comment on column audit_entry.actor is 'The account; no reference, since the entry outlives it. Null: nobody known';
comment on column audit_entry.purpose is 'Why, where a purpose must be stated';
comment on column audit_entry.class is 'Sensitivity of what was touched, where it has one';
comment on column audit_entry.reason is 'The problem code a refusal was answered with';
comment on column audit_entry.commitment is
  'HMAC-SHA-256 under the salt of the record over the canonical JSON of the change: proof without content';

create table record_salt (
  object_type text not null,
  object_id uuid not null,
  salt bytea not null,
  primary key (object_type, object_id),
  constraint record_salt_length check (octet_length(salt) = 32)
);
comment on table record_salt is
  'Without it the commitments of a record say nothing: it is deleted when the record must be forgotten';

create function refuse_to_change_audit() returns trigger
  language plpgsql
  as $$
begin
  raise exception 'the audit log is insert-only' using errcode = 'insufficient_privilege';
end
$$;
comment on function refuse_to_change_audit() is 'Stops the owner too, whom no grant binds';
create trigger audit_entry_insert_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_to_change_audit();

-- What the application may do --------------------------------------------------------------------

grant usage on schema public to vigil_app;
grant select, insert, update (passphrase) on account to vigil_app;
grant select, insert on first_account to vigil_app;
grant select, insert, update (last_used_at), delete on session to vigil_app;
grant select, insert, update, delete on sign_in_attempts to vigil_app;
grant select, insert on audit_entry to vigil_app;
grant select, insert, delete on record_salt to vigil_app;
