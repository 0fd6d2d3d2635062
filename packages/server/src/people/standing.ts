import type { PersonStanding } from '@vigil/contract/schemas'
import type { ActingGrant } from '@vigil/core/policy'
import { getAccountById, toAccount } from '../accounts/accounts.ts'
import { dayOf } from '../accounts/grants.ts'
import { stillOpen } from '../glass/opened.ts'
import { readAll } from '../glass/requests.ts'
import type { Services } from '../http/services.ts'
import { type Hour, standingOf } from '../task-force/standing.ts'

interface Asked {
  readonly accountId: string
  readonly now: Date
  readonly services: Services
}

/** With what somebody stands there now: the same that decides their own requests, with names. */
export async function readStanding({ accountId, now, services }: Asked): Promise<PersonStanding> {
  const { db, hours: counted } = services
  const account = toAccount(await getAccountById(db, accountId))
  const standing = await standingOf(db, account, { now, running: counted.running() })
  const hours = await stillOpen(standing.hours, { now, services })
  return {
    day: dayOf(now),
    held: [...standing.grants],
    unseated: [...standing.unseated],
    absent: await namesOf(services, [...standing.grants, ...standing.unseated]),
    opened: await nameHours(services, hours),
  }
}

/** Of whom the grants are that somebody else lends. */
async function namesOf(
  { db }: Services,
  grants: readonly ActingGrant[],
): Promise<PersonStanding['absent']> {
  const ids = [...new Set(grants.flatMap((grant) => grant.for ?? []))]
  if (ids.length === 0) return []
  const found = db.selectFrom('account').select(['id', 'name']).where('id', 'in', ids)
  const named = await found.orderBy('name').execute()
  return named.map(({ id, name }) => ({ id: id as PersonStanding['absent'][number]['id'], name }))
}

async function nameHours(
  { db }: Services,
  hours: readonly Hour[],
): Promise<PersonStanding['opened']> {
  if (hours.length === 0) return []
  const requests = await readAll(db)
  return hours.map(({ id, incidentId, openUntil: until }) => {
    const agreed = requests.find((one) => one.id === id)?.secondName ?? ''
    return {
      incidentId: incidentId as PersonStanding['opened'][number]['incidentId'],
      until,
      agreed,
    }
  })
}
