import { availableParallelism } from 'node:os'

/** One more than there are processors: tests of the browser wait a good part of their time. */
const LANES = availableParallelism() + 1

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
