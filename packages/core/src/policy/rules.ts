import { z } from 'zod'
import type { IncidentField, Purpose, RecordState, SensitivityClass } from './facts.ts'
import type { Role } from './roles.ts'

/** Everything that somebody may be allowed to do; the same names appear in the log. */
export const Action = z.enum([
  'account.read',
  'account.invite',
  'account.grant',
  'account.revoke',
  'account.recover',
  'account.end',
  'document.read',
  'document.import',
  'document.correct',
  'document.remove',
  'clause.correct',
  'letter.read',
  'letter.draft',
  'incident.read',
  'incident.record',
  'incident.classify',
  'incident.export',
  'identity.read',
  'identity.record',
  'identity.erase',
  'identity.approve',
  'identity.hold',
  'keys.unlock',
  'log.read',
  'taskforce.read',
  'taskforce.seat',
  'taskforce.choose',
  'duty.set',
  'duty.agree',
  'duty.end',
  'log.export',
  'glass.ask',
  'glass.agree',
  'glass.read',
  'glass.end',
])
export type Action = z.infer<typeof Action>

/**
 * What somebody is to a record: `own` recorded it, `assigned` was given it, `region`, `operation`,
 * `entity`: a grant covers its region, its operation, its operation and co-chair's entity; `opened`: it
 * is open to them by break-glass. Each but `any` needs a grant that covers the record's operation.
 */
export type Relation = 'any' | 'own' | 'assigned' | 'region' | 'operation' | 'entity' | 'opened'

/** What must happen besides: an entry in the log, a reason, a second person, a fresh proof of who acts. */
export type Obligation = 'log' | 'reason' | 'second_person' | 'step_up'

/** One line of the policy. A condition that is left out holds always. */
export interface Rule {
  readonly name: string
  readonly effect: 'allow' | 'forbid'
  /** Of whom it speaks; for what is forbidden, an empty list speaks of everybody. */
  readonly roles: readonly Role[]
  readonly actions: readonly Action[]
  readonly relation: Relation
  readonly classes?: readonly SensitivityClass[]
  readonly states?: readonly RecordState[]
  readonly purposes?: readonly Purpose[]
  /** Whom a prohibition spares. */
  readonly spares?: 'own'
  /** Fields that stay hidden from whom this rule alone lets in. */
  readonly hides?: readonly IncidentField[]
}

/** Raised whenever the rules below change, so that the log tells which rules allowed an act. */
export const POLICY_VERSION = 10

const CODED = ['S2', 'S3', 'S4'] as const
const CONFIDENTIAL = ['S1', ...CODED] as const
const EVERY_CLASS = ['S0', ...CONFIDENTIAL] as const
const VAULT = ['S0', 'S1'] as const
const NO_DRAFT = ['submitted', 'under_review', 'decided', 'closed', 'frozen'] as const

