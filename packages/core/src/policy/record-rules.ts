import type { Rule } from './rule.ts'

/** While it is worked on: what is closed is reopened first, what is frozen waits. */
const OPEN = ['draft', 'submitted', 'under_review', 'decided'] as const
const CONFIDENTIAL = ['S1', 'S2', 'S3', 'S4'] as const

/** Who adds to what is known of an incident: those who read all of it, where they read it. */
export const RECORD_RULES = [
  {
    name: 'monitors go on with what they recorded',
    effect: 'allow',
    roles: ['monitor'],
    actions: ['incident.edit'],
    relation: 'own',
    states: OPEN,
  },
  {
    name: 'whoever is given an incident works on it',
    effect: 'allow',
    roles: ['monitor', 'focal_point', 'technical_co_chair'],
    actions: ['incident.edit'],
    relation: 'assigned',
    classes: CONFIDENTIAL,
    states: OPEN,
  },
  {
    name: 'focal points work on the incidents of their regions',
    effect: 'allow',
    roles: ['focal_point'],
    actions: ['incident.edit'],
    relation: 'region',
    classes: CONFIDENTIAL,
    states: OPEN,
  },
  {
    name: 'technical co-chairs work on the incidents of their operation',
    effect: 'allow',
    roles: ['technical_co_chair'],
    actions: ['incident.edit'],
    relation: 'operation',
    classes: CONFIDENTIAL,
    states: OPEN,
  },
] as const satisfies readonly Rule[]
