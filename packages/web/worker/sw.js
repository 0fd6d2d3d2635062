// What this keeps, and nothing else: the program's own files of one build (scripts, styles, fonts) and
// the empty page they are drawn in. Never an answer of /api, never a document, never who is signed in.
// A new build has a new version: its files are fetched beside the old ones, which go when it takes over.

const VERSION = '__VERSION__'
const ASSETS = ['__ASSETS__']
const CACHE = `vigil-${VERSION}`
const PAGE = '/'

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.startsWith('/api/') || pathname === '/healthz') return
  if (request.mode === 'navigate') answerPage(event)
  else if (ASSETS.includes(pathname) || pathname.startsWith('/assets/')) {
    event.respondWith(answerAsset(request))
  }
})

async function keepAll() {
  const cache = await caches.open(CACHE)
  await cache.addAll(ASSETS)
}

async function dropOthers() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)))
}

async function answerAsset(request) {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

/** The page kept, made fresh, at once; meanwhile the server's is fetched for the next visit. */
function answerPage(event) {
  const kept = caches.open(CACHE).then((cache) => cache.match(PAGE, { ignoreVary: true }))
  const fetched = fetchPage(event.request)
  event.respondWith(kept.then((page) => (page ? withFreshNonce(page) : fetched)))
  event.waitUntil(fetched.catch(() => undefined))
}

/** The page is the same at every address, so one is kept for all of them. */
async function fetchPage(request) {
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(CACHE)).put(PAGE, answer.clone())
  return answer
}

/** A page's nonce must never be used twice: the one kept gets a new one, in its policy and its text. */
async function withFreshNonce(kept) {
  const headers = new Headers(kept.headers)
  const policy = headers.get('content-security-policy') ?? ''
  const old = /'nonce-([^']+)'/.exec(policy)?.[1]
  const text = await kept.text()
  if (old === undefined) return new Response(text, { headers })
  const fresh = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  headers.set('content-security-policy', policy.replaceAll(old, fresh))
  return new Response(text.replaceAll(old, fresh), { headers })
}
