import { ErasureGround, ErasureState } from '@vigil/core/keys'
import { z } from 'zod'
import { IncidentId, PurposeQuery, Reason } from './incident.ts'

/** How a person is known outside of the identity store: a random UUID (R-SEC-7). */
export const Pseudonym = z.uuid().brand('Pseudonym')
export type Pseudonym = z.infer<typeof Pseudonym>

/** What somebody is to the incident. */
export const PersonKind = z.enum(['victim', 'family', 'source', 'witness'])
export type PersonKind = z.infer<typeof PersonKind>

const Words = z.string().trim().min(1)

/** A day of birth, or an age in years as told on a day. */
const Birth = z.union([
  z.strictObject({ date: z.iso.date() }),
  z.strictObject({ years: z.int().min(0).max(120), on: z.iso.date() }),
])

/** What identifies a person: class S0 throughout (mrm.md 8.2). */
export const IdentityContent = z
  .strictObject({
    names: z.array(Words.max(200)).min(1).max(10),
    birth: Birth.nullable(),
    contact: Words.max(2_000).nullable(),
    notes: Words.max(10_000).nullable(),
  })
  .meta({ id: 'IdentityContent' })
export type IdentityContent = z.infer<typeof IdentityContent>

export const NewIdentity = z
  .strictObject({ incidentId: IncidentId, kind: PersonKind, content: IdentityContent })
  .meta({ id: 'NewIdentity' })
export type NewIdentity = z.infer<typeof NewIdentity>

/** The parts that are to be written anew; the others stay. */
export const IdentityChange = IdentityContent.partial().meta({ id: 'IdentityChange' })
export type IdentityChange = z.infer<typeof IdentityChange>

/** A person without a word about who it is. */
export const ListedIdentity = z
  .object({
    pseudonym: Pseudonym,
    incidentId: IncidentId,
    kind: PersonKind,
    recordedAt: z.iso.datetime(),
    /** Whether what identified the person was erased. */
    erased: z.boolean(),
    /** Whether nothing of the person may be erased. */
    held: z.boolean(),
  })
  .meta({ id: 'ListedIdentity' })
export type ListedIdentity = z.infer<typeof ListedIdentity>

export const IdentityList = z
  .object({ identities: z.array(ListedIdentity) })
  .meta({ id: 'IdentityList', description: 'Who an incident speaks of, by pseudonyms' })
export type IdentityList = z.infer<typeof IdentityList>

export const IdentityListQuery = PurposeQuery.extend({ incidentId: IncidentId })

export const Identity = ListedIdentity.extend({ content: IdentityContent }).meta({ id: 'Identity' })
export type Identity = z.infer<typeof Identity>

export const IdentityHistory = z
  .object({
    changes: z.array(
      z.object({
        at: z.iso.datetime(),
        what: z.enum(['recorded', 'changed', 'held', 'released', 'reclassified', 'erased']),
        fields: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'IdentityHistory', description: 'What became of an identity, without its content' })
export type IdentityHistory = z.infer<typeof IdentityHistory>

export const Hold = z.strictObject({ held: z.boolean(), reason: Reason }).meta({ id: 'Hold' })
export type Hold = z.infer<typeof Hold>

export const ErasureId = z.uuid().brand('ErasureId')

export const NewErasure = z
  .strictObject({ ground: ErasureGround, reason: Reason })
  .meta({ id: 'NewErasure' })
export type NewErasure = z.infer<typeof NewErasure>

const Sha256 = z.base64()
const Neighbour = z.object({ index: z.int(), keyId: z.uuid(), path: z.array(Sha256) }).nullable()

/** That a key is not among those that live: its neighbours in the tree over their ids. */
export const KeyAbsence = z
  .object({ size: z.int(), root: Sha256, below: Neighbour, above: Neighbour })
  .meta({ id: 'KeyAbsence', description: 'Hashes in Base64; RFC 6962 over sorted key ids' })
export type KeyAbsence = z.infer<typeof KeyAbsence>

/** A request to destroy the key of a person, and where it stands. */
export const Erasure = z
  .object({
    id: ErasureId,
    pseudonym: Pseudonym,
    ground: ErasureGround,
    reason: z.string(),
    requestedBy: z.uuid(),
    /** The name of who asked. */
    askedBy: z.string(),
    requestedAt: z.iso.datetime(),
    approvals: z.array(z.object({ by: z.uuid(), name: z.string(), at: z.iso.datetime() })),
    state: ErasureState,
    /** When the waiting time is over; null while approvals lack. */
    dueAt: z.iso.datetime().nullable(),
    /** Once destroyed: which key is gone, and the proof. */
    keyId: z.uuid().nullable(),
    proof: KeyAbsence.nullable(),
  })
  .meta({ id: 'Erasure' })
export type Erasure = z.infer<typeof Erasure>

export const ErasureList = z.object({ erasures: z.array(Erasure) }).meta({ id: 'ErasureList' })
export type ErasureList = z.infer<typeof ErasureList>

/** Whether the keys of identities are open. */
export const KeyState = z
  .object({
    state: z.enum(['new', 'sealed', 'open']),
    /** How many keys live. */
    keys: z.int(),
  })
  .meta({ id: 'KeyState' })
export type KeyState = z.infer<typeof KeyState>

export const Unlock = z
  .strictObject({ passphrase: z.string().min(1).max(1024) })
  .meta({ id: 'Unlock' })
