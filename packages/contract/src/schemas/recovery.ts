import { Role } from '@vigil/core/policy'
import { z } from 'zod'
import { SignInName } from './session.ts'

export const RecoveryId = z.uuid().brand('RecoveryId')
export type RecoveryId = z.infer<typeof RecoveryId>

/** An account that is to be opened to its owner again. */
export const Recovery = z
  .object({
    id: RecoveryId,
    /** Of the owner. */
    name: z.string(),
    reason: z.string(),
    askedAt: z.iso.datetime(),
    approvals: z.array(z.object({ name: z.string(), role: Role, at: z.iso.datetime() })),
    waitsUntil: z.iso.datetime().nullable(),
    state: z.enum(['asked', 'waiting', 'ready', 'handed', 'cancelled', 'done']),
  })
  .meta({ id: 'Recovery', description: 'An account to be opened to its owner again' })
export type Recovery = z.infer<typeof Recovery>

export const RecoveryList = z
  .object({ recoveries: z.array(Recovery) })
  .meta({ id: 'RecoveryList', description: 'Open recoveries, newest first' })
export type RecoveryList = z.infer<typeof RecoveryList>

/** What is to be said to somebody on every page. */
export const OwnNotices = RecoveryList.extend({
  /** How many things people who leave hand to them, and they have not answered about. */
  handed: z.int().min(0),
  /** Break-glass: what is open to them, what of theirs was opened, what waits for their answer. */
  glass: z.array(
    z.object({
      part: z.enum(['asker', 'owner', 'second']),
      state: z.enum(['waiting', 'open', 'over']),
      name: z.string(),
      until: z.iso.datetime(),
    }),
  ),
}).meta({ id: 'OwnNotices', description: 'What is to be said to somebody on every page' })
export type OwnNotices = z.infer<typeof OwnNotices>

/** The account by the name that its owner signs in with. */
export const NewRecovery = z
  .object({ signInName: SignInName, reason: z.string().trim().min(10).max(1000) })
  .meta({ id: 'NewRecovery' })
export type NewRecovery = z.infer<typeof NewRecovery>

/** The code is shown in this answer and never again. */
export const RecoveryCode = z
  .object({ recovery: Recovery, code: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'RecoveryCode' })
export type RecoveryCode = z.infer<typeof RecoveryCode>
