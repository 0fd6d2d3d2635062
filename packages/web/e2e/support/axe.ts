import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/**
 * What axe finds serious or critical on the page, one line each. The script comes in through the
 * debugger, so the page's own policy stays as it is.
 */
export async function findSeriousFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const isThere = await session.send('Runtime.evaluate', { expression: 'Boolean(globalThis.axe)' })
  if (isThere.result.value !== true) {
    await session.send('Runtime.evaluate', { expression: await readFile(SOURCE, 'utf8') })
  }
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { resultTypes: ['violations'] }).then(JSON.stringify)`,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  const { violations } = JSON.parse(String(result.value)) as AxeResults
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`)
}
