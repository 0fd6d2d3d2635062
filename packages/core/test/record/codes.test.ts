import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CODE_LISTS, CODE_LISTS_VERSION, type CodeList, codesOf } from '../../src/codes/index.ts'
import en from '../../src/i18n/en/record.json' with { type: 'json' }
import fr from '../../src/i18n/fr/record.json' with { type: 'json' }
import { SUBJECT_ELEMENTS } from '../../src/incident/index.ts'
import { ELEMENT_CLASSES } from '../../src/policy/index.ts'
import { type ElementSpec, UNITS, VIOLATION_ELEMENTS } from '../../src/violations/index.ts'

const LISTS = Object.keys(CODE_LISTS) as CodeList[]
const CATALOGUES = { en, fr } satisfies Record<string, Readonly<Record<string, string>>>
const VECTORS = join(import.meta.dirname, '../../vectors/record/codes.json')
const Known = z.strictObject({
  version: z.string(),
  lists: z.record(z.string(), z.array(z.string())),
})

/** Every element of every table, by the name under which its class stands. */
const ELEMENTS: readonly (readonly [string, ElementSpec])[] = [
  ...Object.entries(SUBJECT_ELEMENTS).flatMap(([subject, table]) =>
    Object.entries<ElementSpec>(table).map(([name, spec]) => [`${subject}.${name}`, spec] as const),
  ),
  ...Object.values(VIOLATION_ELEMENTS).flatMap((table) =>
    Object.entries<ElementSpec>(table).map(([name, spec]) => [`violation.${name}`, spec] as const),
  ),
]

describe.each(Object.entries(CATALOGUES))(
  'in %s',
  (_, catalogue: Readonly<Record<string, string>>) => {
    test.each(LISTS)('every code of the list %s has a label of its own', (list) => {
      const labels = codesOf(list).map((code) => catalogue[`${list}.${code}`])
      expect(labels).not.toContain(undefined)
      expect(new Set(labels).size).toBe(labels.length)
    })

    test('no label is left of a code that nobody knows', () => {
      const known = LISTS.flatMap((list) => codesOf(list).map((code) => `${list}.${code}`))
      const ofLists = Object.keys(catalogue).filter((key) =>
        LISTS.some((list) => key.startsWith(`${list}.`)),
      )
      expect(ofLists.filter((key) => !known.includes(key))).toEqual([])
    })

    test('every element has a label', () => {
      const labels = ELEMENTS.map(([name]) => catalogue[`element.${name}`])
      expect(labels).not.toContain(undefined)
    })
  },
)

test('a code that was ever published is still known, and a new one has a new version', () => {
  const published = Known.parse(JSON.parse(readFileSync(VECTORS, 'utf8')))
  expect(CODE_LISTS_VERSION).toBe(published.version)
  expect(Object.fromEntries(LISTS.map((list) => [list, codesOf(list)]))).toEqual(published.lists)
})

describe('sensitivity', () => {
  test('every element of every table has a class', () => {
    const classed = new Set(Object.keys(ELEMENT_CLASSES))
    expect(ELEMENTS.map(([name]) => name).filter((name) => !classed.has(name))).toEqual([])
  })

  test('every element with a class is in a table, is kept with identities, or is a relation', () => {
    const RELATIONS = [
      'incident.duplicateOf',
      'incident.id',
      'incident.relatedIncidents',
      'party.involvement',
      'source.corroborates',
      'victim.estimated',
      'violation.relatedViolations',
      'violation.verification',
      'violation.victims',
    ]
    const named = new Set(ELEMENTS.map(([name]) => name))
    const elsewhere = Object.entries(ELEMENT_CLASSES).filter(([name]) => !named.has(name))
    expect(
      elsewhere
        .filter(([, one]) => one !== 'S0')
        .map(([name]) => name)
        .sort(),
    ).toEqual(RELATIONS)
  })

  test('nothing that identifies stands in the record (S0)', () => {
    const classes: Readonly<Record<string, string>> = ELEMENT_CLASSES
    expect(ELEMENTS.filter(([name]) => classes[name] === 'S0')).toEqual([])
  })
})

describe('elements of violations', () => {
  test('every category has its table', () => {
    expect(Object.keys(VIOLATION_ELEMENTS).sort()).toEqual(Object.keys(UNITS).sort())
  })

  test('nothing that a child did or carried is ever asked before its case goes on (R-RU-7)', () => {
    const table: Readonly<Record<string, ElementSpec>> = VIOLATION_ELEMENTS.recruitment_use
    const asked = Object.entries(table).filter(([, { needed }]) => needed)
    expect(asked.map(([name]) => name)).toEqual(['category', 'start', 'attribution', 'aspect'])
  })

  test('no element asks for consequences of sexual violence or for medical detail (R-SV-1)', () => {
    expect(Object.keys(VIOLATION_ELEMENTS.sexual_violence).slice(-4)).toEqual([
      'forms',
      'duringAssociation',
      'afterAbduction',
      'volunteered',
    ])
  })

  test('no element asks for the name of a perpetrator (R-VIO-5)', () => {
    expect(
      ELEMENTS.map(([name]) => name).filter((name) => /perpetrator|author|name/i.test(name)),
    ).toEqual([])
  })
})
