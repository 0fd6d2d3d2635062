-- Who has which role, where and how long; and the first records that not everybody may see.
--
--   account_grant       a role of an account: where, for which entity, from when until when
--   incident            the header of an incident: what the policy looks at
--   incident_change     what became of an incident; insert-only
--   disclosure          what was taken along, by whom and why; insert-only
--
-- Row-level security is the second net below the policy of the application: what a query forgets to
-- ask is refused here. What is allowed comes from core/policy with each transaction (vigil.scope).

-- Grants -----------------------------------------------------------------------------------------

create table account_grant (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account (id) on delete cascade,
  role text not null,
  operation text,
  regions text[],
  entity text,
  from_day date not null,
  until_day date,
  granted_at timestamptz not null,
  granted_by uuid,
  ended_at timestamptz,
  constraint account_grant_role check (role ~ '^[a-z][a-z_]{1,39}$'),
  constraint account_grant_operation check (operation ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  constraint account_grant_regions check (cardinality(regions) between 1 and 200),
  constraint account_grant_days check (until_day is null or from_day <= until_day)
);
create index account_grant_of_account on account_grant (account_id);
comment on table account_grant is 'A role that somebody holds';
comment on column account_grant.operation is 'Null: every operation, for offices at headquarters';
comment on column account_grant.regions is 'Null: all of the operation';
comment on column account_grant.ended_at is 'Taken away before its last day; the row stays on record';
comment on column account_grant.granted_by is 'The account; no reference. Null: from the command line';

insert into account_grant (account_id, role, from_day, granted_at)
select account.id, role, account.created_at::date, account.created_at
from account, unnest(account.roles) as role;

alter table account drop column roles;

-- Incidents --------------------------------------------------------------------------------------

create table incident (
  id uuid primary key,
  operation text not null,
  region text not null,
  class text not null,
  state text not null,
  owner uuid not null,
  assignee uuid,
  entity text not null,
  recorded_at timestamptz not null,
  constraint incident_operation check (operation ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  constraint incident_region check (region ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  constraint incident_class check (class in ('S0', 'S1', 'S2', 'S3', 'S4')),
  constraint incident_state check (
    state in ('draft', 'submitted', 'under_review', 'decided', 'closed', 'frozen')
  ),
  constraint incident_entity check (entity in ('mission', 'rc_office', 'unicef', 'other'))
);
create index incident_newest on incident (recorded_at desc, id desc);
create index incident_of_operation on incident (operation, recorded_at desc, id desc);
create index incident_of_owner on incident (owner, recorded_at desc, id desc);
create index incident_of_assignee on incident (assignee, recorded_at desc, id desc);
comment on table incident is 'The header of an incident: all that decides who may see it';
comment on column incident.owner is 'The account that recorded it; no reference, since it outlives accounts';

create table incident_change (
  seq bigint generated always as identity primary key,
  incident_id uuid not null references incident (id),
  at timestamptz not null,
  actor uuid not null,
  field text not null,
  before text,
  after text
);
create index incident_change_of_incident on incident_change (incident_id, seq);
comment on table incident_change is 'What became of an incident, field by field; rows never change and never go';

create table disclosure (
  id uuid primary key,
  at timestamptz not null,
  actor uuid not null,
  action text not null,
  purpose text,
  reason text not null,
  class text not null,
  incidents uuid[] not null
);
comment on table disclosure is 'Every export: who took which records along, and why (R-SEC-5)';
comment on column disclosure.class is 'That of the most sensitive field in it (R-SEC-1)';

-- Who asks ---------------------------------------------------------------------------------------

create function vigil_actor() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('vigil.actor', true), '')::uuid;
comment on function vigil_actor() is 'The account on whose behalf this transaction acts; null: nobody';

create function vigil_scope() returns jsonb
  language sql stable parallel safe
  return nullif(current_setting('vigil.scope', true), '')::jsonb;
comment on function vigil_scope() is 'What the policy allows in this transaction; null: nothing';

create function vigil_lets(
  scope jsonb, who text, operation text, region text, entity text, kind text
) returns boolean
  language plpgsql immutable parallel safe cost 5
  as $$
begin
  return scope ? ((scope ->> (who || ' ' || operation || ' * *')) || ' ' || kind)
    or scope ? ((scope ->> (who || ' ' || operation || ' ' || region || ' *')) || ' ' || kind)
    or scope ? ((scope ->> (who || ' ' || operation || ' * ' || entity)) || ' ' || kind)
    or scope ? ((scope ->> (who || ' * * *')) || ' ' || kind)
    or scope ? ((scope ->> (who || ' * ' || region || ' *')) || ' ' || kind)
    or scope ? ((scope ->> (who || ' * * ' || entity)) || ' ' || kind);
end
$$;
comment on function vigil_lets(jsonb, text, text, text, text, text) is
  'Whether the scope holds an incident of this place, entity, class and state; never false, but null';

-- What the application may do --------------------------------------------------------------------

alter table incident enable row level security;
alter table incident force row level security;
alter table incident_change enable row level security;
alter table incident_change force row level security;

-- Both selects are asked once a query, never once a row.
create policy incident_in_scope on incident to vigil_app using (
  vigil_lets(
    (select vigil_scope()),
    case
      when owner is not distinct from (select vigil_actor()) then
        case when assignee is not distinct from owner then 'both' else 'owner' end
      when assignee is not distinct from (select vigil_actor()) then 'assignee'
      else 'none'
    end,
    operation, region, entity, class || ' ' || state
  )
);
create policy incident_change_in_scope on incident_change to vigil_app using (
  exists (select from incident where incident.id = incident_id)
);

grant select, insert, update (ended_at) on account_grant to vigil_app;
grant select, insert, update (class) on incident to vigil_app;
grant select, insert on incident_change to vigil_app;
grant select, insert on disclosure to vigil_app;
