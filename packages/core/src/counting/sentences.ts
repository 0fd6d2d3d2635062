/**
 * Sentences that every report text carries (K33), with their rules. Where they speak of a gap, they
 * stand instead of a zero that nobody can vouch for (R-PUB-5).
 */
export const OBLIGATORY_SENTENCES = {
  underreported: 'R-SV-3',
  fullImpact: 'R-VER-9',
  noInformation: 'R-PUB-5',
} as const satisfies Readonly<Record<string, string>>
