import type { Rule } from './rule.ts'

/** While it is worked on: what is closed is reopened first, what is frozen waits. */
const OPEN = ['draft', 'submitted', 'under_review', 'decided'] as const
/** While it is decided about. */
const DECIDABLE = ['submitted', 'under_review', 'decided'] as const
const CONFIDENTIAL = ['S1', 'S2', 'S3', 'S4'] as const

/**
 * Who adds to what is known of an incident: those who read all of it, where they read it. Who decides about
 * its violations; at which level, and beside whom, the levels say (R-VER-5).
 */
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
  {
    name: 'focal points decide about the violations of their regions',
    effect: 'allow',
    roles: ['focal_point'],
    actions: ['violation.decide'],
    relation: 'region',
    classes: CONFIDENTIAL,
    states: DECIDABLE,
  },
  {
    name: 'co-chairs and technical co-chairs decide about violations of their operation, and sign',
    effect: 'allow',
    roles: ['technical_co_chair', 'co_chair'],
    actions: ['violation.decide', 'violation.sign'],
    relation: 'operation',
    classes: CONFIDENTIAL,
    states: DECIDABLE,
  },
] as const satisfies readonly Rule[]
