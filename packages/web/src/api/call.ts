import type { Endpoint } from '@vigil/contract/endpoints'
import { PAGE_ENDPOINTS, type PageEndpointName } from '@vigil/contract/page-endpoints'
import { Problem } from '@vigil/contract/schemas'
import type { z } from 'zod'
import { ConnectionError, ProblemError } from '../problem-error.ts'
import { dropEarly, takeEarly } from './early.ts'
import { isRegained } from './regain.ts'

type In<S> = S extends z.ZodType ? z.input<S> : never
type Part<N extends PageEndpointName, K extends string> = K extends keyof (typeof PAGE_ENDPOINTS)[N]
  ? { readonly [P in K]: In<(typeof PAGE_ENDPOINTS)[N][K]> }
  : unknown

type Upload<N extends PageEndpointName> = 'upload' extends keyof (typeof PAGE_ENDPOINTS)[N]
  ? Part<N, 'upload'> & { readonly file: File }
  : unknown

/**
 * What an endpoint takes: `params`, `query`, `body`, and `upload` with its `file`, each only where
 * the endpoint has it.
 */
export type Input<N extends PageEndpointName> = Part<N, 'params'> &
  Part<N, 'query'> &
  Part<N, 'body'> &
  Upload<N>

/** What an endpoint answers, parsed. */
export type Answer<N extends PageEndpointName> =
  (typeof PAGE_ENDPOINTS)[N]['answer'] extends infer A
    ? A extends z.ZodType
      ? z.output<A>
      : A extends 'bytes'
        ? Uint8Array<ArrayBuffer>
        : null
    : never

interface Parts {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly upload?: Readonly<Record<string, string>>
  readonly file?: File
}

/**
 * Asks the server by the name of an endpoint. Throws ProblemError where it refuses and
 * ConnectionError where it cannot be reached or its answer is not what the contract says. Where the
 * session has ended, or a fresh proof is asked for, the person is asked first and then it goes on.
 */
export async function call<N extends PageEndpointName>(
  name: N,
  input: Input<N>,
  signal?: AbortSignal,
): Promise<Answer<N>> {
  try {
    return await ask(name, input, signal)
  } catch (error) {
    if (!(await isRegained(error)) || signal?.aborted === true) throw error
    return ask(name, input, signal)
  }
}

/** The same, for what is asked of the person: refused is refused. */
export async function ask<N extends PageEndpointName>(
  name: N,
  input: Input<N>,
  signal?: AbortSignal,
): Promise<Answer<N>> {
  const endpoint: Endpoint = PAGE_ENDPOINTS[name]
  const response = await send(endpoint, input as Parts, signal)
  if (!response.ok) throw await toProblem(response)
  return (await readAnswer(endpoint, response)) as Answer<N>
}

/** The address of an endpoint with its parameters and its query filled in. */
export function addressOf(endpoint: Endpoint, { params, query }: Parts): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(String(params?.[key])),
  )
  const asked = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') asked.set(key, `${value as string | number | boolean}`)
  }
  const search = asked.toString()
  return search === '' ? path : `${path}?${search}`
}

async function send(endpoint: Endpoint, parts: Parts, signal?: AbortSignal): Promise<Response> {
  const address = addressOf(endpoint, parts)
  if (endpoint.method !== 'get') dropEarly()
  const early = await takeEarly(address)
  if (early) return early
  try {
    return await fetch(address, {
      method: endpoint.method.toUpperCase(),
      headers: {
        'accept-language': document.documentElement.lang,
        ...(parts.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...bodyOf(parts),
      ...(signal && { signal }),
    })
  } catch (error) {
    if (signal?.aborted === true) throw error
    throw new ConnectionError(error)
  }
}

function bodyOf({ body, upload, file }: Parts): { body?: BodyInit } {
  if (body !== undefined) return { body: JSON.stringify(body) }
  if (file === undefined) return {}
  const form = new FormData()
  for (const [name, value] of Object.entries(upload ?? {})) form.append(name, value)
  form.append('file', file, file.name)
  return { body: form }
}

async function toProblem(response: Response): Promise<Error> {
  const problem = Problem.safeParse(await response.json().catch(() => null))
  return problem.success ? new ProblemError(problem.data) : new ConnectionError(problem.error)
}

async function readAnswer({ answer }: Endpoint, response: Response): Promise<unknown> {
  if (answer === null) return null
  if (answer === 'bytes') return new Uint8Array(await response.arrayBuffer())
  const parsed = answer.safeParse(await response.json().catch(() => null))
  if (!parsed.success) throw new ConnectionError(parsed.error)
  return parsed.data
}
