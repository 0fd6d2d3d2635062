import type { HandedList, Leaving, LeavingState } from '@vigil/contract/schemas'
import { expect } from 'vitest'
import { type Browser, problemOf } from '../support/client.ts'

export async function stateOf(answer: Promise<Response> | Response): Promise<Leaving> {
  const { leaving } = (await (await answer).json()) as LeavingState
  if (!leaving) throw new Error('Nobody is leaving')
  return leaving
}

export function begin(browser: Browser): Promise<Leaving> {
  return stateOf(browser.send('POST', '/api/own/leaving'))
}

export function nameTo(browser: Browser, successor: string, { holdings }: Leaving) {
  const things = holdings
    .filter(({ state }) => state !== null)
    .map(({ kind, id }) => ({ kind, id }))
  return browser.json('POST', '/api/own/leaving/successor', { things, successor })
}

export async function handedTo(browser: Browser) {
  return ((await (await browser.get('/api/own/handed')).json()) as HandedList).items
}

export async function acceptAll(browser: Browser): Promise<void> {
  const open = (await handedTo(browser)).filter(({ answer }) => answer === null)
  const body = { handovers: open.map(({ id }) => id) }
  expect((await browser.json('POST', '/api/own/handed/acceptance', body)).status).toBe(200)
}

export async function codeOf(answer: Promise<Response>): Promise<string> {
  return (await problemOf(await answer)).code
}
