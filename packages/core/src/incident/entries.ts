import { canonicalJson, type Json } from '../log/canonical-json.ts'
import type { Action, Deed } from './actions/action.ts'
import type { Entry } from './registers.ts'

/** Names of what can be set: one place, so that who sets and who reads mean the same. */
export const REGISTERS = {
  fact: (subject: string, element: string) => `fact ${subject} ${element}`,
  link: (link: string, from: string, to: string) => `link ${link} ${from} ${to}`,
  duplicate: 'duplicate',
  voided: (subject: string) => `void ${subject}`,
  stopped: (violation: string) => `stop ${violation}`,
  answer: (violation: string, round: number, by: string) => `answer ${violation} ${round} ${by}`,
  outcome: (violation: string, round: number) => `outcome ${violation} ${round}`,
} as const

/** What an action sets; undefined for one that sets nothing, such as an attempt. */
export function entryOf(action: Action): Entry | undefined {
  const set = settingOf(action.deed)
  return set && { ...set, action }
}

type Setting = Omit<Entry, 'action'>

function settingOf(deed: Deed): Setting | undefined {
  if (deed.kind === 'add' || deed.kind === 'set' || deed.kind === 'correct')
    return factSetting(deed)
  if (deed.kind === 'decide' || deed.kind === 'sendBack' || deed.kind === 'import') {
    return decisionSetting(deed)
  }
  return markSetting(deed)
}

function markSetting(deed: Deed): Setting | undefined {
  if (deed.kind === 'link') {
    return { ...deed, register: REGISTERS.link(deed.link, deed.from, deed.to), value: deed.linked }
  }
  if (deed.kind === 'duplicate') return { ...deed, register: REGISTERS.duplicate, value: deed.of }
  if (deed.kind === 'void') {
    return { ...deed, register: REGISTERS.voided(deed.subject), value: deed.voided }
  }
  if (deed.kind === 'stop') {
    return { ...deed, register: REGISTERS.stopped(deed.violation), value: deed.stopped }
  }
  return undefined
}

function factSetting(
  deed: Extract<Deed, { kind: 'add' | 'set' | 'correct' }>,
): Setting | undefined {
  if (deed.kind === 'add') {
    if (deed.category === null) return undefined
    const register = REGISTERS.fact(deed.added, 'category')
    return { register, value: [deed.category], replaces: [] }
  }
  const register = REGISTERS.fact(deed.subject, deed.element)
  if (deed.kind === 'correct') return { ...deed, register, value: [deed.to] }
  return { ...deed, register, value: claimed(deed) }
}

/** What is held to be true, in a list; the empty list while it is open which claim is. */
function claimed({ claims, stands }: Extract<Deed, { kind: 'set' }>): Json {
  const claim = stands === null ? undefined : claims[stands]
  if (claim) return [claim.value]
  const open = claims.map(({ value }) => canonicalJson(value))
  return { open: [...new Set(open)].sort() }
}

function decisionSetting(deed: Extract<Deed, { kind: 'decide' | 'sendBack' | 'import' }>): Setting {
  const { violation, replaces } = deed
  if (deed.kind === 'import') {
    return { register: REGISTERS.outcome(violation, 1), value: 'import', replaces }
  }
  if (deed.kind === 'decide' && deed.level !== 3) {
    const by = deed.level === 1 ? 'level 1' : deed.entity
    const register = REGISTERS.answer(violation, deed.round, by)
    return { register, value: answerOf(deed), replaces }
  }
  const value = deed.kind === 'decide' ? answerOf(deed) : 'sendBack'
  return { register: REGISTERS.outcome(violation, deed.round), value, replaces }
}

/** What makes two decisions the same: not the day or the words, but what was decided. */
function answerOf({ outcome, tally, attribution }: Extract<Deed, { kind: 'decide' }>): Json {
  return { outcome, tally, attribution }
}
