-- The list of letters says whom each is for. Letters from before do not know it.

alter table letter add column addressees text[];
comment on column letter.addressees is 'Of the message; null: not known';
