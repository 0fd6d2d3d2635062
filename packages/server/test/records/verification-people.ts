import type { ViolationVerification } from '@vigil/contract/schemas'
import { grantOf } from '../support/accounts.ts'
import type { Browser } from '../support/client.ts'
import { enterAs } from '../support/people.ts'
import { actionsOf, begin, send, setting, startRecords } from './people.ts'

/** Those who document, and those who decide at each of the levels, for the mission and for UNICEF. */
export async function startVerification() {
  const started = await startRecords()
  const place = { operation: 'aldonia' } as const
  const ofMission = { ...place, entity: 'mission' } as const
  const ofUnicef = { ...place, entity: 'unicef' } as const
  const focal = grantOf('focal_point', { ...ofMission, regions: ['coast'] })
  return {
    ...started,
    chi: await enterAs(started, 'chi', [grantOf('technical_co_chair', ofMission)]),
    dora: await enterAs(started, 'dora', [grantOf('technical_co_chair', ofUnicef)]),
    esi: await enterAs(started, 'esi', [grantOf('co_chair', ofMission)]),
    fode: await enterAs(started, 'fode', [grantOf('co_chair', ofUnicef)]),
    both: await enterAs(started, 'both', [focal, grantOf('technical_co_chair', ofMission)]),
    north: await enterAs(started, 'north', [{ ...focal, regions: ['north'] }]),
  }
}

const CONSENT = {
  giver: 'adult',
  assent: null,
  purposes: ['reporting'],
  sharedWith: [],
  withheldFrom: [],
  givenOn: '2026-03-01',
  language: 'bm',
  form: 'oral_witnessed',
  withdrawnOn: null,
}

/** An incident with one violation that meets the criteria: a girl, three children by number, a witness. */
export async function complete(browser: Browser): Promise<string> {
  const incident = await begin(browser, 'S1')
  const given = actionsOf(
    {
      a1: { kind: 'add', added: 'V-1', subject: 'violation', category: 'killing' },
      a2: setting('V-1 start', { on: '2026-03-01', estimated: false }),
      a3: setting('V-1 attribution', { kind: 'party', party: 'ANS' }),
      a4: setting('V-1 tally', { boys: 1, girls: 2, unknown: 0 }),
      a5: { kind: 'add', added: 'C-1', subject: 'victim', category: null },
      a6: setting('C-1 sex', 'girl'),
      a7: setting('C-1 ageAtViolation', { least: 9, most: 9, estimated: false }),
      a8: { kind: 'link', link: 'victim_of', from: 'C-1', to: 'V-1', linked: true, replaces: [] },
      a9: { kind: 'add', added: 'S-1', subject: 'source', category: null },
      b1: setting('S-1 category', 'witness'),
      b2: setting('S-1 type', 'testimony'),
      b3: setting('S-1 trained', 'yes'),
      b4: setting('S-1 reliability', 'high'),
      b5: setting('S-1 reliabilityReason', { text: 'T-1' }),
      b6: setting('S-1 credibility', 'medium'),
      b7: setting('S-1 credibilityReason', { text: 'T-2' }),
      b8: setting('S-1 consent', [CONSENT]),
      b9: { kind: 'link', link: 'supports', from: 'S-1', to: 'V-1', linked: true, replaces: [] },
    },
    { 'T-1': 'She was there.', 'T-2': 'Two others say the same.' },
  )
  const answer = await send(browser, incident, given)
  if (answer.status !== 200) throw new Error(await answer.text())
  return incident
}

/** Where a violation stands, as somebody sees it. */
export async function lookAt(
  { browser }: { readonly browser: Browser },
  incident: string,
  violation = 'V-1',
): Promise<ViolationVerification> {
  const path = `/api/incidents/${incident}/violations/${violation}/verification`
  const answer = await browser.get(`${path}?purpose=reporting`)
  if (answer.status !== 200) throw new Error(await answer.text())
  return (await answer.json()) as ViolationVerification
}
