import type { Generated } from './columns.ts'

export interface LogKey {
  only_row: Generated<boolean>
  verifier_key: string
}
