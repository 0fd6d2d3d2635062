import type { Plugin } from 'vite'

const TABLES = /\/packages\/contract\/src\/(?!keeping-)(?:[\w-]+-)?endpoints\.ts$/
/** What describes an endpoint to people and to the interface description, as the formatter writes it. */
const WORDS =
  /^ {4}(?:summary:\s+'[^']*'|problems: (?:\w+|\[[^\]]*\])|(?:action|reads|params|query|body|upload): [\w'.]+),\n/gm

/** Leaves out of the table of endpoints what the browser never reads: it is loaded with every page. */
export function leanEndpoints(): Plugin {
  return {
    name: 'vigil:lean-endpoints',
    enforce: 'pre',
    transform(code, id) {
      if (!TABLES.test(id)) return null
      if (code.search(WORDS) === -1) throw new Error(`No endpoint is described in ${id} any more`)
      return { code: code.replaceAll(WORDS, ''), map: null }
    },
  }
}
