export * from './categories.ts'
export {
  type ElementName,
  type ElementSpec,
  type ElementTable,
  type PlainKind,
  SUBJECT_KINDS,
  type SubjectKind,
} from './elements/element.ts'
export { findViolationElement, neededElements, VIOLATION_ELEMENTS } from './elements/by-category.ts'
