import { GRAVE_UNITS } from '../../violations/categories.ts'
import type { CountingData } from '../model.ts'
import { findFirst, type Refusal } from './refusal.ts'

/** Figures published before are by the eight grave categories; another name cannot be compared (K13). */
export function checkPublished({ reports }: CountingData): Refusal | undefined {
  return findFirst(reports, ({ id, previousPublished }) => {
    const names = Object.keys(previousPublished?.counts ?? {})
    const unknown = names.find((name) => !Object.hasOwn(GRAVE_UNITS, name))
    return unknown === undefined ? undefined : { code: 'K13.category', ids: [id, unknown] }
  })
}
