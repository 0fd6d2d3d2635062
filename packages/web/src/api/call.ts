import type { Endpoint } from '@vigil/contract/endpoints'
import { PAGE_ENDPOINTS } from '@vigil/contract/page-endpoints'
import { Problem } from '@vigil/contract/schemas'
import type { z } from 'zod'
import { ConnectionError, ProblemError } from '../problem-error.ts'
import { dropEarly, takeEarly } from './early.ts'
import { isRegained } from './regain.ts'

type In<S> = S extends z.ZodType ? z.input<S> : never
type Part<E extends Endpoint, K extends string> = K extends keyof E
  ? { readonly [P in K]: In<E[K]> }
  : unknown

type Upload<E extends Endpoint> = 'upload' extends keyof E
  ? Part<E, 'upload'> & { readonly file: File }
  : unknown

/**
 * What an endpoint takes: `params`, `query`, `body`, and `upload` with its `file`, each only where
 * the endpoint has it.
 */
export type Input<E extends Endpoint> = Part<E, 'params'> &
  Part<E, 'query'> &
  Part<E, 'body'> &
  Upload<E>

/** What an endpoint answers, parsed. */
type Answer<E extends Endpoint> = E['answer'] extends infer A
  ? A extends z.ZodType
    ? z.output<A>
    : A extends 'bytes'
      ? Uint8Array<ArrayBuffer>
      : null
  : never

type Endpoints = Readonly<Record<string, Endpoint>>

/** Asks the server by the name of an endpoint of `T`. */
type Call<T extends Endpoints> = <N extends keyof T>(
  name: N,
  input: Input<T[N]>,
  signal?: AbortSignal,
) => Promise<Answer<T[N]>>

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
export const call = callsOf(PAGE_ENDPOINTS)

/** The same, for what is asked of the person: refused is refused. */
export const ask = asksOf(PAGE_ENDPOINTS)

/** As `call`, with endpoints that only some pages ask for: the others do not load them. */
export function callsOf<T extends Endpoints>(endpoints: T): Call<T> {
  const askOnce = asksOf(endpoints)
  return async (name, input, signal) => {
    try {
      return await askOnce(name, input, signal)
    } catch (error) {
      if (!(await isRegained(error)) || signal?.aborted === true) throw error
      return askOnce(name, input, signal)
    }
  }
}

function asksOf<T extends Endpoints>(endpoints: T): Call<T> {
  return async <N extends keyof T>(name: N, input: Input<T[N]>, signal?: AbortSignal) => {
    const endpoint = endpoints[name]
    if (endpoint === undefined) throw new TypeError(`There is no endpoint ${String(name)}`)
    const response = await send(endpoint, input as Parts, signal)
    if (!response.ok) throw await toProblem(response)
    return (await readAnswer(endpoint, response)) as Answer<T[N]>
  }
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
        // By this the server finds out that its clock, or this one, is wrong.
        'x-device-time': String(Date.now()),
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
