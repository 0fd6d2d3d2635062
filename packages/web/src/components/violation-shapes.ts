import type { ViolationCode } from '@vigil/core/documents'

/** The six that have a shape; detention is an area of concern, not one of the six. */
export type ShapedViolation = Exclude<ViolationCode, 'DET' | 'ALL'>

/** Shapes on a grid of 16: abstract on purpose, never mirrored. In the order of the annual reports. */
export const VIOLATION_SHAPES = {
  RU: 'M8 1.2 14.8 7v3.4L8 4.6 1.2 10.4V7zM8 6.6l6.8 5.8v3L8 9.9l-6.8 5.5v-3z',
  KM: 'M1.6 8a6.4 6.4 0 1 0 12.8 0a6.4 6.4 0 1 0-12.8 0z',
  SV: 'M8 .8 15.2 8 8 15.2.8 8z',
  SH: 'M8 1 15 6.8V15H1V6.8zM6.4 10.4V15h3.2v-4.6z',
  ABD: 'M1.2 2h6.6v2.6H3.8v6.8h4V14H1.2zM6.4 6.7h3.8V3.6L15.4 8l-5.2 4.4V9.3H6.4z',
  DHA: 'M1.6 1.6h12.8v12.8H1.6zM4 6.7v2.6h8V6.7z',
} as const satisfies Record<ShapedViolation, string>

/** Codes of the six, in the order in which they are always shown. */
export const SHAPED_VIOLATIONS = Object.keys(VIOLATION_SHAPES) as readonly ShapedViolation[]
