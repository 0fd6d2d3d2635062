import type { Refusal } from '../extracted.ts'
import { bullet, formatNumber } from '../labels.ts'
import { type Attributes, readXml } from './xml.ts'

/** One level of an automatic list, from 0. `text` holds `%1` to `%9` for the numbers of the levels. */
interface Level {
  start: number
  format: string
  text: string
  style: string | null
  /** Whether it begins anew under each number of a higher level. */
  restarts: boolean
}

type Levels = Map<number, Level>

interface List {
  definition: string
  overrides: Levels
  starts: Map<number, number>
}

/** The automatic lists of a document, as defined in its numbering part. */
export interface Numbering {
  definitions: Map<string, Levels>
  lists: Map<string, List>
}

/** What is being defined where the reading of the part stands. */
interface State {
  numbering: Numbering
  levels: Levels
  level: Level
  list: List
  overridden: number
}

/** Reads `numbering.xml`; a document without one has no lists. */
export function readNumbering(part: Uint8Array | undefined): Numbering | Refusal {
  const numbering: Numbering = { definitions: new Map(), lists: new Map() }
  if (!part) return numbering
  const state: State = {
    numbering,
    levels: new Map(),
    level: newLevel(),
    list: newList(),
    overridden: 0,
  }
  const refusal = readXml(part, {
    open: (name, attributes) => OPENERS.get(name)?.(state, attributes),
    close: () => undefined,
    text: () => undefined,
  })
  return refusal ?? numbering
}

function newLevel(): Level {
  return { start: 1, format: 'decimal', text: '', style: null, restarts: true }
}

function newList(): List {
  return { definition: '', overrides: new Map(), starts: new Map() }
}

const OPENERS = new Map<string, (state: State, attributes: Attributes) => void>(
  Object.entries({
    abstractNum: (state, { abstractNumId = '' }) => {
      state.levels = new Map()
      state.numbering.definitions.set(abstractNumId, state.levels)
    },
    num: (state, { numId = '' }) => {
      state.list = newList()
      state.levels = state.list.overrides
      state.numbering.lists.set(numId, state.list)
    },
    abstractNumId: (state, { val = '' }) => (state.list.definition = val),
    lvlOverride: (state, { ilvl }) => (state.overridden = Number(ilvl)),
    startOverride: (state, { val }) => state.list.starts.set(state.overridden, Number(val)),
    lvl: (state, { ilvl }) => {
      state.level = newLevel()
      state.levels.set(Number(ilvl), state.level)
    },
    start: (state, { val }) => (state.level.start = Number(val)),
    numFmt: (state, { val = 'decimal' }) => (state.level.format = val),
    lvlText: (state, { val = '' }) => (state.level.text = val),
    pStyle: (state, { val = null }) => (state.level.style = val),
    lvlRestart: (state, { val }) => (state.level.restarts = val !== '0'),
  } satisfies Record<string, (state: State, attributes: Attributes) => void>),
)

/** The level of a list whose paragraphs have this style; 0 where none is bound to it. */
export function levelOfStyle(numbering: Numbering, listId: string, style: string): number {
  const list = numbering.lists.get(listId)
  const levels = numbering.definitions.get(list?.definition ?? '')
  for (const [index, level] of levels ?? []) if (level.style === style) return index
  return 0
}

/** Counts through the lists of a document: call it once for each numbered paragraph, in order. */
export function makeCounter(numbering: Numbering): (listId: string, level: number) => string {
  const counts = new Map<string, Map<number, number>>()
  const begun = new Set<string>()
  return (listId, index) => {
    const list = numbering.lists.get(listId)
    const levels = numbering.definitions.get(list?.definition ?? '')
    if (!list || !levels) return ''
    const levelAt = (at: number) => list.overrides.get(at) ?? levels.get(at)
    const count = counts.get(list.definition) ?? new Map<number, number>()
    counts.set(list.definition, count)
    const key = `${listId} ${index}`
    const restart = begun.has(key) ? undefined : list.starts.get(index)
    begun.add(key)
    count.set(index, restart ?? following(count.get(index), levelAt(index)))
    restartDeeper(count, levelAt, index)
    return label(levelAt, count, index)
  }
}

function following(last: number | undefined, level: Level | undefined): number {
  return last === undefined ? (level?.start ?? 1) : last + 1
}

function restartDeeper(count: Map<number, number>, levelAt: LevelAt, index: number): void {
  for (const deeper of count.keys()) {
    if (deeper > index && (levelAt(deeper)?.restarts ?? true)) count.delete(deeper)
  }
}

type LevelAt = (at: number) => Level | undefined

function label(levelAt: LevelAt, count: ReadonlyMap<number, number>, index: number): string {
  const level = levelAt(index)
  if (!level) return ''
  if (level.format === 'bullet') return bullet(level.text)
  return level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const shown = levelAt(at)
    return formatNumber(count.get(at) ?? shown?.start ?? 1, shown?.format ?? 'decimal')
  })
}
