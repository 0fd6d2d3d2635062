// The policy of docs/DEPENDENCIES.md, read from its tables: which packages there are, how soon a fault
// in one is mended, when each was looked at, and what is known and not mended yet.

/** @typedef {{ name: string, risk: string, on: string }} Look */
/** @typedef {{ name: string, version: string }} Direct */

/** Severities in the order of the columns, and the column in which the days between looks stand. */
const SEVERITIES = ['critical', 'high', 'other']
const LOOKED_AT_EVERY = 3
const DAY = 86_400_000

/** The cells of the rows of the table whose head begins so. @param {string} text @param {string} head */
function rowsOf(text, head) {
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line.startsWith(head))
  if (at < 0) throw new Error(`There is no table that begins with ${head}`)
  const end = lines.findIndex((line, index) => index > at && !line.startsWith('|'))
  const rows = lines.slice(at + 2, end < 0 ? undefined : end)
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
}

/** How many days each risk allows. @param {string} text @returns {Record<string, number[]>} */
export function readFrames(text) {
  const rows = rowsOf(text, '| risk | what meets it ')
  return Object.fromEntries(rows.map(([risk, , ...days]) => [risk, days.map(Number)]))
}

/** When each package was looked at. @param {string} text @returns {Look[]} */
export function readLooks(text) {
  return rowsOf(text, '| risk | looked at ').flatMap(([risk = '', on = '', names = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ name, risk, on })),
  )
}

/** The same package is meant: `@types/*` means all of them. @param {string} line @param {string} name */
function isMeant(line, name) {
  return line === name || (line.endsWith('/*') && name.startsWith(line.slice(0, -1)))
}

/**
 * What is wrong, a sentence each: a package without a line or with two, a line without a package, a
 * version that does not stand in the tables above, a day that is none, a fault that takes too long.
 * @param {string} text @param {readonly Direct[]} directs
 */
export function findFaults(text, directs) {
  const frames = readFrames(text)
  const looks = readLooks(text)
  const faults = directs.flatMap(({ name, version }) => {
    const lines = looks.filter((look) => isMeant(look.name, name)).length
    const isNamed = name.startsWith('@types/') || text.includes(version)
    return [
      ...(lines === 1 ? [] : [`${name} stands ${lines} times among what was looked at`]),
      ...(isNamed ? [] : [`${name} ${version} does not stand in its table`]),
    ]
  })
  for (const { name, risk, on } of looks) {
    if (!directs.some((direct) => isMeant(name, direct.name))) faults.push(`${name} is gone`)
    if (frames[risk] === undefined) faults.push(`${risk} of ${name} is no risk`)
    if (!isDay(on)) faults.push(`${on} of ${name} is no day`)
  }
  return [...faults, ...findLate(text)]
}

/** Known faults whose last day is later than the policy allows. @param {string} text */
function findLate(text) {
  const frames = readFrames(text)
  const looks = readLooks(text)
  return rowsOf(text, '| package | fault |').flatMap((cells) => {
    const [name = '', , severity = '', from = '', to = ''] = cells
    const risk = looks.find((look) => isMeant(look.name, name.replaceAll('`', '')))?.risk
    const days = frames[risk ?? '']?.[SEVERITIES.indexOf(severity)]
    return judge(daysBetween(from, to), days).map((fault) => `${name} ${fault}`)
  })
}

/** @param {number} taken @param {number | undefined} allowed */
function judge(taken, allowed) {
  if (Number.isNaN(taken) || allowed === undefined) return ['says too little of a known fault']
  return taken > allowed ? ['would be mended too late'] : []
}

/** Packages that were to be looked at again before `today`. @param {string} text @param {string} today */
export function findOverdue(text, today) {
  const frames = readFrames(text)
  return readLooks(text)
    .filter(({ risk, on }) => daysBetween(on, today) > (frames[risk]?.[LOOKED_AT_EVERY] ?? 0))
    .map(({ name }) => name)
}

/** @param {string} text */
function isDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}

/** @param {string} from @param {string} to */
function daysBetween(from, to) {
  return (Date.parse(to) - Date.parse(from)) / DAY
}
