import type { Leaving } from '@vigil/contract/schemas'
import {
  findObstacles,
  type Given,
  givenState,
  isDueFrom,
  type LeavingFacts,
  type Obstacle,
} from '@vigil/core/leaving'
import type { Db } from '../db/transaction.ts'
import { type Held, listHoldings } from './holdings.ts'
import { readHandovers, type StoredHandover } from './handovers.ts'
import type { OpenLeaving } from './leavings.ts'
import { type NamedParty, readParties } from './parties.ts'
import { countUnread } from './unread.ts'

/** Something an account has, with whom it goes to and what they said. */
interface CaseItem {
  readonly held: Held
  readonly given: Given | null
  readonly handover: StoredHandover | undefined
}

/** All that is known about somebody who is leaving. */
export interface LeavingCase {
  readonly leaving: OpenLeaving
  readonly leaver: NamedParty
  readonly others: readonly NamedParty[]
  readonly items: readonly CaseItem[]
  readonly obstacles: readonly Obstacle[]
}

/** Looks everything up anew: what is held and who is there may have changed since somebody was named. */
export async function readCase(tx: Db, leaving: OpenLeaving, now: Date): Promise<LeavingCase> {
  const { accountId } = leaving
  const parties = await readParties(tx, now)
  const leaver = parties.find(({ id }) => id === accountId)
  if (!leaver) throw new Error('Who is leaving has left')
  const others = parties.filter(({ id, isOpen }) => id !== accountId && isOpen)
  const handovers = await readHandovers(tx, leaving.id)
  const items = (await listHoldings(tx, { accountId, now }))
    .filter(({ unsigned }) => unsigned === null || isDueFrom(unsigned, { leaver, others }))
    .map((held) => toItem(held, { handovers, others }))
  const facts: LeavingFacts = {
    leaver,
    others,
    given: items.flatMap(({ given }) => given ?? []),
    unread: await countUnread(tx, { leaver, others }),
  }
  return { leaving, leaver, others, items, obstacles: findObstacles(facts) }
}

interface Beside {
  readonly handovers: readonly StoredHandover[]
  readonly others: readonly NamedParty[]
}

function toItem(held: Held, { handovers, others }: Beside): CaseItem {
  const handover = handovers.find(
    ({ kind, objectId }) => kind === held.kind && objectId === held.id,
  )
  const successor = others.find(({ id }) => id === handover?.successor) ?? null
  const given = held.thing && { thing: held.thing, successor, answer: handover?.answer ?? null }
  return { held, given, handover }
}

/** The case as the contract shows it; labels only where the reader is who has the things. */
export function showCase(
  { leaving, leaver, items, obstacles }: LeavingCase,
  { withLabels }: { readonly withLabels: boolean },
): Leaving {
  return {
    id: leaving.id as Leaving['id'],
    account: { id: leaver.id as Leaving['account']['id'], name: leaver.name },
    begunAt: leaving.begunAt.toISOString(),
    reason: leaving.reason,
    holdings: items.map((item) => showItem(item, { leaver, withLabels })),
    obstacles: [...obstacles],
  }
}

function showItem(
  { held, given, handover }: CaseItem,
  { leaver, withLabels }: { readonly leaver: NamedParty; readonly withLabels: boolean },
): Leaving['holdings'][number] {
  const successor = given?.successor as NamedParty | null | undefined
  return {
    kind: held.kind,
    id: held.id,
    label: withLabels ? held.label : null,
    state: given && givenState(leaver, given),
    successor: successor
      ? { id: successor.id as Leaving['account']['id'], name: successor.name }
      : null,
    answeredAt: handover?.answeredAt?.toISOString() ?? null,
    reason: handover?.reason ?? null,
  }
}
