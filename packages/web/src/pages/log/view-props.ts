import type { LogAddress } from './address.ts'

/** What every view of the log stands on. */
export interface LogViewProps {
  readonly address: LogAddress
  readonly onAddress: (changes: Partial<LogAddress>) => void
}
