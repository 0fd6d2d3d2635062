export {
  type Code,
  CODE_LISTS,
  CODE_LISTS_VERSION,
  type CodeList,
  codesOf,
  isCode,
} from './lists.ts'
