import type { Action } from './actions/action.ts'
import type { Claim } from './actions/facts.ts'
import { REGISTERS } from './entries.ts'
import { dayOf } from './order.ts'
import type { Fact, Facts } from './record.ts'
import type { Entry, Register } from './registers.ts'
import type { Value } from './values/value.ts'

/** The facts of one subject, by the names of their elements, in the order of the alphabet. */
export function factsOf(
  subject: string,
  entries: readonly Entry[],
  registers: ReadonlyMap<string, Register>,
): Facts {
  const prefix = REGISTERS.fact(subject, '')
  const names = [...new Set(entries.map(({ register }) => register))]
    .filter((register) => register.startsWith(prefix))
    .map((register) => register.slice(prefix.length))
    .sort()
  return Object.fromEntries(
    names.flatMap((name) => {
      const register = registers.get(prefix + name)
      return register ? [[name, factOf(register)]] : []
    }),
  )
}

function factOf({ entry, heads, rivals }: Register): Fact {
  const { action, value } = entry
  const isOpen = rivals.length > 0 || !Array.isArray(value)
  return {
    value: isOpen ? undefined : (value[0] as Value),
    claims: heads.flatMap((one) => claimsOf(one.action)),
    setBy: action.id,
    recordedOn: dayOf(action.receivedAt),
    rivals: rivals.map((rival) => rival.action.id),
  }
}

function claimsOf({ deed }: Action): readonly Claim[] {
  if (deed.kind === 'set') return deed.claims
  if (deed.kind === 'correct') return [{ value: deed.to, sources: [] }]
  return deed.kind === 'add' ? [{ value: deed.category, sources: [] }] : []
}
