import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import type { MessageKey } from './catalogues.ts'

/** Writes a message of the catalogues in the reader's language. */
export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string

export function useSay(): Say {
  const { formatMessage } = useIntl()
  return useCallback((id, values) => formatMessage({ id }, values), [formatMessage])
}
