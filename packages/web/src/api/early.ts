declare global {
  /** What `boot.js` asked before the program was there, by address; null where it got no answer or a refusal. */
  var vigilEarly: Record<string, Promise<Response | null>> | undefined
}

/**
 * The answer to `address` that was asked for before the program was there, once; undefined where there
 * is none: then it is asked again.
 */
export async function takeEarly(address: string): Promise<Response | undefined> {
  const asked = globalThis.vigilEarly?.[address]
  if (!asked) return undefined
  delete globalThis.vigilEarly?.[address]
  return (await asked) ?? undefined
}

/** Forgets early answers: something was changed, or somebody else may be here now. */
export function dropEarly(): void {
  globalThis.vigilEarly = undefined
}
