export { identifyHead, type GivenHead } from './head.ts'
export { identifyLanguage } from './language.ts'
