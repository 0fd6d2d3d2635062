/**
 * The first number of every year's Security Council resolutions, from 1946 on. Numbers grow with
 * time, so a number's year follows. Source: the list of resolutions 1 to 2032 by number and year.
 */
const FIRST_OF_YEAR = [
  1, 16, 38, 67, 79, 90, 97, 99, 104, 106, 111, 122, 127, 132, 133, 161, 171, 178, 186, 200, 220,
  233, 245, 263, 276, 292, 308, 325, 345, 367, 385, 403, 423, 444, 462, 485, 500, 529, 546, 560,
  581, 594, 607, 627, 647, 684, 726, 800, 893, 970, 1036, 1093, 1147, 1220, 1285, 1335, 1387, 1455,
  1522, 1581, 1652, 1739, 1795, 1860, 1908, 1967,
] as const
const FIRST_YEAR = 1946
const LAST_LISTED = 2032

/** Later resolutions of which number and year are known; the years of those between follow. */
const LATER = [
  [2068, 2012],
  [2143, 2014],
  [2225, 2015],
  [2253, 2015],
  [2295, 2016],
  [2364, 2017],
  [2374, 2017],
  [2391, 2017],
  [2423, 2018],
  [2427, 2018],
  [2467, 2019],
  [2531, 2020],
  [2584, 2021],
  [2590, 2021],
  [2601, 2021],
  [2640, 2022],
  [2655, 2022],
  [2690, 2023],
  [2727, 2024],
  [2764, 2024],
] as const satisfies (readonly [number, number])[]

const LAST_LISTED_YEAR = FIRST_YEAR + FIRST_OF_YEAR.length - 1

/**
 * The years in which a resolution of the Security Council with this number can have been adopted:
 * one where it is known, a few between two known ones, none for 0. Undefined for numbers beyond
 * the last known one, of which nothing can be said.
 */
export function findYearsOfCouncil(number: number): readonly number[] | undefined {
  if (number < 1) return []
  if (number <= LAST_LISTED) {
    return [FIRST_YEAR + FIRST_OF_YEAR.findLastIndex((first) => first <= number)]
  }
  const next = LATER.findIndex(([known]) => known >= number)
  const upper = LATER[next]
  if (upper === undefined) return undefined
  const from = upper[0] === number ? upper[1] : (LATER[next - 1]?.[1] ?? LAST_LISTED_YEAR)
  return Array.from({ length: upper[1] - from + 1 }, (_, index) => from + index)
}

/** More than the Council ever adopted in one year. */
const MOST_A_YEAR = 95

/**
 * Whether the number and the year can belong together: by the years known, and beyond the last
 * known number by how many resolutions a year can bring.
 */
export function canBeOfCouncil(number: number, year: number): boolean {
  const years = findYearsOfCouncil(number)
  if (years !== undefined) return years.includes(year)
  const [lastNumber, lastYear] = LATER[LATER.length - 1] ?? [LAST_LISTED, LAST_LISTED_YEAR]
  return year >= lastYear && number - lastNumber <= MOST_A_YEAR * (year - lastYear + 1)
}
