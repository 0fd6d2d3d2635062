-- How an account whose owner has lost everything to sign in with is opened again.
--
--   recovery            an account that is to be opened again: reason, waiting time, code, outcome
--   recovery_approval   who agreed, and in which role

create table recovery (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  asked_at timestamptz not null,
  reason text not null,
  waits_until timestamptz,
  code_sha256 bytea,
  code_expires_at timestamptz,
  cancelled_at timestamptz,
  done_at timestamptz,
  constraint recovery_code_once unique (code_sha256),
  constraint recovery_reason check (reason = btrim(reason) and length(reason) between 10 and 1000),
  constraint recovery_code check (
    octet_length(code_sha256) = 32 and (code_sha256 is null) = (code_expires_at is null)
  ),
  constraint recovery_code_after_waiting check (code_sha256 is null or waits_until is not null),
  constraint recovery_not_both check (cancelled_at is null or done_at is null)
);
create unique index recovery_one_open on recovery (account_id)
  where cancelled_at is null and done_at is null;
comment on column recovery.waits_until is
  'Until then the owner can object; null until all have agreed. On the machine nobody waits';
comment on column recovery.code_sha256 is 'The code itself is shown once and kept nowhere';

create table recovery_approval (
  recovery_id uuid not null references recovery (id) on delete cascade,
  account_id uuid not null,
  role text not null,
  at timestamptz not null,
  primary key (recovery_id, account_id),
  constraint recovery_approval_role check (role ~ '^[a-z][a-z_]{1,39}$')
);
comment on column recovery_approval.account_id is 'Who agreed; no reference, since it stays said';

grant select, insert, update (waits_until, code_sha256, code_expires_at, cancelled_at, done_at)
  on recovery to vigil_app;
grant select, insert on recovery_approval to vigil_app;
