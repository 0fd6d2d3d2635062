import { randomBytes } from 'node:crypto'
import type { KeyAbsence } from '@vigil/contract/schemas'
import {
  absenceProof,
  judgeUnwrap,
  keyRoot,
  LONGEST_LIMIT_MS,
  type Neighbour,
} from '@vigil/core/keys'
import { KEY_BYTES } from './aes-gcm.ts'
import { copyStore, FIRST_CUSTODIAN, headLines, keyLines, takeLines } from './copies.ts'
import { BadRecipient } from './custodians.ts'
import type { FileProvider } from './file-provider.ts'
import {
  type AskKeys,
  type KeyAct,
  type KeyAnswers,
  type KeyProblem,
  type KeyRefusal,
  type KeyRequest,
  LINES_AT_ONCE,
} from './protocol.ts'
import { Sealed } from './provider.ts'
import type { KeyStore } from './store.ts'

interface Around {
  readonly store: KeyStore
  readonly provider: FileProvider
  /** Where copies of the store go. */
  readonly copies: string
  readonly now: () => number
}

/** A refusal on its way out. */
class Refused extends Error {
  readonly refusal: KeyRefusal

  constructor(problem: KeyProblem, retryMs?: number) {
    super(problem)
    const retryAfter = retryMs === undefined ? {} : { retryAfter: Math.ceil(retryMs / 1000) }
    this.refusal = { ok: false, problem, ...retryAfter }
  }
}

type Acts = {
  readonly [Act in KeyAct]: (
    asked: Extract<KeyRequest, { readonly does: Act }>,
  ) => KeyAnswers[Act] | Promise<KeyAnswers[Act]>
}

/** So many wrong passphrases within an hour; each costs the machine seconds, too. */
const MOST_WRONG = 10
const HOUR_MS = 3_600_000
/** Key ids go up from here. */
const FIRST = '-'

/**
 * Whoever keeps the keys: hands them out one by one, to a named person for a named purpose, each
 * opening in a journal that is on disk before the key is out. One request after the other.
 */
export function createCustody(around: Around): AskKeys {
  const prove = proving(around)
  const acts = {
    ...locking(around, prove),
    ...enrolling(around, prove),
    ...keeping(around),
    ...ending(around),
    ...copying(around),
  } satisfies Acts
  let last: Promise<unknown> = Promise.resolve()
  return (request) => {
    const answer = last.then(() => settle(() => perform(acts, request)))
    last = answer
    return answer
  }
}

function perform<Act extends KeyAct>(
  acts: Acts,
  request: Extract<KeyRequest, { readonly does: Act }>,
): Promise<KeyAnswers[Act]> {
  const act = acts[request.does] as (asked: typeof request) => KeyAnswers[Act]
  return Promise.resolve(act(request))
}

async function settle<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly ok: true; readonly value: Value } | KeyRefusal> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    if (error instanceof BadRecipient) return { ok: false, problem: 'badRecipient' }
    if (error instanceof Sealed) return { ok: false, problem: 'sealed' }
    return { ok: false, problem: 'failed' }
  }
}

function locking({ store, provider }: Around, prove: Prove) {
  const status = () => ({
    state: provider.state(),
    keys: provider.list().length,
    retired: store.countRetired(),
    uid: process.getuid?.() ?? -1,
  })
  return {
    status,

    async setUp({ passphrase, name = FIRST_CUSTODIAN }) {
      if (provider.state() !== 'new') throw new Refused('setUpAlready')
      await provider.setUp(passphrase, name)
      return status()
    },

    async unlock({ passphrase, identity }) {
      await prove(() => provider.unlock({ passphrase, identity }))
      return status()
    },

    lock() {
      provider.lock()
      return status()
    },
  } satisfies Pick<Acts, 'status' | 'setUp' | 'unlock' | 'lock'>
}

type Prove = (attempt: () => Promise<boolean>) => Promise<void>

/** Lets custodians show who they are, and counts what was none of theirs. */
function proving({ provider, now }: Around): Prove {
  let wrong: readonly number[] = []
  return async (attempt) => {
    if (provider.state() === 'new') throw new Refused('new')
    wrong = wrong.filter((at) => at > now() - HOUR_MS)
    const oldest = wrong[0]
    if (oldest !== undefined && wrong.length >= MOST_WRONG) {
      throw new Refused('tooManyTries', oldest + HOUR_MS - now())
    }
    if (!(await attempt())) {
      wrong = [...wrong, now()]
      throw new Refused('wrongPassphrase')
    }
  }
}

