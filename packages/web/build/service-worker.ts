import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const TEMPLATE = new URL('../worker/sw.js', import.meta.url)

/** What the page itself needs beside what the build makes. */
const BESIDE = ['/boot.js', '/mark.svg']

/** Fonts of rare letters are fetched, and kept, once a text needs them. */
const RARE = /-latin-ext-/

/**
 * Writes `sw.js` from `worker/sw.js`: the list of what it keeps, and a version that changes whenever
 * any of it does.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'vigil:service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const assets = Object.keys(bundle)
          .filter((name) => name.startsWith('assets/') && !RARE.test(name))
          .map((name) => `/${name}`)
          .sort()
        const source = readFileSync(TEMPLATE, 'utf8')
        const boot = readFileSync(new URL('../public/boot.js', import.meta.url), 'utf8')
        const version = createHash('sha256')
          .update(JSON.stringify([assets, source, boot]))
          .digest('hex')
          .slice(0, 12)
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: source
            .replace("'__VERSION__'", JSON.stringify(version))
            .replace("['__ASSETS__']", JSON.stringify([...BESIDE, ...assets])),
        })
      },
    },
  }
}
