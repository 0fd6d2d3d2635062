-- Documents: originals kept byte for byte, what is read from them, and the search over it.
--
--   document_original   the file as it came in, found by its SHA-256, never changed
--   document            a United Nations document, whatever the language
--   rendition           one reading of one original in one language; a newer version supersedes it
--   paragraph           what a rendition consists of, in order, each with an address (eid)
--
-- Nothing here is ever deleted: a document is removed by a date and put back by taking the date away.

-- Folding ----------------------------------------------------------------------------------------

create extension if not exists unaccent;

-- Each configuration folds accents before it stems, so that "déplacés", "deplaces" and "Déplacés" meet.
create text search configuration vigil_en (copy = english);
alter text search configuration vigil_en
  alter mapping for hword, hword_part, word with unaccent, english_stem;
create text search configuration vigil_fr (copy = french);
alter text search configuration vigil_fr
  alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration vigil_es (copy = spanish);
alter text search configuration vigil_es
  alter mapping for hword, hword_part, word with unaccent, spanish_stem;

create function document_languages() returns text[]
  language sql immutable parallel safe
  return array['en', 'fr', 'es', 'ar', 'ru', 'zh'];
comment on function document_languages() is 'The six official languages';

create function search_configuration(language text) returns regconfig
  language sql immutable strict parallel safe
  return case language
    when 'en' then 'vigil_en'::regconfig
    when 'fr' then 'vigil_fr'::regconfig
    when 'es' then 'vigil_es'::regconfig
    when 'ar' then 'arabic'::regconfig
    when 'ru' then 'russian'::regconfig
    else 'simple'::regconfig
  end;
comment on function search_configuration(text) is
  'Folds accents, then stems. Chinese is searched sign by sign';

-- Folding first loses what the French and Spanish stemmers know of accented endings ("armée" and
-- "armés" have one stem, "armee" and "armes" two), so these two are searched both ways.
create function search_accented_configuration(language text) returns regconfig
  language sql immutable strict parallel safe
  return case language when 'fr' then 'french'::regconfig when 'es' then 'spanish'::regconfig end;
comment on function search_accented_configuration(text) is
  'Stems without folding accents, where the stemmer makes use of them; null elsewhere';