/** The whole policy (R-SEC-2): what no rule allows is refused; what one forbids no other allows. */
export const RULES = [
  {
    name: 'administrators keep accounts',
    effect: 'allow',
    roles: ['administrator'],
    actions: ['account.read', 'account.invite', 'account.grant', 'account.revoke', 'account.end'],
    relation: 'any',
  },
  {
    name: 'those who answer for people agree that an account is recovered',
    effect: 'allow',
    roles: ['administrator', 'co_chair', 'data_protection_officer'],
    actions: ['account.recover'],
    relation: 'any',
  },
  {
    name: 'the secretariat works on documents and letters',
    effect: 'allow',
    roles: ['secretariat'],
    actions: [
      'document.read',
      'document.import',
      'document.correct',
      'document.remove',
      'clause.correct',
      'letter.read',
      'letter.draft',
    ],
    relation: 'any',
  },
  {
    name: 'experts of the Working Group read documents and letters',
    effect: 'allow',
    roles: ['wg_expert'],
    actions: ['document.read', 'letter.read'],
    relation: 'any',
  },
  {
    name: 'the task force and headquarters read documents',
    effect: 'allow',
    roles: [
      'monitor',
      'focal_point',
      'technical_co_chair',
      'co_chair',
      'ctfmr_member',
      'analyst',
      'data_protection_officer',
    ],
    actions: ['document.read'],
    relation: 'any',
  },
  {
    name: 'monitors read what they recorded',
    effect: 'allow',
    roles: ['monitor'],
    actions: ['incident.read'],
    relation: 'own',
    classes: EVERY_CLASS,
  },
  {
    name: 'whoever is given an incident reads it',
    effect: 'allow',
    roles: ['monitor', 'focal_point', 'technical_co_chair'],
    actions: ['incident.read'],
    relation: 'assigned',
    classes: CONFIDENTIAL,
  },
  {
    name: 'focal points read their regions',
    effect: 'allow',
    roles: ['focal_point'],
    actions: ['incident.read'],
    relation: 'region',
    classes: CONFIDENTIAL,
  },
  {
    name: 'technical co-chairs read their operation',
    effect: 'allow',
    roles: ['technical_co_chair'],
    actions: ['incident.read', 'incident.export'],
    relation: 'operation',
    classes: CONFIDENTIAL,
  },
  {
    name: 'co-chairs read their operation, without who recorded it',
    effect: 'allow',
    roles: ['co_chair'],
    actions: ['incident.read'],
    relation: 'operation',
    classes: CONFIDENTIAL,
    hides: ['owner'],
  },
  {
    name: 'members of the task force read coded incidents',
    effect: 'allow',
    roles: ['ctfmr_member'],
    actions: ['incident.read'],
    relation: 'operation',
    classes: CODED,
    hides: ['owner', 'assignee'],
  },
  {
    name: 'analysts read for a report, without who worked on it',
    effect: 'allow',
    roles: ['analyst'],
    actions: ['incident.read'],
    relation: 'operation',
    classes: CONFIDENTIAL,
    states: NO_DRAFT,
    purposes: ['reporting'],
    hides: ['owner', 'assignee'],
  },
  {
    name: 'analysts take coded incidents along for a report',
    effect: 'allow',
    roles: ['analyst'],
    actions: ['incident.export'],
    relation: 'operation',
    classes: CODED,
    states: ['decided', 'closed', 'frozen'],
    purposes: ['reporting'],
    hides: ['owner', 'assignee'],
  },
  {
    name: 'monitors and focal points record in their regions',
    effect: 'allow',
    roles: ['monitor', 'focal_point'],
    actions: ['incident.record'],
    relation: 'region',
    states: ['draft', 'submitted'],
  },
  {
    name: 'co-chairs class what their entity answers for',
    effect: 'allow',
    roles: ['co_chair'],
    actions: ['incident.classify'],
    relation: 'entity',
    classes: CONFIDENTIAL,
  },
  {
    name: 'whoever recorded an incident opens the identities in it',
    effect: 'allow',
    roles: ['monitor', 'case_worker', 'case_supervisor'],
    actions: ['identity.read'],
    relation: 'own',
    purposes: ['verification', 'protection'],
  },
  {
    name: 'case workers open the identities in what they are given',
    effect: 'allow',
    roles: ['case_worker', 'case_supervisor'],
    actions: ['identity.read'],
    relation: 'assigned',
    purposes: ['verification', 'protection'],
  },
  {
    name: 'whoever recorded an incident keeps its identities',
    effect: 'allow',
    roles: ['monitor', 'case_worker', 'case_supervisor'],
    actions: ['identity.record', 'identity.erase'],
    relation: 'own',
  },
  {
    name: 'case workers keep the identities in what they are given',
    effect: 'allow',
    roles: ['case_worker', 'case_supervisor'],
    actions: ['identity.record', 'identity.erase'],
    relation: 'assigned',
  },
  {
    name: 'co-chairs and data protection officers decide on erasures',
    effect: 'allow',
    roles: ['co_chair', 'data_protection_officer'],
    actions: ['identity.erase', 'identity.approve', 'identity.hold'],
    relation: 'operation',
  },
  {
    name: 'custodians unlock the keys',
    effect: 'allow',
    roles: ['custodian'],
    actions: ['keys.unlock'],
    relation: 'any',
  },
  {
    name: 'those who oversee read the log and take it along',
    effect: 'allow',
    roles: ['auditor', 'data_protection_officer'],
    actions: ['log.read', 'log.export'],
    relation: 'any',
  },
  {
    name: 'everybody in it sees who co-chairs, who acts for whom, and the profile',
    effect: 'allow',
    roles: [
      'monitor',
      'focal_point',
      'technical_co_chair',
      'co_chair',
      'ctfmr_member',
      'analyst',
      'data_protection_officer',
      'auditor',
      'administrator',
    ],
    actions: ['taskforce.read', 'duty.end'],
    relation: 'any',
  },
  {
    name: 'administrators enter who co-chairs',
    effect: 'allow',
    roles: ['administrator'],
    actions: ['taskforce.seat'],
    relation: 'any',
  },
  {
    name: 'co-chairs choose the profile, and agree to who acts for somebody who cannot say so',
    effect: 'allow',
    roles: ['co_chair'],
    actions: ['taskforce.choose', 'duty.agree'],
    relation: 'any',
  },
  {
    name: 'whoever will be absent names an officer in charge; for who cannot, an administrator does',
    effect: 'allow',
    roles: [
      'focal_point',
      'technical_co_chair',
      'co_chair',
      'data_protection_officer',
      'administrator',
    ],
    actions: ['duty.set'],
    relation: 'any',
  },
  {
    name: 'whoever works on incidents may ask, in need, for one of their operation',
    effect: 'allow',
    roles: ['monitor', 'focal_point', 'technical_co_chair', 'co_chair'],
    actions: ['glass.ask'],
    relation: 'operation',
    classes: VAULT,
    states: NO_DRAFT,
  },
  {
    name: 'a second person agrees that it is opened',
    effect: 'allow',
    roles: ['co_chair', 'data_protection_officer'],
    actions: ['glass.agree'],
    relation: 'operation',
    classes: VAULT,
    states: NO_DRAFT,
  },
  {
    name: 'what was opened in need is read, by who asked',
    effect: 'allow',
    roles: ['monitor', 'focal_point', 'technical_co_chair', 'co_chair'],
    actions: ['incident.read'],
    relation: 'opened',
    classes: VAULT,
    states: NO_DRAFT,
  },
  {
    name: 'who asked, who agrees and whose record it is see what was opened, and can end it',
    effect: 'allow',
    roles: ['monitor', 'focal_point', 'technical_co_chair', 'co_chair', 'data_protection_officer'],
    actions: ['glass.read', 'glass.end'],
    relation: 'any',
  },
  {
    name: 'a draft is its author’s alone',
    effect: 'forbid',
    roles: [],
    actions: [
      'incident.read',
      'incident.export',
      'incident.classify',
      'glass.ask',
      'glass.agree',
      'identity.read',
      'identity.record',
    ],
    relation: 'any',
    states: ['draft'],
    spares: 'own',
  },
  {
    name: 'nothing changes while custody passes on',
    effect: 'forbid',
    roles: [],
    actions: [
      'incident.record',
      'incident.classify',
      'identity.record',
      'identity.erase',
      'identity.approve',
    ],
    relation: 'any',
    states: ['frozen'],
  },
  {
    name: 'whoever keeps accounts or audits never reads content',
    effect: 'forbid',
    roles: ['administrator', 'auditor'],
    actions: [
      'incident.read',
      'incident.record',
      'incident.classify',
      'incident.export',
      'glass.ask',
      'identity.read',
      'identity.record',
    ],
    relation: 'any',
  },
] as const satisfies readonly Rule[]
