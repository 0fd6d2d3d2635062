import { Document, DocumentList, Imported, SearchResult } from '@vigil/contract/schemas'
import { sql } from 'kysely'
import type { Db } from '../../src/db/transaction.ts'
import type { Browser } from '../support/client.ts'

/** A made-up resolution with its symbol in the masthead; no real text is quoted. */
export function resolution(symbol: string, ...paragraphs: string[]): string {
  const numbered = paragraphs.map((text, index) => `${index + 1}. ${text}`)
  return [symbol, 'The Security Council,', ...numbered].join('\n\n').concat('\n')
}

/** Sends a file as the upload form does. */
export function upload(
  browser: Browser,
  file: { name: string; content: string | Uint8Array<ArrayBuffer> },
  fields: Record<string, string> = {},
): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  body.set('file', new File([file.content], file.name))
  return browser.send('POST', '/api/documents', { body })
}

/** Uploads what must be taken. */
export async function bringIn(
  browser: Browser,
  content: string,
  fields: Record<string, string> = {},
): Promise<Imported> {
  const answer = await upload(browser, { name: 'text.txt', content }, fields)
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
  return Imported.parse(await answer.json())
}

export async function list(browser: Browser, query = ''): Promise<DocumentList> {
  return DocumentList.parse(await (await browser.get(`/api/documents${query}`)).json())
}

export async function read(browser: Browser, id: string): Promise<Document> {
  return Document.parse(await (await browser.get(`/api/documents/${id}`)).json())
}

export async function find(browser: Browser, query: Record<string, string>): Promise<SearchResult> {
  const answer = await browser.get(`/api/search?${new URLSearchParams(query).toString()}`)
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return SearchResult.parse(await answer.json())
}

/** How many rows each table holds, but for refusals in the audit log, which are meant to be kept. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    select
      (select count(*) from document) as document,
      (select count(*) from document_original) as original,
      (select count(*) from rendition) as rendition,
      (select count(*) from paragraph) as paragraph,
      (select count(*) from record_salt) as salt,
      (select count(*) from audit_entry where decision = 'allowed') as audit`.execute(db)
  return rows[0] ?? {}
}
