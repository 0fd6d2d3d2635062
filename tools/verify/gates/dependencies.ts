import { readFile } from 'node:fs/promises'
import { findFaults, findOverdue } from '../../lib/dependencies.mjs'
import { projectFiles } from '../files.ts'
import { gate, type Outcome } from '../step.ts'

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
const OURS = '@vigil/'

/** Every package that a manifest of ours names, with its version. */
async function readDirect(): Promise<{ name: string; version: string }[]> {
  const manifests = await projectFiles('package.json', 'packages/*/package.json')
  const perFile = await Promise.all(
    manifests.map(async (file) => {
      const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, object>
      return KINDS.flatMap((kind) => Object.entries<string>({ ...manifest[kind] }))
    }),
  )
  const all = new Map(perFile.flat().filter(([name]) => !name.startsWith(OURS)))
  return [...all].map(([name, version]) => ({ name, version }))
}

/** Every package stands in docs/DEPENDENCIES.md; which ones are to be looked at again is said alone. */
export async function checkDependencies(): Promise<Outcome> {
  const [text, direct] = [await readFile('docs/DEPENDENCIES.md', 'utf8'), await readDirect()]
  const faults = findFaults(text, direct)
  const overdue = findOverdue(text, new Date().toISOString().slice(0, 10))
  const warning = overdue.length > 0 ? `; to be looked at again: ${overdue.join(', ')}` : ''
  return gate(faults.length === 0, faults.join('\n') || `${direct.length} packages${warning}`)
}
