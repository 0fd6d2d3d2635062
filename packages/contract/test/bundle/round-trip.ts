import type { Json } from '@vigil/core/log'
import {
  actionsOfBundle,
  bundleOfRecords,
  type GivenIncident,
  type ImportStamp,
  type TakenBundle,
} from '../../src/bundle/index.ts'

/** Somebody imports a file on a day after everything in it. */
const STAMP: ImportStamp = {
  file: 'ab'.repeat(32),
  by: 'Amina',
  for: null,
  at: '2040-01-01T08:00:00Z',
  gazetteer: 'regions-1',
  reason: 'As it stands in the file.',
}

export function takenFrom(bundle: unknown, stamp: Partial<ImportStamp> = {}): TakenBundle {
  const taken = actionsOfBundle(bundle, { ...STAMP, ...stamp })
  if (!taken.ok) throw new Error(JSON.stringify(taken.fault))
  return taken
}

/** A bundle made into records and back; what is kept beside goes through JSON, as it would be stored. */
export function thereAndBack(bundle: unknown): Json {
  const taken = asStored(takenFrom(bundle))
  return backFrom(taken, taken.incidents)
}

/** The bundle of some records of a file. */
export function backFrom(
  { incidents, people, parts }: TakenBundle,
  records: readonly GivenIncident[],
): Json {
  const words = new Map(incidents.flatMap(({ texts }) => texts.map(({ id, text }) => [id, text])))
  return bundleOfRecords(records, { people, parts, words: (id) => words.get(id) })
}

function asStored(taken: TakenBundle): TakenBundle {
  return JSON.parse(JSON.stringify(taken)) as TakenBundle
}
