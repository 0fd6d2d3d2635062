/**
 * What everybody signed in may do about their own account, whatever their roles, and whether it asks for
 * a fresh proof: whoever finds an unlocked machine must not make it their own (security.md 7). The names
 * stand in the log.
 */
export const OWN_ACTS = {
  'passphrase.change': { asksProof: true },
  'passkey.add': { asksProof: true },
  'passkey.rename': { asksProof: false },
  'passkey.remove': { asksProof: true },
  'totp.add': { asksProof: true },
  'totp.remove': { asksProof: true },
  'sheet.make': { asksProof: true },
  'provider.link': { asksProof: true },
  'provider.unlink': { asksProof: true },
  'session.prove': { asksProof: false },
  'session.end': { asksProof: false },
  'leaving.begin': { asksProof: false },
  'leaving.name': { asksProof: false },
  'leaving.cancel': { asksProof: false },
  'leaving.end': { asksProof: true },
  'handover.accept': { asksProof: false },
  'handover.refuse': { asksProof: false },
  'receipt.read': { asksProof: false },
} as const satisfies Readonly<Record<string, { readonly asksProof: boolean }>>

export type OwnAct = keyof typeof OWN_ACTS
