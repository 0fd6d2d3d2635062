-- How an account ends: what its owner has is given to named successors, both sides say so, and nothing
-- stays with somebody who has left.
--
--   account    from now on also: since when nobody signs in to it, and since when it has ended
--   leaving    somebody who leaves, of their own accord or because they are gone, and how it came out
--   handover   what is given to whom, and what they answered
--
-- Whoever takes an incident over has not had it before, so that row-level security lets neither side see
-- the row before and after. The change is made by one function of a role of its own, which changes what
-- an acceptance covers, and nothing else.

alter table account
  add column closed_at timestamptz,
  add column ended_at timestamptz,
  add constraint account_ended_is_closed check (ended_at is null or closed_at is not null);
comment on column account.closed_at is 'From then on nobody signs in to it: its owner is gone';
comment on column account.ended_at is 'It never opens again; its name stays where it stands in what was done';

create table leaving (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  begun_at timestamptz not null,
  begun_by uuid,
  reason text,
  cancelled_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  constraint leaving_reason check (reason = btrim(reason) and length(reason) between 10 and 1000),
  constraint leaving_not_both check (cancelled_at is null or ended_at is null),
  constraint leaving_reason_of_others check (begun_by = account_id or reason is not null)
);
create unique index leaving_one_open on leaving (account_id)
  where cancelled_at is null and ended_at is null;
comment on column leaving.begun_by is 'The account; no reference. Null: from the command line';
comment on column leaving.reason is 'Why, where somebody else ends the account';
comment on column leaving.ended_by is 'Whose receipt it is for all that was given';

create table handover (
  id uuid primary key,
  leaving_id uuid not null references leaving (id) on delete cascade,
  kind text not null,
  object_id uuid not null,
  successor uuid not null,
  named_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  reason text,
  constraint handover_once unique (leaving_id, kind, object_id),
  constraint handover_kind check (kind ~ '^[a-z][a-z_]{1,39}$'),
  constraint handover_answer check (answer in ('accepted', 'refused')),
  constraint handover_answered check ((answer is null) = (answered_at is null)),
  constraint handover_reason check (
    (answer is not distinct from 'refused') = (reason is not null)
    and length(reason) between 10 and 1000
  )
);
create index handover_of_successor on handover (successor);
create index handover_of_object on handover (object_id);
comment on column handover.successor is 'The account; no reference, since it stays said';
comment on column handover.reason is 'Why it was refused';

-- Handing incidents over -------------------------------------------------------------------------

-- Incidents of somebody who is leaving, and those that a successor has accepted from them.
create policy incident_handed_over on incident to vigil_handover using (
  exists (
    select from leaving
    where leaving.cancelled_at is null and leaving.ended_at is null
      and leaving.account_id in (incident.owner, incident.assignee)
  )
  or exists (
    select from handover join leaving on leaving.id = handover.leaving_id
    where leaving.cancelled_at is null and leaving.ended_at is null
      and handover.object_id = incident.id and handover.answer = 'accepted'
  )
);
create policy incident_change_handed_over on incident_change for insert to vigil_handover
  with check (field in ('owner', 'assignee') and before is null and after is null);

create function vigil_held_by(account uuid) returns setof incident
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  begin atomic
    select incident.* from public.incident
    where account in (incident.owner, incident.assignee)
      and exists (
        select from public.leaving
        where leaving.account_id = account
          and leaving.cancelled_at is null and leaving.ended_at is null
      )
    order by incident.id;
  end;
comment on function vigil_held_by(uuid) is
  'The incidents that somebody who is leaving has, whatever their roles are by now; of others none';

create function vigil_hand_over(ending uuid, moment timestamptz) returns integer
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
declare
  leaver uuid;
  passed record;
  found_rows integer;
  total integer := 0;
begin
  select account_id into leaver from public.leaving
    where id = ending and cancelled_at is null and ended_at is null;
  if leaver is null then
    raise exception 'nobody is leaving by this id' using errcode = 'insufficient_privilege';
  end if;
  for passed in
    select kind, object_id, successor from public.handover
    where leaving_id = ending and answer = 'accepted'
      and kind in ('incident_owned', 'incident_assigned')
    order by kind, object_id
  loop
    if passed.kind = 'incident_owned' then
      update public.incident set owner = passed.successor
        where id = passed.object_id and owner = leaver and state <> 'frozen';
    else
      update public.incident set assignee = passed.successor
        where id = passed.object_id and assignee = leaver and state <> 'frozen';
    end if;
    get diagnostics found_rows = row_count;
    if found_rows > 0 then
      insert into public.incident_change (incident_id, at, actor, field)
        values (
          passed.object_id, moment, passed.successor,
          case passed.kind when 'incident_owned' then 'owner' else 'assignee' end
        );
      if passed.kind = 'incident_owned' then
        update public.glass_request set owner = passed.successor
          where incident_id = passed.object_id and owner = leaver;
      end if;
    end if;
    total := total + found_rows;
  end loop;
  return total;
end
$$;
comment on function vigil_hand_over(uuid, timestamptz) is
  'Gives the incidents of somebody who is leaving to those who accepted them; gives how many passed. The
  history names the successor as who acted, and no account before or after: who had it is class S1';

-- A function belongs to a role that may make things in its schema, for as long as it is given away.
grant create on schema public to vigil_handover;
alter function vigil_held_by(uuid) owner to vigil_handover;
alter function vigil_hand_over(uuid, timestamptz) owner to vigil_handover;
revoke create on schema public from vigil_handover;
revoke execute on function vigil_held_by(uuid) from public;
revoke execute on function vigil_hand_over(uuid, timestamptz) from public;
grant execute on function vigil_held_by(uuid) to vigil_app;
grant execute on function vigil_hand_over(uuid, timestamptz) to vigil_app;

grant usage on schema public to vigil_handover;
grant select on leaving, handover to vigil_handover;
grant select, update (owner, assignee) on incident to vigil_handover;
grant select, insert on incident_change to vigil_handover;
grant select, update (owner) on glass_request to vigil_handover;

-- What the application may do --------------------------------------------------------------------

grant update (closed_at, ended_at) on account to vigil_app;
grant select, insert, update (cancelled_at, ended_at, ended_by) on leaving to vigil_app;
grant select, insert, update (successor, named_at, answer, answered_at, reason)
  on handover to vigil_app;
