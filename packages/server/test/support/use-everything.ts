import { FIRST } from './first.ts'

const CONCLUSIONS = `Conclusions on children and armed conflict in Aldonia

1. The Working Group agreed to address the following:

(a) To the Government of Aldonia

Urging it to protect schools and hospitals.
`

/** A visitor of the running server with one cookie. */
function visitorOf(address: string) {
  let cookie = ''
  return async (method: string, path: string, body?: unknown): Promise<Response> => {
    const isForm = body instanceof FormData
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie,
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return answer
  }
}

/**
 * Makes the first account of the Vigil at `address`, brings in a document, opens what it has pages for,
 * and signs out. Gives what did not answer as it should; nothing where all is well.
 */
export async function useEverything(address: string): Promise<string[]> {
  const ask = visitorOf(address)
  const failures: string[] = []
  const note = (what: string, isWell: boolean): void => void (isWell || failures.push(what))
  note('setup', (await ask('POST', '/api/setup', FIRST)).status === 201)
  const form = new FormData()
  form.set('file', new File([CONCLUSIONS], 'S-AC.51-2032-1.txt'))
  form.set('symbol', 'S/AC.51/2032/1')
  const imported = await ask('POST', '/api/documents', form)
  note('import', imported.status === 201)
  const { document } = (await imported.json()) as { document: { id: string } }
  for (const path of pathsOf(document.id)) note(path, (await ask('GET', path)).status < 500)
  note('leaving', (await ask('DELETE', '/api/session')).status === 204)
  return failures
}

function pathsOf(documentId: string): string[] {
  const own = `/api/documents/${documentId}/renditions/en`
  return [
    '/',
    '/healthz',
    own,
    `${own}/annotation`,
    `${own}/original`,
    '/api/search?words=schools',
    '/api/actions',
    '/api/actions/export/xlsx?headings=en',
    '/api/letters',
    '/api/people',
    '/api/factors',
  ]
}
