import { Refusal } from '../../src/refusal.ts'

/** The key of the refusal that `work` ends in. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const reason: unknown = await work.then(
    () => 'nothing',
    (error: unknown) => error,
  )
  return reason instanceof Refusal ? reason.key : String(reason)
}
