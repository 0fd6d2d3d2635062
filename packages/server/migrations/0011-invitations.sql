-- Who is invited, as what, and by which code they come in.
--
--   invitation   somebody who is to have an account; the code that was handed over, by its SHA-256

create table invitation (
  id uuid primary key,
  name text not null,
  grants jsonb not null,
  second_of uuid,
  invited_at timestamptz not null,
  invited_by uuid,
  code_sha256 bytea not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  account_id uuid references account (id) on delete cascade,
  accepted_at timestamptz,
  constraint invitation_code_once unique (code_sha256),
  constraint invitation_account_once unique (account_id),
  constraint invitation_name check (name = btrim(name) and length(name) between 1 and 200),
  constraint invitation_grants check (jsonb_typeof(grants) = 'array'),
  constraint invitation_code_sha256 check (octet_length(code_sha256) = 32),
  constraint invitation_accepted check ((account_id is null) = (accepted_at is null)),
  constraint invitation_not_both check (accepted_at is null or revoked_at is null)
);
comment on table invitation is 'Accepted once at most: of several at the same moment, one gets the row';
comment on column invitation.grants is 'The roles that the account will have, as the contract writes them';
comment on column invitation.second_of is
  'The account that the same person has already, as declared; no reference, since it stays said';
comment on column invitation.invited_by is 'The account; no reference. Null: from the command line';
comment on column invitation.code_sha256 is
  'The code itself is shown once and kept nowhere; it is random and too long to be guessed';

grant select, insert, update (code_sha256, expires_at, revoked_at, account_id, accepted_at)
  on invitation to vigil_app;
