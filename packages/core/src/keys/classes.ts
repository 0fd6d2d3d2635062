import type { SensitivityClass } from '../policy/index.ts'

/**
 * What identifies a person, and its class: the one place that says so (mrm.md 2.2, 8.2). Each is
 * encrypted by itself.
 */
export const IDENTITY_FIELDS = {
  names: 'S0',
  birth: 'S0',
  contact: 'S0',
  notes: 'S0',
} as const satisfies Readonly<Record<string, SensitivityClass>>

export type IdentityField = keyof typeof IDENTITY_FIELDS

/** Whether values of a class are kept under a key of their record: S0 alone is (threat model). */
export function isEncrypted(sensitivity: SensitivityClass): boolean {
  return sensitivity === 'S0'
}
