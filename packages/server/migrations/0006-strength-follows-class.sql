-- The strength of a clause now follows from the class that a person set. Lists with corrected clauses
-- are thrown away; the server makes them again when it starts.

delete from clause_reading where exists (
  select from listed_clause
  where listed_clause.document_id = clause_reading.document_id
    and listed_clause.language = clause_reading.language
    and listed_clause.corrected);
