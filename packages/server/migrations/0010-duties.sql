-- Who co-chairs, who acts for whom, how a task force divides its work, and what was opened in need.
--
--   co_chair_set        which entities co-chair an operation's task force, from when until when
--   officer_in_charge   who acts for a named person between two days
--   profile_choice      a profile that co-chairs choose openly; it holds while all of them have signed
--   profile_signature   a co-chair's signature under such a choice; insert-only
--   glass_request       break-glass: one record, opened for one person, by two
--
-- A log entry of an act done for somebody names both. Roles of verification say who is staff.

alter table account_grant add column un_staff boolean not null default false;
comment on column account_grant.un_staff is
  'Whether who granted it said that the person is staff of the United Nations';

alter table audit_entry add column acting_for uuid;
comment on column audit_entry.acting_for is
  'For whom the actor acted as officer in charge; part of the leaf where it is not null';

-- Co-chairs ----------------------------------------------------------------------------------------

create table co_chair_set (
  id uuid primary key,
  operation text not null,
  entities text[] not null,
  from_day date not null,
  until_day date,
  set_at timestamptz not null,
  set_by uuid,
  constraint co_chair_set_once unique (operation, from_day),
  constraint co_chair_set_operation check (operation ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  constraint co_chair_set_entities check (
    cardinality(entities) between 2 and 4
    and entities <@ array['mission', 'rc_office', 'unicef', 'other']
  ),
  constraint co_chair_set_days check (until_day is null or from_day <= until_day)
);
comment on table co_chair_set is 'The entities that co-chair; days of no set have no deciding body';
comment on column co_chair_set.set_by is 'The account; no reference. Null: from the command line';

-- Where co-chairs of two entities have their roles already, these entities co-chair.
insert into co_chair_set (id, operation, entities, from_day, set_at)
select gen_random_uuid(), operation, array_agg(distinct entity), min(from_day), now()
from account_grant
where role in ('co_chair', 'technical_co_chair') and ended_at is null
  and operation is not null and entity in ('mission', 'rc_office', 'unicef', 'other')
group by operation
having count(distinct entity) >= 2;

-- Officers in charge -------------------------------------------------------------------------------

create table officer_in_charge (
  id uuid primary key,
  absent uuid not null references account (id) on delete cascade,
  officer uuid not null references account (id) on delete cascade,
  from_day date not null,
  until_day date not null,
  un_staff boolean not null,
  set_at timestamptz not null,
  set_by uuid not null,
  agreed_at timestamptz,
  agreed_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  constraint officer_in_charge_for_another check (absent <> officer),
  constraint officer_in_charge_days check (from_day <= until_day),
  constraint officer_in_charge_agreed check ((agreed_at is null) = (agreed_by is null)),
  constraint officer_in_charge_ended check ((ended_at is null) = (ended_by is null))
);
create index officer_in_charge_of_officer on officer_in_charge (officer);
create index officer_in_charge_of_absent on officer_in_charge (absent);
comment on table officer_in_charge is 'Who acts for whom; of no effect before it is agreed to';
comment on column officer_in_charge.agreed_by is
  'The absent person, or a co-chair where an administrator set it up';

-- Profiles -----------------------------------------------------------------------------------------

create table profile_choice (
  id uuid primary key,
  operation text not null,
  profile text not null,
  proposed_at timestamptz not null,
  constraint profile_choice_operation check (operation ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  constraint profile_choice_profile check (profile in ('usual', 'small_team'))
);
create index profile_choice_newest on profile_choice (operation, proposed_at desc, id desc);
comment on table profile_choice is 'Rows never change and never go';

create table profile_signature (
  choice_id uuid not null references profile_choice (id),
  entity text not null,
  signed_by uuid not null,
  acting_for uuid,
  signed_at timestamptz not null,
  primary key (choice_id, entity)
);
comment on table profile_signature is 'One for each co-chairing entity; rows never change and never go';
comment on column profile_signature.acting_for is 'The absent co-chair, where an officer in charge signed';

-- Break-glass --------------------------------------------------------------------------------------

create table glass_request (
  id uuid primary key,
  incident_id uuid not null references incident (id),
  operation text not null,
  owner uuid not null,
  asked_by uuid not null,
  asked_for uuid,
  asked_at timestamptz not null,
  reason text not null,
  waits_until timestamptz not null,
  agreed_by uuid,
  agreed_for uuid,
  agreed_at timestamptz,
  open_until timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  constraint glass_request_two_persons check (asked_by <> agreed_by),
  constraint glass_request_agreed check (
    (agreed_at is null) = (agreed_by is null) and (agreed_at is null) = (open_until is null)
  ),
  constraint glass_request_ended check ((ended_at is null) = (ended_by is null))
);
create index glass_request_of_asker on glass_request (asked_by, open_until);
create index glass_request_of_owner on glass_request (owner);
comment on table glass_request is 'A record opened in need: who asked, who agreed, why, until when';
comment on column glass_request.operation is 'That of the incident, which never changes';
comment on column glass_request.owner is 'Whose record it is: they are told';

create function vigil_opened() returns uuid[]
  language sql stable parallel safe
  return nullif(current_setting('vigil.opened', true), '')::uuid[];
comment on function vigil_opened() is 'Incidents that are open to who asks by break-glass; null: none';

create policy incident_opened on incident for select to vigil_app using (
  id = any ((select vigil_opened())::uuid[])
  and vigil_lets(
    (select vigil_scope()), 'opened', operation, region, entity, class || ' ' || state
  )
);

-- What the application may do ----------------------------------------------------------------------

grant select, insert, update (until_day) on co_chair_set to vigil_app;
grant select, insert, update (agreed_at, agreed_by, ended_at, ended_by)
  on officer_in_charge to vigil_app;
grant select, insert on profile_choice to vigil_app;
grant select, insert on profile_signature to vigil_app;
grant select, insert,
  update (agreed_by, agreed_for, agreed_at, open_until, ended_by, ended_at)
  on glass_request to vigil_app;
