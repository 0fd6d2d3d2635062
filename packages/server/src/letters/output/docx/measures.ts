/** Twips, a twentieth of a point: the measures of the Security Council's documents, on Letter paper. */
export const PAPER = { width: 12_240, height: 15_840 } as const
export const MARGIN = {
  top: 1440,
  right: 1200,
  bottom: 1800,
  left: 1200,
  header: 720,
  footer: 1030,
} as const

/** The text stands so far inside the masthead, on both sides. */
export const INSET = 1260

/** First line of a paragraph, and each level of points. */
export const STEP = 480

/** The masthead's columns: the emblem's place, the organ, the distribution. */
export const COLUMNS = [INSET, 5440, 3140] as const
