import { existsSync, readdirSync, symlinkSync, utimesSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Installation, pretendNode, tell } from './support/installation.ts'

const INSTALLING = 'Installing the packages of Vigil (once, about 30 seconds) …'
const DONE = { code: 3, output: '{"words":["read","a b","--json"]}\n' }
const WORDS = ['read', 'a b', '--json']

describe('./vigil', () => {
  test('installs what is missing, says so beside the output, and ends as its command does', () => {
    const clone = new Installation('installs')
    expect(clone.run(WORDS)).toEqual({ ...DONE, errors: [INSTALLING] })
    expect(clone.run(WORDS)).toEqual({ ...DONE, errors: [] })
    expect(clone.calls).toBe(1)
  })

  test('is found through links, from any directory', () => {
    const clone = new Installation('fails')
    clone.install()
    symlinkSync('vigil', clone.path('linked'))
    const told = clone.run(WORDS, { cwd: '/' }, clone.path('linked'))
    expect(told).toEqual({ ...DONE, errors: [] })
  })

  test('looks once at a lock file that is newer than the installation', () => {
    const clone = new Installation('fails')
    clone.install({ 'node_modules/one': { version: '1.2.3' } })
    const past = new Date('2020-01-01')
    utimesSync(clone.path('node_modules/.package-lock.json'), past, past)
    expect(clone.run(WORDS)).toEqual({ ...DONE, errors: [] })
    expect(clone.run(WORDS)).toEqual({ ...DONE, errors: [] })
    expect(clone.calls).toBe(0)
  })

  test.each([
    ['of another version', { 'node_modules/one': { version: '1.2.2' } }],
    ['missing', {}],
  ])('installs again where a package is %s', (_, packages) => {
    const clone = new Installation('installs')
    clone.install(packages)
    expect(clone.runScript('prepare', ['read'])).toEqual({
      code: 0,
      output: '',
      errors: [INSTALLING],
    })
    expect(clone.calls).toBe(1)
  })

  test('without Node says what to install', () => {
    const clone = new Installation('installs')
    expect(clone.run(WORDS, { without: 'node' })).toEqual({
      code: 1,
      output: '',
      errors: ['Node.js is missing; install Node.js 20 or newer together with npm and try again.'],
    })
    expect(clone.calls).toBe(0)
  })
})

describe('where the packages cannot be had', () => {
  test.each([
    [
      'is offline',
      [
        'The packages of Vigil could not be fetched: connect this machine to the network and try again.',
      ],
    ],
    [
      'fails',
      [
        'npm error code EACCES',
        'The packages of Vigil could not be installed; the messages above say why.',
      ],
    ],
    ['does nothing', ['The packages of Vigil could not be installed; the messages above say why.']],
  ] as const)('because npm %s, that is said and nothing is started', (npm, sentences) => {
    const told = new Installation(npm).run(WORDS)
    expect(told).toEqual({ code: 1, output: '', errors: [INSTALLING, ...sentences] })
  })

  test('because npm is missing, that is said', () => {
    const told = new Installation('installs').run(WORDS, { without: 'npm' })
    expect(told).toEqual({
      code: 1,
      output: '',
      errors: [
        INSTALLING,
        'npm is missing; install Node.js 20 or newer together with npm and try again.',
      ],
    })
  })

  test('it is said in French to whoever reads French', () => {
    const told = new Installation('is offline').run(WORDS, { env: { LANG: 'fr_FR.UTF-8' } })
    expect(told.errors.at(-1)).toBe(
      'Les paquets de Vigil n’ont pas pu être téléchargés : connectez cette machine au réseau et réessayez.',
    )
  })

  test('an old Node without the one of the packages is refused in one sentence', () => {
    const clone = new Installation('fails')
    clone.install()
    const told = clone.runScript('test', [], { env: pretendNode('20.19.0') })
    expect(told).toEqual({
      code: 1,
      output: '',
      errors: [
        'There is no Node 24 for this platform among the packages; install Node.js 24 and try again.',
      ],
    })
  })
})

describe('tools/test.mjs', () => {
  test('hands its options on, and ends as the checks do', () => {
    const clone = new Installation('fails')
    clone.install()
    const only = clone.runScript('test', ['--only', 'types'])
    expect(only).toEqual({ code: 3, output: '{"words":["--only","types"]}\n', errors: [] })
    const full = clone.runScript('test', ['--torture'])
    expect(full).toEqual({ code: 3, output: '{"words":[],"torture":"1"}\n', errors: [] })
  })
})

describe('the web application', () => {
  const VITE = `
    import { writeFileSync } from 'node:fs'
    import { join } from 'node:path'
    writeFileSync(join(process.argv[process.argv.indexOf('--outDir') + 1], 'index.html'), '')
  `

  test('is built before it is served, and again only where its sources changed', () => {
    const clone = new Installation('fails')
    clone.install()
    clone.write('node_modules/vite/bin/vite.js', VITE)
    const building = ['Building the web application …']
    expect(clone.run(['serve'])).toMatchObject({ code: 3, errors: building })
    expect(existsSync(clone.path('packages/web/dist/index.html'))).toBe(true)
    expect(clone.run(['serve'])).toMatchObject({ code: 3, errors: [] })
    clone.write('packages/web/src/new.ts', '')
    expect(clone.run(['serve'])).toMatchObject({ code: 3, errors: building })
  })

  test('that cannot be built is not served, and leaves the one that is there', () => {
    const clone = new Installation('fails')
    clone.install()
    clone.write('packages/web/dist/index.html', 'the one before')
    clone.write('node_modules/vite/bin/vite.js', 'process.exitCode = 1')
    const told = clone.run(['serve'])
    expect(told).toMatchObject({ code: 1, output: '' })
    expect(told.errors.at(-1)).toBe(
      'The web application could not be built; the messages above say why.',
    )
    expect(readdirSync(clone.path('packages/web')).toSorted()).toEqual(['dist', 'index.html'])
  })
})

describe('this very clone', () => {
  test.each([
    [['read', '--nonsense'], '--nonsense'],
    [['nonsense'], 'nonsense'],
  ])('%j is wrong usage, told in one sentence', (words, word) => {
    const told = tell('./vigil', words)
    expect(told).toMatchObject({ code: 2, output: '' })
    expect(told.errors).toEqual([expect.stringContaining(word)])
  })

  test('the checks end with a line that counts, and know their steps by name', () => {
    const told = tell(process.execPath, ['tools/verify/run.ts', '--only', 'packages'])
    expect(told.output.trim().split('\n').at(-1)).toMatch(/^\d+ passed, \d+ failed$/)
    const unknown = tell(process.execPath, ['tools/verify/run.ts', '--only', 'nonsense'])
    expect(unknown).toMatchObject({ code: 2, output: '' })
    expect(unknown.errors).toEqual([expect.stringContaining('No step is called "nonsense".')])
  })
})
