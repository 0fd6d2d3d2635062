import { availableParallelism } from 'node:os'

/** As many at a time as there are processors: with one more nothing ends sooner (measured on two). */
const LANES = availableParallelism()

/** Does `work` for every item, several at a time; begins them in their order. */
export async function forEachSideBySide<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]()
  const lane = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
