export * from './model.ts'
export * from './codes.ts'
export * from './annotation.ts'
export { annotate } from './annotate.ts'
export {
  findClauseStarts,
  readClausesAt,
  readOperativePart,
  type ClauseContext,
  type OperativePart,
} from './clauses/index.ts'
export {
  citationsOf,
  resolveWords,
  stableAddress,
  symbolsOf,
  type CitingContext,
  type Resolution,
} from './citations/index.ts'
export * from './corrections/index.ts'
export * from './format.ts'
export { alignRenditions, type AlignedRow } from './align.ts'
export { readDocument } from './read.ts'
export { toRoman } from './structure/numerals.ts'
export type { GivenHead } from './identify/index.ts'
