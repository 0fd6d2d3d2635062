import type { Generated } from './columns.ts'

export interface FirstAccount {
  account_id: string
  only_row: Generated<boolean>
}
