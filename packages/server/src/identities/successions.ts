import { randomUUID } from 'node:crypto'
import type { SensitivityClass } from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'
import { enterChange, listPeople } from './people.ts'

/** The incident, and the class that it has from now on. */
interface Classified {
  readonly id: string
  readonly class: SensitivityClass
}

/**
 * Asks, in the transaction that changes the class of an incident, that who its people are be encrypted
 * anew: what identifies somebody is bound to that class. Until it is done they open as before.
 */
export async function askForSuccession(
  tx: Db,
  { id: incidentId, class: after }: Classified,
  { actor, now }: { readonly actor: { readonly id: string }; readonly now: Date },
): Promise<void> {
  for (const person of await listPeople(tx, incidentId)) {
    if (person.erased) continue
    const { pseudonym } = person
    await tx
      .insertInto('identity_succession')
      .values({ id: uuidV7(now), pseudonym, class: after, new_key: randomUUID(), asked_at: now })
      .execute()
    await enterChange(tx, person, { what: 'reclassified', at: now, actor: actor.id })
  }
}
