import type catalogue from '@vigil/core/i18n/en/counting.json'
import { say, type MessageValues } from '@vigil/core/i18n'
import type { Context } from '../frame/context.ts'

export type CountingKey = keyof typeof catalogue

/** A sentence of the catalogue `counting.json`, in the language of the terminal. */
export function speak({ language }: Context, key: CountingKey, values: MessageValues = {}): string {
  return say(language, { area: 'counting', key, values })
}