-- Character for character, so that a place found in the copy is the same place in the text, except
-- that Chinese signs stand apart. Blanks for < > keep the parser from dropping "tags", for / from
-- taking a symbol for a file name, for the two private-use signs from forged highlights.
create function search_copy(language text, body text) returns text
  language sql immutable strict parallel safe
  return case
    when language = 'zh'
    then regexp_replace(translate(body, '</>' || U&'\E000\E001', '     '), '([一-鿿㐀-䶿])', ' \1 ', 'g')
    else translate(body, '’‘ʼ`´</>' || U&'\E000\E001', '''''''''''     ')
  end;
comment on function search_copy(text, text) is 'The text as the search engine is given it';

create function search_vector(language text, body text) returns tsvector
  language sql immutable strict parallel safe
  return to_tsvector(search_configuration(language), search_copy(language, left(body, 100000)))
    || coalesce(
      to_tsvector(
        search_accented_configuration(language), search_copy(language, left(body, 100000))),
      '');
comment on function search_vector(text, text) is
  'What a paragraph is found by: its first 100,000 characters, which keeps any text below PostgreSQL''s limit';

create function search_folded_query(language text, words text) returns tsquery
  language sql immutable strict parallel safe
  return websearch_to_tsquery(
    search_configuration(language), search_copy(language, translate(words, '“”„«»', '"""""')));

create function search_query(language text, words text) returns tsquery
  language sql immutable strict parallel safe
  return coalesce(
    search_folded_query(language, words) || websearch_to_tsquery(
      search_accented_configuration(language),
      search_copy(language, translate(words, '“”„«»', '"""""'))),
    search_folded_query(language, words));
comment on function search_query(text, text) is
  'Words as people type them (quotes for a phrase, OR, a minus to leave out) in one language; never an error';

create function title_key(title text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, translate(title, '’‘ʼ`´', '''''''''''')));
comment on function title_key(text) is 'A title folded for comparison: no accents, one case, one apostrophe';

create function symbol_key(symbol text) returns text
  language sql immutable strict parallel safe
  return nullif(upper(btrim(regexp_replace(symbol, '[^A-Za-z0-9]+', '/', 'g'), '/')), '');
comment on function symbol_key(text) is
  'A symbol folded for comparison: "S/RES/2690 (2023)" and "s-res-2690(2023)" are S/RES/2690/2023';

-- Tables -----------------------------------------------------------------------------------------

create table document_original (
  sha256 bytea primary key,
  bytes bytea not null,
  size integer not null generated always as (octet_length(bytes)) stored,
  media_type text not null,
  name text not null,
  received_at timestamptz not null default now(),
  constraint document_original_proven check (sha256 = sha256(bytes)),
  constraint document_original_not_empty check (octet_length(bytes) > 0),
  constraint document_original_media_type check (media_type in (
    'text/plain', 'text/html', 'application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document')),
  constraint document_original_name check (name = btrim(name) and length(name) between 1 and 255)
);
-- Files hardly compress and are only ever read whole.
alter table document_original alter column bytes set storage external;
comment on table document_original is 'Files as they came in, byte for byte; insert-only';

create table document (
  id uuid primary key,
  symbol text,
  symbol_key text generated always as (symbol_key(symbol)) stored,
  kind text not null,
  title text,
  title_key text generated always as (title_key(title)) stored,
  meeting date,
  adopted date,
  signed date,
  circulated date,
  added_at timestamptz not null default now(),
  added_by uuid references account (id),
  removed_at timestamptz,
  constraint document_symbol check (symbol = btrim(symbol) and length(symbol) between 1 and 100),
  constraint document_symbol_says_something check (symbol is null or symbol_key(symbol) is not null),
  constraint document_kind check (kind in (
    'conclusions', 'letter', 'statement', 'report', 'resolution', 'comment', 'other')),
  constraint document_title check (title = btrim(title) and title <> ''),
  constraint document_removed_after_added check (removed_at >= added_at)
);
create unique index document_symbol_once on document (symbol_key) where removed_at is null;
comment on table document is 'A United Nations document, whatever the languages it is held in';
comment on column document.id is 'UUID version 7, made by the application: orders documents by arrival';
comment on column document.added_by is 'Null where the command line brought it in';
comment on column document.removed_at is 'Set while the document is out of lists and search';
comment on index document_symbol_once is 'Two documents that are held never have one symbol';

create table rendition (
  id uuid primary key,
  document_id uuid not null references document (id),
  language text not null,
  version integer not null,
  original bytea not null references document_original (sha256),
  extracted text not null,
  characters integer not null,
  pages integer,
  repairs jsonb not null,
  repair_count integer not null generated always as (jsonb_array_length(repairs)) stored,
  reader integer not null,
  read_at timestamptz not null default now(),
  superseded_at timestamptz,
  constraint rendition_version_once unique (document_id, language, version),
  constraint rendition_language_of_paragraphs unique (id, language),
  constraint rendition_language check (language = any (document_languages())),
  constraint rendition_version check (version > 0),
  constraint rendition_characters check (characters >= length(extracted)),
  constraint rendition_pages check (pages > 0),
  constraint rendition_reader check (reader > 0),
  constraint rendition_superseded_later check (superseded_at >= read_at)
);
create unique index rendition_current_once on rendition (document_id, language)
  where superseded_at is null;
create index rendition_original on rendition (original);
comment on table rendition is 'What was read from one original in one language; the text is never edited';
comment on column rendition.extracted is 'The text taken from the file before any repair';
comment on column rendition.characters is 'UTF-16 units of the extracted text, as the offsets of repairs count';
comment on column rendition.reader is 'Version of the reading rules';
comment on index rendition_current_once is 'One rendition a language is the current one';

create table paragraph (
  rendition_id uuid not null,
  ordinal integer not null,
  language text not null,
  eid text not null,
  label text,
  kind text not null,
  level smallint not null,
  marker text,
  text text not null,
  vector tsvector generated always as (search_vector(language, text)) stored,
  primary key (rendition_id, ordinal),
  constraint paragraph_eid_once unique (rendition_id, eid),
  constraint paragraph_of_rendition
    foreign key (rendition_id, language) references rendition (id, language),
  constraint paragraph_ordinal check (ordinal >= 0),
  constraint paragraph_eid check (eid ~ '^[a-z0-9_]+$'),
  constraint paragraph_level check (level between 0 and 9),
  constraint paragraph_kind check (kind in (
    'title', 'frontmatter', 'heading', 'preamble', 'paragraph', 'point', 'item',
    'continuation', 'annex', 'signature', 'footnote'))
);
create index paragraph_words on paragraph using gin (vector);
comment on table paragraph is 'A stretch of text with an address, in the order of the document';
comment on column paragraph.ordinal is 'Place in the document, from 0';
comment on column paragraph.language is 'That of the rendition; decides how the words are stemmed';

-- What the application may do ---------------------------------------------------------------------

grant select, insert on document_original, paragraph to vigil_app;
grant select, insert on document, rendition to vigil_app;
grant update (symbol, kind, title, meeting, adopted, signed, circulated, removed_at)
  on document to vigil_app;
grant update (superseded_at) on rendition to vigil_app;
