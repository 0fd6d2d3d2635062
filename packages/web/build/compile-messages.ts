import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

const CATALOGUE = /\/packages\/core\/src\/i18n\/\w+\/\w+\.json$/

/**
 * Parses the catalogues while building, so that the browser need not fetch a parser: messages with
 * arguments become syntax trees, the others stay the text they are.
 */
export function compileMessages(): Plugin {
  return {
    name: 'vigil:compile-messages',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
          },
        ],
      },
    }),
    transform(code, id) {
      if (!CATALOGUE.test(id)) return null
      const catalogue = JSON.parse(code) as Record<string, string>
      const compiled = Object.entries(catalogue).map(([key, text]) => [key, compile(text)])
      return { code: JSON.stringify(Object.fromEntries(compiled)), map: null }
    },
  }
}

function compile(text: string): unknown {
  return /[{}']/.test(text) ? parse(text, { ignoreTag: true }) : text
}
