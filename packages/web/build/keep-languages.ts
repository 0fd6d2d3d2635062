import type { Plugin } from 'vite'

const SENTENCES =
  /\/react-(?:aria|stately)(?:-components)?\/dist\/private\/intl\/(?:[\w-]+\/)?([a-z]{2}-[A-Z]{2})\.mjs$/

/**
 * React Aria ships its few sentences in thirty languages. Only those of `tags` (as `fr-FR`) are kept;
 * the others are empty and fall back to English.
 */
export function keepLanguages(tags: readonly string[]): Plugin {
  return {
    name: 'vigil:keep-languages',
    enforce: 'pre',
    load(id) {
      const language = SENTENCES.exec(id)?.[1]
      return language && !tags.includes(language) ? 'export default {}' : null
    },
  }
}
