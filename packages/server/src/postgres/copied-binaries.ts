import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'

/** For what must lie where every user may enter; root only. */
export const SHARED_STATE = '/var/lib/vigil'

/** Copies the programs to where the service user can run them; once for each version. */
export function copyBinaries(binaries: Binaries): Binaries {
  const root = join(SHARED_STATE, `bin-${binaries.version}`)
  if (!existsSync(root)) {
    const half = `${root}.${process.pid}.half`
    mkdirSync(SHARED_STATE, { recursive: true, mode: 0o755 })
    rmSync(half, { recursive: true, force: true })
    cpSync(binaries.root, half, { recursive: true, verbatimSymlinks: true })
    publish(half, root)
  }
  return { ...binaries, root }
}

/** Another instance may have finished the same copy meanwhile; then ours is not needed. */
function publish(half: string, root: string): void {
  try {
    renameSync(half, root)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(root)) throw error
  }
}
