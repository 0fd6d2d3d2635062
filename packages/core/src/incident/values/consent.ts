import { z } from 'zod'
import { CODE_LISTS, type Code } from '../../codes/lists.ts'

/** One consent, or assent with the consent of who takes care of a child (mrm.md 8.3). */
export const Consent = z.strictObject({
  giver: z.enum(CODE_LISTS.consentGiver),
  /** Whether the child assented; null where the child gave the consent itself. */
  assent: z.boolean().nullable(),
  purposes: z.array(z.enum(CODE_LISTS.consentPurpose)).readonly(),
  /** With whom what identifies may be shared; with nobody where it is empty. */
  sharedWith: z.array(z.enum(CODE_LISTS.recipient)).readonly(),
  withheldFrom: z.array(z.enum(CODE_LISTS.recipient)).readonly(),
  givenOn: z.iso.date(),
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/),
  form: z.enum(CODE_LISTS.consentForm),
  withdrawnOn: z.iso.date().nullable(),
})
export type Consent = Readonly<z.infer<typeof Consent>>

/** What somebody wants to do with what a person has told. */
export interface Use {
  readonly purpose: Code<'consentPurpose'>
  readonly on: string
  /** Who would get to know who the person is; null where nothing that identifies is passed on. */
  readonly recipient: Code<'recipient'> | null
}

/** Why a use is not covered by a consent. */
export type ConsentFault =
  | 'notAsked'
  | 'notYet'
  | 'withdrawn'
  | 'noAssent'
  | 'purpose'
  | 'withheld'
  | 'recipient'

/**
 * Whether a consent covers a use (R-CON-1, R-CON-4, R-CON-5). Purposes stand apart: consent to services
 * is none to reporting. What is to be withheld from somebody is, whoever else may know. After withdrawal
 * nothing is used any more; what was counted until then stays counted.
 */
export function findConsentFault(consent: Consent | null, use: Use): ConsentFault | undefined {
  if (consent === null) return 'notAsked'
  if (use.on < consent.givenOn) return 'notYet'
  if (consent.withdrawnOn !== null && consent.withdrawnOn <= use.on) return 'withdrawn'
  if (consent.assent === false) return 'noAssent'
  if (!consent.purposes.includes(use.purpose)) return 'purpose'
  return use.recipient === null ? undefined : findRecipientFault(consent, use.recipient)
}

function findRecipientFault(
  { sharedWith, withheldFrom }: Consent,
  recipient: Code<'recipient'>,
): ConsentFault | undefined {
  if (withheldFrom.includes(recipient)) return 'withheld'
  return sharedWith.includes(recipient) ? undefined : 'recipient'
}
