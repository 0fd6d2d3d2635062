-- Signing in by the identity provider of the organisation (OpenID Connect), where one is configured.
--
--   provider_flow   a browser that was sent there, until it comes back; once, within minutes
--   provider_link   whose account there lets whom in here

create table provider_flow (
  token_sha256 bytea primary key,
  purpose text not null,
  session_id uuid references session (id) on delete cascade,
  return_to text,
  asked_from bytea not null,
  expires_at timestamptz not null,
  constraint provider_flow_token_sha256 check (octet_length(token_sha256) = 32),
  constraint provider_flow_purpose check (purpose in ('sign_in', 'link')),
  constraint provider_flow_session check ((purpose = 'sign_in') = (session_id is null)),
  constraint provider_flow_return_to check (return_to ~ '^/([^/\\]|$)' and length(return_to) <= 2000),
  constraint provider_flow_asked_from check (octet_length(asked_from) = 32)
);
create index provider_flow_expiry on provider_flow (expires_at);
create index provider_flow_asked_from on provider_flow (asked_from, expires_at);
create index provider_flow_of_session on provider_flow (session_id);
comment on table provider_flow is 'Taken away when the browser comes back, right or wrong, or with its session';
comment on column provider_flow.token_sha256 is
  'The token is in a cookie of that browser only; state, nonce and verifier are made of it';
comment on column provider_flow.return_to is 'Where within Vigil to go on; never elsewhere';
comment on column provider_flow.asked_from is 'SHA-256 of the address, so that none can ask without end';

create table provider_link (
  account_id uuid primary key references account (id) on delete cascade,
  issuer text not null,
  subject_sha256 bytea not null,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  constraint provider_link_once unique (issuer, subject_sha256),
  constraint provider_link_issuer check (length(issuer) between 1 and 500),
  constraint provider_link_subject_sha256 check (octet_length(subject_sha256) = 32)
);
comment on table provider_link is
  'Made by the person, signed in and proven afresh; never because two e-mail addresses are the same';
comment on column provider_link.subject_sha256 is
  'Of what the provider calls the person (sub): who they are there is not kept';

grant select, insert, delete on provider_flow to vigil_app;
grant select, insert, update (last_used_at), delete on provider_link to vigil_app;
