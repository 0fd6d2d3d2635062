import { GRAVE_UNITS } from '@vigil/core/violations'

const CATEGORIES = Object.keys(GRAVE_UNITS)
const FIRST_YEAR = 2031
const YEARS = 5
const PARTIES = 40
const REGIONS = 10
const LAST_OF_QUARTERS = ['03-31', '06-30', '09-30', '12-31']

/** Numbers from 0 up to below a limit, the same sequence every time. */
type Below = (limit: number) => number

/** The generator of Park and Miller. */
function sequence(seed: number): Below {
  let state = seed
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}

/**
 * A bundle of `vigil-bundle/1`: two violations and four victims an incident, five years, 40 parties of
 * which half changed their alliance, one violation in ten reopened, one incident in fifty a duplicate;
 * quarters, years and a country report of two years. The same for the same size.
 */
export function makeBundle(incidents: number): object {
  const below = sequence(incidents)
  const ids = Array.from({ length: incidents }, (_, at) => at)
  return {
    rules: { continuingCategories: ['recruitment_use'], handoverDeadlineHours: 48 },
    regions: Array.from({ length: REGIONS }, (_, at) => ({ id: `R-${at}` })),
    parties: [
      ...Array.from({ length: PARTIES }, (_, at) => ({
        id: `P-${at}`,
        class: at % 4 === 0 ? 'state_force' : 'armed_group',
      })),
      { id: 'U-1', class: 'armed_group', umbrella: true },
      { id: 'U-2', class: 'armed_group', umbrella: true },
    ],
    partyRelations: Array.from({ length: PARTIES / 2 }, (_, at) => at).flatMap((at) => [
      { type: 'member_of', party: `P-${at}`, of: 'U-1', from: null, to: '2033-06-30' },
      { type: 'member_of', party: `P-${at}`, of: 'U-2', from: '2033-07-01', to: null },
    ]),
    children: ids.flatMap((at) =>
      [0, 1, 2, 3].map((one) => ({
        id: `C-${at}-${one}`,
        sex: ['male', 'female', 'unknown'][below(3)],
      })),
    ),
    incidents: ids.map((at) => incident(at, below)),
    detentionCases: [],
    reports: reports(),
  }
}

function incident(at: number, below: Below): object {
  return {
    id: `I-${at}`,
    region: `R-${below(REGIONS)}`,
    ...(at > 0 && below(50) === 0 && { duplicateOf: `I-${below(at)}` }),
    violations: [0, 1].map((one) =>
      violation(`V-${at}-${one}`, [`C-${at}-${2 * one}`, `C-${at}-${2 * one + 1}`], below),
    ),
  }
}

function violation(id: string, children: readonly string[], below: Below): object {
  const start = below(YEARS * 360)
  const received = start + below(30)
  const statuses = [
    { on: dayAt(received), status: 'report_pending_verification' },
    ...(below(5) > 0 ? [{ on: dayAt(received + 40), status: 'verified' }] : []),
  ]
  const reopened = [
    { on: dayAt(received + 120), status: 'report_pending_verification' },
    { on: dayAt(received + 200), status: 'verified' },
  ]
  return {
    id,
    category: CATEGORIES[below(CATEGORIES.length)],
    start: dayAt(start),
    victims: children.map((child) => ({ child, ageAtStart: 6 + below(12) })),
    attribution:
      below(4) === 0 ? { kind: 'unidentified' } : { kind: 'party', party: `P-${below(PARTIES)}` },
    statusHistory: statuses.length > 1 && below(10) === 0 ? [...statuses, ...reopened] : statuses,
  }
}

/** A day of a year of twelve months with thirty days each, February shorter. */
function dayAt(number: number): string {
  const year = FIRST_YEAR + Math.floor(number / 360)
  const month = 1 + (Math.floor(number / 30) % 12)
  return `${year}-${pad(month)}-${pad(1 + Math.min(number % 30, month === 2 ? 27 : 29))}`
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

function reports(): readonly object[] {
  const years = Array.from({ length: YEARS }, (_, at) => FIRST_YEAR + at)
  const quarters = years.flatMap((year) =>
    LAST_OF_QUARTERS.map((end, at) => ({
      id: `${year}-Q${at + 1}`,
      kind: 'global_horizontal_note',
      start: `${year}-${pad(3 * at + 1)}-01`,
      end: `${year}-${end}`,
      cutoff: `${year}-${end}`,
      months: 3,
    })),
  )
  const annual = years.map((year) => ({
    id: `${year}`,
    kind: 'annual_report',
    start: `${year}-01-01`,
    end: `${year}-12-31`,
    cutoff: `${year}-12-31`,
    months: 12,
  }))
  const country = {
    id: 'CR',
    kind: 'country_report',
    start: '2033-01-01',
    end: '2034-12-31',
    cutoff: '2034-12-31',
    previousCutoff: '2032-12-31',
    months: 24,
  }
  return [...quarters, ...annual, country]
}
