import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { damaged } from './damaged.ts'
import { MANIFEST, SUMMARY, TRAVELLING } from './layout.ts'
import { Manifest, Summary } from './manifest.ts'
import { unseal } from './seal.ts'
import { type Entry, unpackTar } from './tar.ts'

/** A backup that is being read from its beginning to its end; what is taken is gone. */
export interface OpenedBackup {
  readonly manifest: Manifest
  /** The next entry, if it has this name. */
  takeEntry(name: string): Promise<Uint8Array | undefined>
  /** The files that come next. */
  takeFiles(): Promise<ReadonlyMap<string, Uint8Array>>
  /** The last entry. Refuses where it is none, or where it is not the last. */
  takeSummary(): Promise<Summary>
}

/** Opens the backup in `file`. Refuses what is none, is of a newer Vigil, or does not open. */
export async function openBackup(
  file: string,
  identities: readonly string[],
): Promise<OpenedBackup> {
  const entries = unpackTar(unseal(createReadStream(file), identities))
  let next = await entries.next()
  const takeEntry = async (name: string): Promise<Uint8Array | undefined> => {
    if (next.done === true || next.value.name !== name) return undefined
    const { bytes }: Entry = next.value
    next = await entries.next()
    return bytes
  }
  const manifest = parseManifest((await takeEntry(MANIFEST)) ?? damaged())
  return {
    manifest,
    takeEntry,
    async takeFiles() {
      const files = new Map<string, Uint8Array>()
      for (const [name] of TRAVELLING) {
        const bytes = await takeEntry(name)
        if (bytes !== undefined) files.set(name, bytes)
      }
      return files
    },
    async takeSummary() {
      const bytes = (await takeEntry(SUMMARY)) ?? damaged()
      return next.done === true ? parse(Summary, bytes) : damaged()
    },
  }
}

const Head = z.object({ format: z.string().regex(/^vigil-backup\/\d+$/) })

function parseManifest(bytes: Uint8Array): Manifest {
  const { format } = parse(Head, bytes)
  if (format !== Manifest.shape.format.value) throw new Refusal('refusal.restore.newer')
  return parse(Manifest, bytes)
}

function parse<Content>(schema: z.ZodType<Content>, bytes: Uint8Array): Content {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString()))
  } catch {
    return damaged()
  }
}
