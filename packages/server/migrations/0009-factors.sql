-- What somebody proves with who they are, and what is known of each session.
--
--   passkey            a key pair of somebody's device (WebAuthn); here is the public half
--   passkey_challenge  what a device is to sign, once, within minutes; found by its SHA-256
--   totp               the secret that somebody's authenticator app shares (RFC 6238), encrypted
--   recovery_sheet     a printed sheet of codes that was handed out last
--   recovery_code      each code of it by its SHA-256, until it is used
--   factor_change      what was added and taken away, for the person to see
--   session            from now on also: how it was opened, when it was last proven, on what device

-- Passkeys ---------------------------------------------------------------------------------------

create table passkey (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  added_at timestamptz not null,
  last_used_at timestamptz,
  suspect_since timestamptz,
  constraint passkey_credential_once unique (credential_id),
  constraint passkey_credential_id check (octet_length(credential_id) between 1 and 1023),
  constraint passkey_public_key check (octet_length(public_key) between 1 and 4096),
  constraint passkey_counter check (counter between 0 and 4294967295),
  constraint passkey_transports check (cardinality(transports) <= 10),
  constraint passkey_name check (name = btrim(name) and length(name) between 1 and 80)
);
create index passkey_of_account on passkey (account_id);
comment on table passkey is 'The public half of a key pair that never leaves a device of its owner';
comment on column passkey.public_key is 'COSE_Key (RFC 9052)';
comment on column passkey.counter is 'How often the device says it has signed; 0 where it does not count';
comment on column passkey.suspect_since is
  'The counter went backwards: there may be a copy of the key, and it opens nothing any more';

create table passkey_challenge (
  challenge_sha256 bytea primary key,
  purpose text not null,
  session_id uuid references session (id) on delete cascade,
  asked_from bytea not null,
  expires_at timestamptz not null,
  constraint passkey_challenge_sha256 check (octet_length(challenge_sha256) = 32),
  constraint passkey_challenge_purpose check (purpose in ('add', 'sign_in', 'prove')),
  constraint passkey_challenge_session check ((purpose = 'sign_in') = (session_id is null)),
  constraint passkey_challenge_asked_from check (octet_length(asked_from) = 32)
);
create index passkey_challenge_expiry on passkey_challenge (expires_at);
create index passkey_challenge_asked_from on passkey_challenge (asked_from, expires_at);
create index passkey_challenge_of_session on passkey_challenge (session_id);
comment on table passkey_challenge is 'Taken away when it comes back, right or wrong, or with its session';
comment on column passkey_challenge.asked_from is 'SHA-256 of the address, so that none can ask without end';

-- Authenticator apps -----------------------------------------------------------------------------

create table totp (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  sealed_secret bytea not null,
  begun_at timestamptz not null,
  added_at timestamptz,
  last_step bigint,
  constraint totp_sealed_secret check (octet_length(sealed_secret) between 29 and 256),
  constraint totp_step_of_added check (added_at is not null or last_step is null)
);
create unique index totp_one_in_use on totp (account_id) where added_at is not null;
create unique index totp_one_begun on totp (account_id) where added_at is null;
comment on table totp is 'The secret shared with an authenticator app';
comment on column totp.sealed_secret is
  'AES-256-GCM under a key of the data directory: nonce, ciphertext, tag. This table alone opens nothing';
comment on column totp.added_at is 'Null until a first code has shown that the app has it';
comment on column totp.last_step is 'Time step of the last code taken: a code is good once';

-- Sealed sheets ----------------------------------------------------------------------------------

create table recovery_sheet (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  made_at timestamptz not null,
  constraint recovery_sheet_one unique (account_id)
);
comment on table recovery_sheet is 'Codes on paper, for when a device is lost; a new sheet replaces it';

create table recovery_code (
  sheet_id uuid not null references recovery_sheet (id) on delete cascade,
  code_sha256 bytea not null,
  used_at timestamptz,
  primary key (sheet_id, code_sha256),
  constraint recovery_code_sha256 check (octet_length(code_sha256) = 32)
);
comment on column recovery_code.code_sha256 is
  'Over the id of the sheet and the code, which is random and too long to be guessed';

-- What became of it ------------------------------------------------------------------------------

create table factor_change (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  at timestamptz not null,
  what text not null,
  name text,
  constraint factor_change_what check (what ~ '^[a-z][a-z_]{1,39}$'),
  constraint factor_change_name check (length(name) between 1 and 80)
);
create index factor_change_of_account on factor_change (account_id, at desc);
comment on table factor_change is 'Shown to the person it is about; the log has an entry of its own';
comment on column factor_change.name is 'Of the passkey, where it was one';

-- Sessions ---------------------------------------------------------------------------------------

alter table session
  add column proven_at timestamptz,
  add column opened_with text not null default 'passphrase',
  add column browser text,
  add column platform text,
  add constraint session_opened_with check (opened_with ~ '^[a-z][a-z_]{1,39}$'),
  add constraint session_browser check (length(browser) between 1 and 40),
  add constraint session_platform check (length(platform) between 1 and 40);
update session set proven_at = created_at;
alter table session
  alter column proven_at set not null,
  alter column opened_with drop default;
comment on column session.proven_at is 'When it was last shown afresh who sits there';
comment on column session.opened_with is 'The strongest of what was shown';
comment on column session.browser is 'One word made of what the browser says of itself, which is not kept';

-- What the application may do --------------------------------------------------------------------

grant select, insert, update (name, counter, last_used_at, suspect_since), delete on passkey to vigil_app;
grant select, insert, delete on passkey_challenge to vigil_app;
grant select, insert, update (added_at, last_step), delete on totp to vigil_app;
grant select, insert, delete on recovery_sheet to vigil_app;
grant select, insert, update (used_at), delete on recovery_code to vigil_app;
grant select, insert on factor_change to vigil_app;
grant update (proven_at) on session to vigil_app;
