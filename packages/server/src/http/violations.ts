import { z } from 'zod'
import { readJson } from './body.ts'
import type { App, Services } from './services.ts'

/** Where browsers tell what the policy of a page refused; no endpoint of the interface. */
export const VIOLATIONS_PATH = '/violations'

const LONGEST = 16 * 1024
/** Anybody can send reports: one line a minute tells that there are any. */
const EVERY_MS = 60_000

/** Of a report only which rule was broken is kept: addresses in it hold words and ids. */
const Report = z.object({
  'csp-report': z.object({
    'effective-directive': z.string().regex(/^[a-z]+(-[a-z]+){0,4}$/),
  }),
})

/** Takes reports of the Content Security Policy: each is a fault of ours or an attack, and is logged. */
export function takeViolations(app: App, { clock, logger }: Services): void {
  let next = 0
  app.post(VIOLATIONS_PATH, async (c) => {
    c.set('route', 'violations')
    const body = await readJson(c.req.raw, { type: 'application/csp-report', limit: LONGEST })
    const report = Report.safeParse(body)
    const now = clock.now().getTime()
    if (report.success && now >= next) {
      next = now + EVERY_MS
      const directive = report.data['csp-report']['effective-directive']
      logger.warn({ directive }, 'the policy of a page refused something')
    }
    return c.body(null, 204)
  })
}
