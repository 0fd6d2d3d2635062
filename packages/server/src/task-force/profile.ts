import {
  coChairsOn,
  type CoChairSet,
  Entity,
  findJointFault,
  type ActingGrant,
  isChosen,
  Profile,
  profileOn,
  type Signature,
} from '@vigil/core/policy'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { dayOf } from '../accounts/grants.ts'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'
import { readCoChairs } from './co-chairs.ts'

/** A choice with who signed it. */
export interface StoredChoice {
  readonly id: string
  readonly profile: Profile
  readonly signed: readonly Entity[]
  readonly signatures: readonly (Signature & { readonly at: string })[]
}

/** The choices of a profile in `operation`, newest first. */
export async function readChoices(db: Db, operation: string): Promise<StoredChoice[]> {
  const rows = await db
    .selectFrom('profile_choice')
    .select(['id', 'profile'])
    .select((choice) =>
      jsonArrayFrom(
        choice
          .selectFrom('profile_signature')
          .select(['entity', 'signed_by as by', 'acting_for as for', 'signed_at as at'])
          .whereRef('choice_id', '=', 'profile_choice.id')
          .orderBy('signed_at'),
      ).as('signatures'),
    )
    .where('operation', '=', operation)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, profile, signatures }) => {
    const read = signatures.map((one) => ({ ...one, entity: Entity.parse(one.entity) }))
    const signed = read.map(({ entity }) => entity)
    return { id, profile: Profile.parse(profile), signed, signatures: read }
  })
}

/**
 * The profile of an operation's task force on the day of `now`: the one place that is asked, by what
 * levels of verification allow, who approves the recovery of an account, and what reports print.
 */
export async function profileOf(db: Db, operation: string, now: Date): Promise<Profile> {
  const sets = await readCoChairs(db, operation)
  const coChairs = coChairsOn(sets, { operation, day: dayOf(now) })
  return profileOn(await readChoices(db, operation), coChairs)
}

/** A co-chair who signs for a profile. */
export interface ProfileToChoose {
  readonly operation: string
  readonly profile: Profile
  readonly actor: { readonly id: string; readonly grants: readonly ActingGrant[] }
  readonly now: Date
}

/** What became of a signature: the choice it stands under, or why it was not taken. */
export type ChoiceOutcome =
  | { readonly id: string; readonly signature: Signature }
  | { readonly fault: 'noSeat' | 'sameProfile' | 'bothSides' | 'signed' }

/** Signs the open choice of this profile, or begins one. */
export async function chooseProfile(tx: Db, wanted: ProfileToChoose): Promise<ChoiceOutcome> {
  const { operation, profile, actor, now } = wanted
  const lock = `profile of ${operation}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(tx)
  const sets = await readCoChairs(tx, operation)
  const coChairs = coChairsOn(sets, { operation, day: dayOf(now) })
  const hands = handsOf(actor, { operation, sets, now })
  if (hands.length === 0) return { fault: 'noSeat' }
  const choices = await readChoices(tx, operation)
  const same = findOpen(choices, coChairs, profile)
  if (!same && profileOn(choices, coChairs) === profile) return { fault: 'sameProfile' }
  const chosen = chooseHand(hands, same?.signatures ?? [])
  if ('fault' in chosen) return chosen
  const id = same?.id ?? (await beginChoice(tx, wanted))
  await sign(tx, { ...chosen.signature, choiceId: id, now })
  return { id, signature: chosen.signature }
}

async function sign(
  tx: Db,
  signed: Signature & { readonly choiceId: string; readonly now: Date },
): Promise<void> {
  const { by: signed_by, for: acting_for, entity, choiceId: choice_id, now: signed_at } = signed
  await tx
    .insertInto('profile_signature')
    .values({ choice_id, entity, signed_by, acting_for, signed_at })
    .execute()
}

/** The newest choice, of `profile` where one is named, unless all co-chairs of the day have signed it. */
export function findOpen(
  choices: readonly StoredChoice[],
  coChairs: readonly Entity[],
  profile?: Profile,
): StoredChoice | undefined {
  const [newest] = choices
  if (!newest || coChairs.length === 0 || isChosen(newest.signed, coChairs)) return undefined
  return profile === undefined || profile === newest.profile ? newest : undefined
}

interface Place {
  readonly operation: string
  readonly sets: readonly CoChairSet[]
  readonly now: Date
}

/** The sides for which somebody can sign today, in their own name before another’s. */
function handsOf({ id, grants }: ProfileToChoose['actor'], { operation, sets, now }: Place) {
  const coChairs = coChairsOn(sets, { operation, day: dayOf(now) })
  return grants
    .filter(({ role, operation: place }) => role === 'co_chair' && place === operation)
    .flatMap(({ entity, for: absent = null }): Signature[] =>
      entity !== null && coChairs.includes(entity) ? [{ by: id, for: absent, entity }] : [],
    )
}

function chooseHand(
  hands: readonly Signature[],
  earlier: readonly Signature[],
): { readonly signature: Signature } | { readonly fault: 'bothSides' | 'signed' } {
  const signature = hands.find((hand) => findJointFault(earlier, hand) === undefined)
  if (signature) return { signature }
  const isUnsigned = hands.some(({ entity }) => earlier.every((one) => one.entity !== entity))
  return { fault: isUnsigned ? 'bothSides' : 'signed' }
}

async function beginChoice(tx: Db, { operation, profile, now }: ProfileToChoose): Promise<string> {
  const id = uuidV7(now)
  await tx
    .insertInto('profile_choice')
    .values({ id, operation, profile, proposed_at: now })
    .execute()
  return id
}
