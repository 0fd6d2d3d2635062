import type { Store } from '@vigil/core/backup'
import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { damaged } from './damaged.ts'
import { MANIFEST, SUMMARY, TRAVELLING } from './layout.ts'
import { KeyManifest, KeySummary, Manifest, STORE, Summary } from './manifest.ts'
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

/** A backup of the key store that is being read from its beginning to its end. */
export interface OpenedKeys {
  takeEntry(name: string): Promise<Uint8Array | undefined>
  takeSummary(): Promise<KeySummary>
}

/** Which store a backup in `file` is of. Refuses what is none, is of a newer Vigil, or does not open. */
export async function readStore(file: string, identities: readonly string[]): Promise<Store> {
  const { head, close } = await openEntries(file, identities)
  await close()
  return parse(Stored, head).store
}

/** Opens the backup of records in `file`. Refuses what is none, is of a newer Vigil, or does not open. */
export async function openBackup(
  file: string,
  identities: readonly string[],
): Promise<OpenedBackup> {
  const { head, takeEntry, takeLast } = await openEntries(file, identities)
  return {
    manifest: parse(Manifest, head),
    takeEntry,
    async takeFiles() {
      const files = new Map<string, Uint8Array>()
      for (const [name] of TRAVELLING) {
        const bytes = await takeEntry(name)
        if (bytes !== undefined) files.set(name, bytes)
      }
      return files
    },
    takeSummary: () => takeLast(Summary),
  }
}

/** The same for a backup of keys. */
export async function openKeyBackup(
  file: string,
  identities: readonly string[],
): Promise<OpenedKeys> {
  const { head, takeEntry, takeLast } = await openEntries(file, identities)
  parse(KeyManifest, head)
  return { takeEntry, takeSummary: () => takeLast(KeySummary) }
}

/** What the first entry of every backup says, of whichever store. */
const Head = z.object({ format: z.string().regex(/^vigil-backup\/\d+$/) })
const Stored = z.object({ store: z.enum([STORE, 'key']) })

async function openEntries(file: string, identities: readonly string[]) {
  const entries = unpackTar(unseal(createReadStream(file), identities))
  let next = await entries.next()
  const takeEntry = async (name: string): Promise<Uint8Array | undefined> => {
    if (next.done === true || next.value.name !== name) return undefined
    const { bytes }: Entry = next.value
    next = await entries.next()
    return bytes
  }
  const takeLast = async <Content>(schema: z.ZodType<Content>): Promise<Content> => {
    const bytes = (await takeEntry(SUMMARY)) ?? damaged()
    return next.done === true ? parse(schema, bytes) : damaged()
  }
  const head = (await takeEntry(MANIFEST)) ?? damaged()
  const { format } = parse(Head, head)
  if (format !== Manifest.shape.format.value) throw new Refusal('refusal.restore.newer')
  const close = async () => void (await entries.return(undefined))
  return { head, takeEntry, takeLast, close }
}

function parse<Content>(schema: z.ZodType<Content>, bytes: Uint8Array): Content {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString()))
  } catch {
    return damaged()
  }
}