function enrolling({ store, provider, copies, now }: Around, prove: Prove) {
  const isThere = (name: string) => store.listCustodians().some((one) => one.name === name)
  const custodians = () => ({
    custodians: store.listCustodians().map(({ name, identity, since }) => {
      return { name, byPassphrase: identity !== null, since }
    }),
  })
  return {
    custodians,

    async addCustodian({ by, ...custodian }) {
      if (isThere(custodian.name)) throw new Refused('custodianTaken')
      await prove(() => provider.addCustodian(by, custodian))
      copyStore(store, { directory: copies, now: now() })
      return custodians()
    },

    async endCustodian({ by, name }) {
      if (!isThere(name)) throw new Refused('unknownCustodian')
      if (store.listCustodians().length === 1) throw new Refused('lastCustodian')
      copyStore(store, { directory: copies, now: now() })
      await prove(() => provider.endCustodian(by, name))
      copyStore(store, { directory: copies, now: now() + 1 })
      return custodians()
    },
  } satisfies Pick<Acts, 'custodians' | 'addCustodian' | 'endCustodian'>
}

function keeping({ store, provider, copies, now }: Around) {
  return {
    async make({ keyId, succeeds }) {
      if (provider.state() === 'new') throw new Refused('new')
      if (succeeds !== undefined) {
        if (!provider.list().includes(succeeds)) throw new Refused('unknownKey')
        // On disk before the key is: whoever destroys one destroys the other.
        store.joinFamily(keyId, succeeds)
      }
      const dataKey = randomBytes(KEY_BYTES)
      await provider.wrap(keyId, dataKey)
      return { dataKey: dataKey.toString('base64') }
    },

    async unwrap({ keyId, actor, purpose }) {
      const verdict = judgeUnwrap(store.openingsSince(actor, now() - LONGEST_LIMIT_MS), now())
      if (!verdict.allow) throw new Refused('throttled', verdict.retryMs)
      const dataKey = await provider.unwrap(keyId)
      if (dataKey === undefined) throw new Refused('unknownKey')
      store.enterOpening({ at: now(), keyId, actor, purpose })
      return { dataKey: Buffer.from(dataKey).toString('base64') }
    },

    async rotate() {
      if (provider.state() !== 'open') throw new Sealed()
      copyStore(store, { directory: copies, now: now() })
      await provider.rotate()
      copyStore(store, { directory: copies, now: now() + 1 })
      return provider.attest()
    },
  } satisfies Pick<Acts, 'make' | 'unwrap' | 'rotate'>
}

function ending({ store, provider, copies, now }: Around) {
  return {
    // The copy made before holds the key for 30 days; the one made after is the newest, and does not.
    async destroy({ keyId, tombstone }) {
      const family = store.familyOf(keyId)
      const living = new Set(provider.list())
      const isHeld = family.some((member) => living.has(member))
      if (isHeld) copyStore(store, { directory: copies, now: now() })
      for (const id of family) {
        await provider.destroy(id)
        store.markDestroyed({ id, at: now(), tombstone })
      }
      if (isHeld) copyStore(store, { directory: copies, now: now() + 1 })
      return absenceOf(provider.list(), keyId)
    },

    retire({ keyId }) {
      store.retire(keyId, now())
      return provider.attest()
    },
  } satisfies Pick<Acts, 'retire' | 'destroy'>
}

function copying({ store, now }: Around) {
  return {
    export({ after }) {
      if (after !== '') return keyLines(store, after, LINES_AT_ONCE)
      return { lines: headLines(store), next: FIRST }
    },

    import({ lines }) {
      if (!takeLines(store, lines, now())) throw new Refused('otherStore')
      return { taken: lines.length }
    },
  } satisfies Pick<Acts, 'export' | 'import'>
}

function absenceOf(living: readonly string[], keyId: string): KeyAbsence {
  const { size, root } = keyRoot(living)
  const proof = absenceProof(living, keyId)
  if (proof === null) throw new Error('The key lives still')
  const tell = (neighbour: Neighbour | null) =>
    neighbour && { ...neighbour, path: neighbour.path.map(encode) }
  return { size, root: encode(root), below: tell(proof.below), above: tell(proof.above) }
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
