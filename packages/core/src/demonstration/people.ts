import { z } from 'zod'
import type { Entity, Role } from '../policy/index.ts'

/** Whom a looker-around can be, each a way through the house of its own. */
export const DemonstrationPerson = z.enum([
  'secretariat',
  'expert',
  'monitor',
  'focal-point',
  'technical-mission',
  'technical-unicef',
  'co-chair-mission',
  'co-chair-unicef',
  'case-worker',
  'analyst',
  'data-protection',
  'custodian',
  'auditor',
  'administrator',
])
export type DemonstrationPerson = z.infer<typeof DemonstrationPerson>

/** A fictional country: no real place stands in demonstration data. */
export const OPERATION = 'aldonia'

/** The entities that co-chair its task force. */
export const CO_CHAIRING = ['mission', 'unicef'] as const satisfies readonly Entity[]

/** Who somebody of the demonstration is. */
export interface Standing {
  /** Nobody has this name. */
  readonly name: string
  readonly role: Role
  /** Undefined where the role is held for no entity and in no operation. */
  readonly entity?: Entity
  readonly regions?: readonly string[]
}

/** Who they are. Their passphrase is `DEMONSTRATION_PASSPHRASE`; it opens nothing anywhere else. */
export const PEOPLE = {
  secretariat: { name: 'Corin Vashtel', role: 'secretariat' },
  expert: { name: 'Lien Abaran', role: 'wg_expert' },
  monitor: { name: 'Ilva Tarnow', role: 'monitor', entity: 'mission', regions: ['north'] },
  'focal-point': { name: 'Oren Maddek', role: 'focal_point', entity: 'mission' },
  'technical-mission': { name: 'Sefa Lindar', role: 'technical_co_chair', entity: 'mission' },
  'technical-unicef': { name: 'Maro Estivel', role: 'technical_co_chair', entity: 'unicef' },
  'co-chair-mission': { name: 'Teodra Venn', role: 'co_chair', entity: 'mission' },
  'co-chair-unicef': { name: 'Halim Corvane', role: 'co_chair', entity: 'unicef' },
  'case-worker': { name: 'Runa Ashbel', role: 'case_worker', entity: 'unicef', regions: ['north'] },
  analyst: { name: 'Pell Idrisane', role: 'analyst', entity: 'mission' },
  'data-protection': { name: 'Yara Montel', role: 'data_protection_officer' },
  custodian: { name: 'Dov Harrane', role: 'custodian' },
  auditor: { name: 'Bas Kirrin', role: 'auditor' },
  administrator: { name: 'Nilo Fairwen', role: 'administrator' },
} as const satisfies Readonly<Record<DemonstrationPerson, Standing>>

/** Said openly: whoever looks around may be asked who they are, and answers with it. */
export const DEMONSTRATION_PASSPHRASE = 'nobody here is anybody, look around'

/** The account that a demonstration begins with. No installation of anybody can have it: ids are random. */
export const DEMONSTRATION_ACCOUNT = '00000000-0000-7000-8000-00000000de30'

/** The name that somebody of the demonstration signs in with. */
export function signInNameOf(person: DemonstrationPerson): string {
  return `demo-${person}`
}
