/** The six official languages of the United Nations. */
export const DOCUMENT_LANGUAGES = ['en', 'fr', 'es', 'ar', 'ru', 'zh'] as const

/** Kinds of documents, as `DocumentKind` explains them. */
export const DOCUMENT_KINDS = [
  'conclusions',
  'letter',
  'statement',
  'report',
  'resolution',
  'comment',
  'other',
] as const
