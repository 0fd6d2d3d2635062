import { existsSync } from 'node:fs'
import { runCommand } from './run-command.ts'

/**
 * The project's own files that match one of `patterns` (git pathspecs): tracked ones and new ones
 * that git does not ignore, as they stand in the working tree.
 */
export async function projectFiles(...patterns: string[]): Promise<string[]> {
  const { output } = await runCommand('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '-z',
    '--',
    ...patterns,
  ])
  return [...new Set(output.split('\0'))].filter((file) => file !== '' && existsSync(file)).sort()
}

/** TypeScript of the five packages. */
export function packageSources(): Promise<string[]> {
  return projectFiles('packages/*.ts', 'packages/*.tsx')
}
