import type { Context } from '../frame/context.ts'
import { showProgress } from '../text/progress.ts'

/** What a copy came to, in all. */
export function backupReport(
  tables: readonly { readonly rows: number; readonly bytes: number }[],
): { readonly tables: number; readonly rows: number; readonly bytes: number } {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const bytes = tables.reduce((sum, table) => sum + table.bytes, 0)
  return { tables: tables.length, rows, bytes }
}

interface Progress {
  readonly table: string
  readonly at: number
  readonly of: number
  readonly bytes: number
}

const MEGABYTE = 1_000_000

/** Shows on a terminal which table is being copied, a few times a second at most. */
export function showCopying(context: Context): (progress: Progress) => void {
  let shown = 0
  return ({ table, at, of, bytes }) => {
    const now = performance.now()
    if (now - shown < 200) return
    shown = now
    const megabytes = (bytes / MEGABYTE).toFixed(0)
    showProgress(context.say('backup.progress', { table, at: `${at}`, of: `${of}`, megabytes }))
  }
}
