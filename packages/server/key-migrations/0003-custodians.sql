-- Several custodians, each of whom opens the keys alone.
--
--   custody     from now on: to whom keys are sealed (the root), and no more
--   custodian   who opens them: the identity that is theirs, under their passphrase or kept by themselves,
--               and the root's identity sealed to it; without it their own identity is the root's

create table custodian (
  name text primary key,
  recipient text not null,
  identity blob,
  root blob,
  since integer not null
) strict;

insert into custodian (name, recipient, identity, since)
select 'custodian', recipient, identity, 0 from custody;

alter table custody drop column identity;
