-- What is known of an incident: what people did to it, in the order in which it arrived; and the free
-- texts of it, each apart and under a key of its own.
--
--   incident_action     one action; insert-only
--   incident_text       one text, encrypted; insert-only
--   incident_words      the words of the texts that stand now, in clear (S1, docs/security): can be made anew
--
-- Whatever else is known of an incident follows from its actions (core/incident fold).

create table incident_action (
  incident_id uuid not null references incident (id),
  id text not null,
  seq bigint generated always as identity,
  made_at timestamptz not null,
  received_at timestamptz not null,
  actor uuid not null,
  acts_for uuid,
  deed jsonb not null,
  primary key (incident_id, id),
  constraint incident_action_id check (id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$')
);
create index incident_action_in_order on incident_action (incident_id, seq);
comment on table incident_action is 'What somebody did to an incident; rows never change and never go';
comment on column incident_action.id is 'Made by the device of whoever did it; counts within its incident';
comment on column incident_action.made_at is 'By the clock of that device, which may be wrong';
comment on column incident_action.deed is 'core/incident Deed: codes and ids, never a free text';

create table incident_text (
  incident_id uuid not null references incident (id),
  id text not null,
  key_id uuid not null,
  class text not null,
  sealed bytea not null,
  written_at timestamptz not null,
  primary key (incident_id, id),
  constraint incident_text_key_once unique (key_id),
  constraint incident_text_class check (class in ('S1', 'S2', 'S3', 'S4')),
  constraint incident_text_length check (octet_length(sealed) between 45 and 1048576)
);
comment on table incident_text is 'Free texts: to destroy the key of one is to destroy the text (redact)';

create table incident_words (
  incident_id uuid not null,
  text_id text not null,
  words text not null,
  primary key (incident_id, text_id),
  foreign key (incident_id, text_id) references incident_text (incident_id, id)
);
comment on table incident_words is 'The texts that stand now; no text that was replaced, none that was redacted';

alter table incident_action enable row level security;
alter table incident_action force row level security;
alter table incident_text enable row level security;
alter table incident_text force row level security;
alter table incident_words enable row level security;
alter table incident_words force row level security;
create policy incident_action_in_scope on incident_action to vigil_app using (
  exists (select from incident where incident.id = incident_id)
);
create policy incident_text_in_scope on incident_text to vigil_app using (
  exists (select from incident where incident.id = incident_id)
);
create policy incident_words_in_scope on incident_words to vigil_app using (
  exists (select from incident where incident.id = incident_id)
);

-- Incidents that were recorded before begin as any other does.
insert into incident_action (incident_id, id, made_at, received_at, actor, deed)
select id, 'begin', recorded_at, recorded_at, owner, '{"kind": "record"}' from incident;

grant select, insert on incident_action to vigil_app;
grant select, insert on incident_text to vigil_app;
grant select, insert, delete on incident_words to vigil_app;
