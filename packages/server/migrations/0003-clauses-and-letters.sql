-- What people make of conclusions: corrections of clauses, the list of clauses, letters.
--
--   clause_correction    what a person put right in a clause, or took back; insert-only
--   clause_reading       which renditions stand in the list of clauses, by which reader
--   listed_clause        the clauses of current renditions with all corrections: a copy to be filtered
--   letter               a letter drafted from one message of one document
--   letter_version       facts, choices and draft of a letter as somebody saved them; insert-only
--   letter_return        a letter handed back, compared with the version it came from; insert-only
--
-- Clauses themselves are not stored as truth: they follow from paragraphs and corrections. The list
-- can be thrown away and made again at any time.

create function refuse_to_change_history() returns trigger
  language plpgsql
  as $$
begin
  raise exception 'the table % is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
comment on function refuse_to_change_history() is 'Stops the owner too, whom no grant binds';

-- Corrections ------------------------------------------------------------------------------------

create table clause_correction (
  seq bigint generated always as identity primary key,
  id uuid not null,
  document_id uuid not null references document (id),
  language text not null,
  eid text not null,
  text text not null,
  clause text not null,
  base jsonb not null,
  annotation_version integer not null,
  change jsonb not null,
  effect jsonb not null,
  made_by uuid not null references account (id),
  made_at timestamptz not null,
  constraint clause_correction_once unique (id),
  constraint clause_correction_language check (language = any (document_languages())),
  constraint clause_correction_eid check (eid ~ '^[a-z0-9_]+$'),
  constraint clause_correction_version check (annotation_version > 0),
  constraint clause_correction_change check (
    change ->> 'type' in ('split', 'merge', 'set', 'review', 'undo'))
);
create index clause_correction_of_document on clause_correction (document_id, language, seq);
comment on table clause_correction is 'What people put right in clauses, in order; rows are never changed and never go';
comment on column clause_correction.eid is 'The paragraph it was made on';
comment on column clause_correction.text is 'The whole text of that paragraph at the time';
comment on column clause_correction.clause is 'The text of the clause it was made on';
comment on column clause_correction.base is 'Where the clauses of the reader stood that it started from';
comment on column clause_correction.annotation_version is 'The version of the reader of clauses at the time';
comment on column clause_correction.effect is 'What differed before and after';
create trigger clause_correction_insert_only before update or delete or truncate on clause_correction
  for each statement execute function refuse_to_change_history();

-- The list of clauses ----------------------------------------------------------------------------

create table clause_reading (
  document_id uuid not null references document (id),
  language text not null,
  rendition_id uuid not null references rendition (id),
  annotation_version integer not null,
  clauses integer not null,
  primary key (document_id, language)
);
comment on table clause_reading is 'What stands in listed_clause, and which version of the reader it is from';

create table listed_clause (
  document_id uuid not null,
  language text not null,
  ordinal integer not null,
  eid text not null,
  paragraph text not null,
  label text,
  text text not null,
  verb text,
  lemma text,
  kind text not null,
  strength smallint not null,
  addressees text[],
  violations text[] not null,
  themes text[] not null,
  continuing boolean not null,
  urgent boolean not null,
  reviewed boolean not null,
  corrected boolean not null,
  vector tsvector generated always as (search_vector(language, text)) stored,
  primary key (document_id, language, ordinal),
  constraint listed_clause_eid_once unique (document_id, language, eid),
  constraint listed_clause_of_reading foreign key (document_id, language)
    references clause_reading (document_id, language) on delete cascade,
  constraint listed_clause_kind check (kind in ('expressive', 'normative', 'directive'))
);
create index listed_clause_kind on listed_clause (kind);
create index listed_clause_words on listed_clause using gin (vector);
comment on table listed_clause is 'Clauses with corrections, as pages list and count them; made from the rest, never the truth';
comment on column listed_clause.ordinal is 'Place among the clauses of the rendition, from 0';
comment on column listed_clause.addressees is 'Null: it asks somebody who cannot be told';

-- Letters ----------------------------------------------------------------------------------------

create table letter (
  id uuid primary key,
  document_id uuid not null references document (id),
  language text not null,
  envelope text not null,
  label text,
  kind text not null,
  created_at timestamptz not null,
  constraint letter_language check (language = any (document_languages())),
  constraint letter_envelope check (envelope ~ '^[a-z0-9_]+$'),
  constraint letter_kind check (kind in (
    'transmitted_letter', 'chair_letter', 'statement', 'recommendation'))
);
create index letter_of_document on letter (document_id);
comment on table letter is 'A letter drafted from one message of one document';
comment on column letter.id is 'UUID version 7: orders letters by arrival';
comment on column letter.language is 'Of the rendition whose words it takes';
comment on column letter.label is 'The message as one cites it';
create trigger letter_insert_only before update or delete or truncate on letter
  for each statement execute function refuse_to_change_history();

create table letter_version (
  letter_id uuid not null references letter (id),
  version integer not null,
  rendition_id uuid not null references rendition (id),
  facts jsonb not null,
  choices jsonb not null,
  draft jsonb not null,
  made_by uuid not null references account (id),
  made_at timestamptz not null,
  primary key (letter_id, version),
  constraint letter_version_number check (version > 0)
);
comment on table letter_version is 'What somebody saved of a letter; rows are never changed and never go';
comment on column letter_version.rendition_id is 'The text it was drafted from';
create trigger letter_version_insert_only before update or delete or truncate on letter_version
  for each statement execute function refuse_to_change_history();

create table letter_return (
  id uuid primary key,
  letter_id uuid not null,
  version integer not null,
  returned text not null,
  file_name text not null,
  file_sha256 bytea not null,
  file_size integer not null,
  comparison jsonb not null,
  made_by uuid not null references account (id),
  made_at timestamptz not null,
  foreign key (letter_id, version) references letter_version (letter_id, version),
  constraint letter_return_as check (returned in ('edited', 'sent')),
  constraint letter_return_sha256 check (octet_length(file_sha256) = 32),
  constraint letter_return_size check (file_size > 0)
);
create index letter_return_of_letter on letter_return (letter_id);
comment on table letter_return is 'A letter that was handed back, compared with the version it was made from';
comment on column letter_return.comparison is 'vigil-letter-check/1';
create trigger letter_return_insert_only before update or delete or truncate on letter_return
  for each statement execute function refuse_to_change_history();

-- What the application may do ---------------------------------------------------------------------

grant select, insert on clause_correction, letter, letter_version, letter_return to vigil_app;
grant select, insert, delete on clause_reading, listed_clause to vigil_app;
