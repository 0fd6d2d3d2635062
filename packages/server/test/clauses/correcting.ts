import {
  Corrected,
  CorrectionList,
  type ClauseCorrection,
  type CorrectionEntry,
  RenditionAnnotation,
} from '@vigil/contract/schemas'
import type { z } from 'zod'
import type { Browser } from '../support/client.ts'

/** What is done to a clause: what `ClauseCorrection` has under `change`. */
type Change = z.input<typeof ClauseCorrection>['change']

/** A document clause by clause, as a page asks for it. */
export async function annotation(
  browser: Browser,
  id: string,
  language = 'en',
): Promise<RenditionAnnotation> {
  const answer = await browser.get(`/api/documents/${id}/renditions/${language}/annotation`)
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return RenditionAnnotation.parse(await answer.json())
}

/** Sends a correction of the clause with this number, as it stands now. */
export async function sendCorrection(
  browser: Browser,
  id: string,
  { clause, change }: { clause: number; change: Change },
): Promise<Response> {
  const { clauses } = await annotation(browser, id)
  const found = clauses[clause]
  if (!found) throw new Error(`There are ${clauses.length} clauses`)
  const { paragraph, at, text } = found
  const path = `/api/documents/${id}/renditions/en/corrections`
  return browser.json('POST', path, { paragraph, at, text, change })
}

/** Corrects what can be corrected. */
export async function correct(
  browser: Browser,
  id: string,
  given: { clause: number; change: Change },
): Promise<Corrected> {
  return corrected(await sendCorrection(browser, id, given))
}

/** Takes a correction back. */
export function sendUndo(browser: Browser, id: string, correction: string): Promise<Response> {
  return browser.send('POST', `/api/documents/${id}/corrections/${correction}/undo`)
}

/** What a correction that was taken answers. */
export async function corrected(answer: Response): Promise<Corrected> {
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
  return Corrected.parse(await answer.json())
}

/** The history of a document, newest first. */
export async function history(browser: Browser, id: string): Promise<CorrectionEntry[]> {
  const answer = await browser.get(`/api/documents/${id}/corrections`)
  return CorrectionList.parse(await answer.json()).corrections
}
