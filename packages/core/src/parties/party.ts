import { z } from 'zod'
import { Id } from '../incident/values/id.ts'
import { PARTY_CLASSES, PARTY_RELATIONS } from './vocabulary.ts'

const Days = { from: z.iso.date(), until: z.iso.date().nullable() }

/** A name or a spelling of a party in one language, between two days, both included. */
export const PartyName = z.strictObject({
  text: z.string().min(1).max(300),
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/),
  /** The name that is printed; spellings and short forms only find the party. */
  kind: z.enum(['name', 'spelling', 'short']),
  ...Days,
})
export type PartyName = Readonly<z.infer<typeof PartyName>>

/** A party to a conflict: monitored whether or not it is listed or recognised (R-VIO-2). */
export const Party = z.strictObject({
  id: Id,
  class: z.enum(PARTY_CLASSES),
  isUmbrella: z.boolean(),
  /** Between these days it waits for its confirmation at headquarters (R-ATT-5); null: it never did. */
  provisional: z.strictObject(Days).nullable(),
  names: z.array(PartyName).min(1).max(200).readonly(),
  /** Dated attributes, such as having signed a peace agreement (K31). */
  attributes: z.array(z.strictObject({ name: z.string().max(80), ...Days })).readonly(),
})
export type Party = Readonly<z.infer<typeof Party>>

/** How two parties are related between two days; who decided it and by which source (mrm.md 4.2). */
export const PartyRelation = z.strictObject({
  type: z.enum(PARTY_RELATIONS),
  party: Id,
  of: Id,
  ...Days,
  /** Ids of what says so, and of who decided it. */
  source: Id.nullable(),
  decidedBy: Id.nullable(),
})
export type PartyRelation = Readonly<z.infer<typeof PartyRelation>>

/**
 * One row of the annexes of one annual report, exactly as printed (mrm.md 4.3). Listing is a decision of
 * the Secretary-General: rows are entered from reports, and nothing here makes or proposes one (R-LIST-1).
 */
export const Listing = z.strictObject({
  reportYear: z.int().min(2002).max(2200),
  party: Id,
  printedName: z.string().min(1).max(300),
  annex: z.enum(['I', 'II']),
  section: z.enum(['A', 'B']).nullable(),
  stateOrNonState: z.enum(['state', 'non_state']),
  violations: z.array(z.string().max(60)).readonly(),
})
export type Listing = Readonly<z.infer<typeof Listing>>

/** Something that holds between two days. */
export interface Dated {
  readonly from: string
  readonly until: string | null
}

/** Whether it holds on `day` (ISO 8601); the first and the last day are in it (K16). */
export function holdsOn({ from, until }: Dated, day: string): boolean {
  return from <= day && (until === null || day <= until)
}

/** The printed name on a day: in the language where there is one, else in English, else the first. */
export function nameOn({ names, id }: Party, day: string, language: string): string {
  const printed = names.filter((name) => name.kind === 'name' && holdsOn(name, day))
  const own = printed.find((name) => name.language === language)
  return (own ?? printed.find((name) => name.language === 'en') ?? printed[0])?.text ?? id
}

/** Whether a party waits for its confirmation on a day (R-ATT-5). */
export function isProvisional({ provisional }: Party, day: string): boolean {
  return provisional !== null && holdsOn(provisional, day)
}
