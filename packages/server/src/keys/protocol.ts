import { KeyAbsence } from '@vigil/contract/schemas'
import { z } from 'zod'

const KeyId = z.uuid().toLowerCase()
const Passphrase = z.string().min(15).max(1024)
const Bytes = z.base64().max(4096)
/** A signed note (core/keys tombstone). */
const Tombstone = z.string().max(4096)

/** What somebody is called among custodians; printed on terminals. */
export const CustodianName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}\p{M} .’'-]{0,79}$/u)
/** Lines of age: a recipient, an identity. */
const AgeLine = z.string().regex(/^[A-Za-z0-9-]{1,4000}$/)
/** What a custodian shows: one of both. */
const Proof = { passphrase: Passphrase.optional(), identity: AgeLine.optional() }

/** One key as it leaves the store and comes back: wrapped, so that alone it opens nothing. */
export const StoreLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('custody'),
    recipient: z.string().max(4096),
    identity: Bytes.nullable(),
  }),
  z.strictObject({
    kind: z.literal('custodian'),
    name: CustodianName,
    recipient: z.string().max(4096),
    identity: Bytes.nullable(),
    root: Bytes.nullable(),
    since: z.int(),
  }),
  z.strictObject({ kind: z.literal('kek'), id: KeyId, sealed: Bytes, madeAt: z.int() }),
  z.strictObject({ kind: z.literal('key'), id: KeyId, kek: KeyId.nullable(), wrapped: Bytes }),
  z.strictObject({
    kind: z.literal('family'),
    id: KeyId,
    family: KeyId,
    retiredAt: z.int().nullable(),
  }),
  z.strictObject({
    kind: z.literal('destroyed'),
    id: KeyId,
    tombstone: Tombstone.nullable().default(null),
  }),
])
export type StoreLine = z.infer<typeof StoreLine>

/** Most lines that come or go at a time. */
export const LINES_AT_ONCE = 500

/** What the key service can be asked: one line of JSON. */
export const KeyRequest = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('status') }),
  z.strictObject({
    does: z.literal('setUp'),
    passphrase: Passphrase,
    name: CustodianName.optional(),
  }),
  z.strictObject({ does: z.literal('unlock'), ...Proof }),
  z.strictObject({ does: z.literal('custodians') }),
  z.strictObject({
    does: z.literal('addCustodian'),
    /** That of a custodian; the new one has a passphrase, or a recipient. */
    by: z.strictObject(Proof),
    name: CustodianName,
    passphrase: Passphrase.optional(),
    recipient: AgeLine.optional(),
  }),
  z.strictObject({
    does: z.literal('endCustodian'),
    by: z.strictObject(Proof),
    name: CustodianName,
  }),
  z.strictObject({ does: z.literal('lock') }),
  z.strictObject({
    does: z.literal('make'),
    keyId: KeyId,
    /** The key of the same record before; it must live. */
    succeeds: KeyId.optional(),
  }),
  z.strictObject({
    does: z.literal('unwrap'),
    keyId: KeyId,
    /** Who opens it, and what for. */
    actor: z.uuid(),
    purpose: z.string().regex(/^[a-z_]{1,40}$/),
  }),
  z.strictObject({ does: z.literal('retire'), keyId: KeyId }),
  z.strictObject({ does: z.literal('destroy'), keyId: KeyId, tombstone: Tombstone }),
  z.strictObject({ does: z.literal('rotate') }),
  z.strictObject({ does: z.literal('export'), after: z.string().max(36) }),
  z.strictObject({
    does: z.literal('import'),
    lines: z.array(StoreLine).max(LINES_AT_ONCE),
  }),
])
export type KeyRequest = z.infer<typeof KeyRequest>
export type KeyAct = KeyRequest['does']

const Attestation = z.strictObject({ size: z.int(), root: z.base64() })
const Status = z.strictObject({
  state: z.enum(['new', 'sealed', 'open']),
  /** How many keys live, and how many of them have a successor. */
  keys: z.int(),
  retired: z.int(),
  /** The system user that the service runs as. */
  uid: z.int(),
})

const Custodians = z.strictObject({
  custodians: z.array(
    z.strictObject({
      name: z.string(),
      /** Whether a passphrase opens theirs; else they keep an identity themselves. */
      byPassphrase: z.boolean(),
      /** Milliseconds of Unix time; 0 where it was before this was kept. */
      since: z.int(),
    }),
  ),
})

/** What is answered to each request, where it is not refused. */
export const KEY_ANSWERS = {
  status: Status,
  setUp: Status,
  unlock: Status,
  lock: Status,
  custodians: Custodians,
  addCustodian: Custodians,
  endCustodian: Custodians,
  make: z.strictObject({ dataKey: z.base64() }),
  unwrap: z.strictObject({ dataKey: z.base64() }),
  retire: Attestation,
  destroy: KeyAbsence,
  rotate: Attestation,
  export: z.strictObject({ lines: z.array(StoreLine), next: z.string().nullable() }),
  import: z.strictObject({ taken: z.int() }),
} as const satisfies Readonly<Record<KeyAct, z.ZodType>>

export type KeyAnswers = { readonly [Act in KeyAct]: z.infer<(typeof KEY_ANSWERS)[Act]> }

/**
 * Why the key service refuses: nobody set it up; nobody unlocked it; it is set up already; the
 * passphrase is another; too many wrong ones; no such key lives; too many identities were opened;
 * the store is another; a custodian of this name is there already, or is not, or is the last; a recipient
 * is none; the request is none.
 */
export const KeyProblem = z.enum([
  'new',
  'sealed',
  'setUpAlready',
  'wrongPassphrase',
  'tooManyTries',
  'unknownKey',
  'throttled',
  'otherStore',
  'custodianTaken',
  'unknownCustodian',
  'lastCustodian',
  'badRecipient',
  'malformed',
  'failed',
])
export type KeyProblem = z.infer<typeof KeyProblem>

export const KeyRefusal = z.strictObject({
  ok: z.literal(false),
  problem: KeyProblem,
  /** Seconds to wait, where waiting helps. */
  retryAfter: z.int().optional(),
})
export type KeyRefusal = z.infer<typeof KeyRefusal>

export type KeyAnswer<Act extends KeyAct> =
  | { readonly ok: true; readonly value: KeyAnswers[Act] }
  | KeyRefusal

/** Asks whoever keeps the keys: over a socket, or in the same process in tests. */
export type AskKeys = <Act extends KeyAct>(
  request: Extract<KeyRequest, { readonly does: Act }>,
) => Promise<KeyAnswer<Act>>
