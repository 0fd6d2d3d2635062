import type catalogue from '@vigil/core/i18n/en/cli.json'

export type RefusalKey = Extract<keyof typeof catalogue, `refusal.${string}`>
export type RefusalValues = Readonly<Record<string, string | number>>

/**
 * The program cannot go on, and the person who started it can do something about it. `key` names the
 * one plain sentence to show (catalogue `cli.json`), `values` what stands in it.
 */
export class Refusal extends Error {
  readonly key: RefusalKey
  readonly values: RefusalValues

  constructor(key: RefusalKey, values: RefusalValues = {}) {
    super(`${key} ${JSON.stringify(values)}`)
    this.name = 'Refusal'
    this.key = key
    this.values = values
  }
}
