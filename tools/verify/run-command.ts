import { spawn } from 'node:child_process'

/** What a finished command printed and how it ended. */
export interface Finished {
  readonly code: number
  readonly output: string
}

export interface CommandOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** Also pass everything on to this process's own standard output. */
  readonly show?: boolean
}

/** Runs `command` to its end. Never throws: a command that cannot be started ends with code 127. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    const take = (chunk: Buffer): void => {
      chunks.push(chunk)
      if (options.show) process.stdout.write(chunk)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
    )
  })
}

/** Runs a command line tool of the project's packages with the project's own Node. */
export function runTool(
  name: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Finished> {
  return runCommand(process.execPath, [`node_modules/.bin/${name}`, ...args], options)
}
