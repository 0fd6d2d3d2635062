/** The languages whose clauses can be read: those with tables of verbs and addressees. */
const CLAUSE_LANGUAGES = ['en', 'fr'] as const
export type ClauseLanguage = (typeof CLAUSE_LANGUAGES)[number]

/** True for the languages whose clauses can be read. */
export function isClauseLanguage(language: string | null): language is ClauseLanguage {
  return CLAUSE_LANGUAGES.some((one) => one === language)
}
