import type account from '@vigil/core/i18n/en/account.json'
import type clauses from '@vigil/core/i18n/en/clauses.json'
import type demonstration from '@vigil/core/i18n/en/demonstration.json'
import type documents from '@vigil/core/i18n/en/documents.json'
import type drafting from '@vigil/core/i18n/en/drafting.json'
import type identities from '@vigil/core/i18n/en/identities.json'
import type leaving from '@vigil/core/i18n/en/leaving.json'
import type oversight from '@vigil/core/i18n/en/oversight.json'
import type people from '@vigil/core/i18n/en/people.json'
import type taskforce from '@vigil/core/i18n/en/taskforce.json'
import type web from '@vigil/core/i18n/en/web.json'
import type { InterfaceLanguage } from './languages.ts'

/** Every key of the catalogues that the browser shows. */
export type MessageKey =
  | keyof typeof web
  | keyof typeof documents
  | keyof typeof clauses
  | keyof typeof drafting
  | keyof typeof identities
  | keyof typeof leaving
  | keyof typeof oversight
  | keyof typeof people
  | keyof typeof account
  | keyof typeof taskforce
  | keyof typeof demonstration

export type Area =
  | 'web'
  | 'documents'
  | 'clauses'
  | 'drafting'
  | 'identities'
  | 'leaving'
  | 'oversight'
  | 'people'
  | 'taskforce'
  | 'account'
  | 'demonstration'

/** Messages by key: text, or where there are arguments the syntax tree that the build made of it. */
export type Catalogue = Readonly<Record<string, string>>

const SOURCES = {
  web: {
    en: () => import('@vigil/core/i18n/en/web.json'),
    fr: () => import('@vigil/core/i18n/fr/web.json'),
  },
  documents: {
    en: () => import('@vigil/core/i18n/en/documents.json'),
    fr: () => import('@vigil/core/i18n/fr/documents.json'),
  },
  clauses: {
    en: () => import('@vigil/core/i18n/en/clauses.json'),
    fr: () => import('@vigil/core/i18n/fr/clauses.json'),
  },
  drafting: {
    en: () => import('@vigil/core/i18n/en/drafting.json'),
    fr: () => import('@vigil/core/i18n/fr/drafting.json'),
  },
  leaving: {
    en: () => import('@vigil/core/i18n/en/leaving.json'),
    fr: () => import('@vigil/core/i18n/fr/leaving.json'),
  },
  account: {
    en: () => import('@vigil/core/i18n/en/account.json'),
    fr: () => import('@vigil/core/i18n/fr/account.json'),
  },
  people: {
    en: () => import('@vigil/core/i18n/en/people.json'),
    fr: () => import('@vigil/core/i18n/fr/people.json'),
  },
  taskforce: {
    en: () => import('@vigil/core/i18n/en/taskforce.json'),
    fr: () => import('@vigil/core/i18n/fr/taskforce.json'),
  },
  demonstration: {
    en: () => import('@vigil/core/i18n/en/demonstration.json'),
    fr: () => import('@vigil/core/i18n/fr/demonstration.json'),
  },
  identities: {
    en: () => import('@vigil/core/i18n/en/identities.json'),
    fr: () => import('@vigil/core/i18n/fr/identities.json'),
  },
  oversight: {
    en: () => import('@vigil/core/i18n/en/oversight.json'),
    fr: () => import('@vigil/core/i18n/fr/oversight.json'),
  },
} as const satisfies Record<Area, Record<InterfaceLanguage, () => Promise<{ default: Catalogue }>>>

/** A promise that says when it is kept, as React reads it: what is here is drawn without a wait. */
type Asked = Promise<Catalogue> & { status?: 'fulfilled'; value?: Catalogue }

const asked = new Map<string, Asked>()

/** The messages of one area in one language; fetched once, the same promise every time. */
export function loadCatalogue(area: Area, language: InterfaceLanguage): Promise<Catalogue> {
  const key = `${area}.${language}`
  const known = asked.get(key)
  if (known) return known
  const promise: Asked = fetchCatalogue(area, language)
  asked.set(key, promise)
  promise.then(
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    () => asked.delete(key),
  )
  return promise
}

async function fetchCatalogue(area: Area, language: InterfaceLanguage): Promise<Catalogue> {
  const { default: catalogue } = await SOURCES[area][language]()
  return catalogue
}
