import type { ActionHistory, RecordDifferences } from '@vigil/contract/schemas'
import {
  type Action,
  compareVersions,
  fold,
  historyOf,
  type Sees,
  seenBy,
  seesAction,
} from '@vigil/core/incident'
import { classesSeen, type Wish } from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'
import type { Handlers } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { sightOf, wishToRead } from '../incidents/handlers.ts'
import { findIncident, type HeldIncident } from '../incidents/queries.ts'
import { getRecord, readActions } from './actions.ts'
import { takeActions } from './take.ts'
import { openText } from './texts.ts'
import { viewOf } from './view.ts'
import { readWords } from './words.ts'

type RecordEndpoint =
  | 'readRecord'
  | 'addToRecord'
  | 'readRecordActions'
  | 'compareRecords'
  | 'readText'

/** Looking at what is known of an incident: now, then, and how it came about. */
const looking: Pick<Handlers, 'readRecord' | 'readRecordActions' | 'compareRecords'> = {
  readRecord({ actor, params, query: { purpose, asOf }, read }) {
    const wish = wishToRead(actor, purpose)
    return read(purpose, async (tx) => {
      const { held, actions, sees } = await open(tx, wish, params.incidentId)
      const record = fold(actions, asOf) ?? refuse('incident.unknown')
      const words = await readWords(tx, held.id)
      const answer = viewOf(seenBy(record, sees), { words, asOf: asOf ?? null })
      return { answer, sight: sightOf(held, wish) }
    })
  },

  readRecordActions({ actor, params, query: { purpose }, read }) {
    const wish = wishToRead(actor, purpose)
    return read(purpose, async (tx) => {
      const { held, actions, sees } = await open(tx, wish, params.incidentId)
      return { answer: historySeen(actions, sees), sight: sightOf(held, wish) }
    })
  },

  compareRecords({ actor, params, query: { purpose, from, to }, read }) {
    const wish = wishToRead(actor, purpose)
    return read(purpose, async (tx) => {
      const { held, actions, sees } = await open(tx, wish, params.incidentId)
      const [before, after] = [from, to].map((day) => {
        const record = fold(actions, day)
        return record && seenBy(record, sees)
      })
      const differences = compareVersions(before, after)
      const answer = { differences } as RecordDifferences
      return { answer, sight: sightOf(held, wish) }
    })
  },
}

/** What the server does for the endpoints about what is known of an incident. */
export function recordHandlers({ keys }: Pick<Services, 'keys'>): Pick<Handlers, RecordEndpoint> {
  return {
    ...looking,

    addToRecord({ actor, params: { incidentId }, body, now, write }) {
      return write(async (tx) => {
        const by = { actor, now, keys }
        const { held, actions, added, actingFor } = await takeActions(
          tx,
          { incidentId, given: body },
          by,
        )
        const sees = seesOf({ actor, action: 'incident.edit' }, held)
        const record = seenBy(getRecord(actions), sees)
        const answer = viewOf(record, { words: await readWords(tx, incidentId), asOf: null })
        const object = { type: 'incident', id: incidentId } as const
        const change = added.map(({ id, deed }) => ({ id, deed }))
        return { answer, object, change, actingFor }
      })
    },

    readText({ actor, params: { incidentId, textId: id }, query: { purpose }, read }) {
      const wish = wishToRead(actor, purpose)
      return read(purpose, async (tx) => {
        const { held, actions, sees } = await open(tx, wish, incidentId)
        const told = historySeen(actions, sees).entries.flatMap(({ texts }) => texts)
        const found = told.find((text) => text.id === id) ?? refuse('record.textUnknown')
        if (found.redactedOn !== null) refuse('record.textGone')
        const by = { actor, keys, purpose: purpose ?? 'history' }
        const words = await openText(tx, { incident: incidentId, id }, by)
        return { answer: { id, words }, sight: sightOf(held, wish) }
      })
    },
  }
}

interface Opened {
  readonly held: HeldIncident
  readonly actions: readonly Action[]
  readonly sees: Sees
}

/** The actions of an incident that `wish` covers, and what of it may be seen. */
async function open(tx: Db, wish: Wish, id: string): Promise<Opened> {
  const held = (await findIncident(tx, wish, id)) ?? refuse('incident.unknown')
  return { held, actions: await readActions(tx, id), sees: seesOf(wish, held) }
}

function seesOf(wish: Wish, { facts }: HeldIncident): Sees {
  const classes = classesSeen(wish, facts)
  return (sensitivity) => classes.includes(sensitivity)
}

function historySeen(actions: readonly Action[], sees: Sees): ActionHistory {
  const record = getRecord(actions)
  const entries = historyOf(actions)
    .filter(({ action }) => seesAction(record, action, sees))
    .map(({ action: { id, madeAt, receivedAt, deed }, subjects, texts, withdrawnOn }) => ({
      id,
      madeAt,
      receivedAt,
      deed,
      subjects: [...subjects],
      texts: texts.map(({ text, redactedOn }) => ({ id: text, redactedOn })),
      withdrawnOn,
    }))
  return { entries }
}
