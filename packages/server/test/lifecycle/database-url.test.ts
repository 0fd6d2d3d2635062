import { Client, type ClientConfig } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asOwner } from '../support/accounts.ts'
import { FIRST } from '../support/client.ts'
import { hasDebian15, startCluster, type TestCluster } from '../support/clusters.ts'
import { isHealthy, runVigil, startVigil, temporaryDirectory } from '../support/vigil.ts'

function urlOf(login: ClientConfig, database: string): string {
  const host = encodeURIComponent(String(login.host))
  return `postgres://${login.user}:${String(login.password)}@${host}/${database}`
}

describe.runIf(hasDebian15())('a PostgreSQL 15 named by DATABASE_URL', () => {
  let cluster: TestCluster
  beforeAll(async () => {
    cluster = await startCluster('debian15')
  })
  afterAll(() => cluster.remove())

  async function administer(...statements: readonly string[]): Promise<void> {
    const client = new Client(cluster.postgres.superuser)
    await client.connect()
    for (const statement of statements) await client.query(statement)
    await client.end()
  }

  test('serves, leaves the data directory without a database, and acts without rights of its own', async () => {
    await administer('create database one owner vigil')
    const data = temporaryDirectory()
    const env = { DATABASE_URL: urlOf(cluster.postgres.owner, 'one') }
    const vigil = await startVigil(['--data', data], { env })
    expect(await isHealthy(vigil.address)).toBe(true)
    expect(await vigil.end('SIGTERM')).toBe(0)
    expect(runVigil(['migrate', '--data', data], { env })).toMatchObject({
      code: 0,
      output: 'The database is up to date.\n',
    })
  })

  test('keeps passphrases as hashes that cost 64 MiB and three passes to try', async () => {
    await administer('create database four owner vigil')
    const owner = { ...cluster.postgres.owner, database: 'four' }
    const env = { DATABASE_URL: urlOf(owner, 'four') }
    const vigil = await startVigil(['--data', temporaryDirectory()], { env })
    const answer = await fetch(`${vigil.address}/api/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify(FIRST),
    })
    expect(answer.status).toBe(201)
    const { rows } = await asOwner(owner, 'select passphrase from account')
    expect(rows).toEqual([
      { passphrase: expect.stringMatching(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/) },
    ])
  })

  test('works with one user that may make roles and owns the database', async () => {
    await administer(
      "create role only_user login createrole password 'secret'",
      'create database two owner only_user',
    )
    const login = { ...cluster.postgres.owner, user: 'only_user', password: 'secret' }
    const env = { DATABASE_URL: urlOf(login, 'two') }
    const vigil = await startVigil(['--data', temporaryDirectory()], { env })
    expect(await isHealthy(vigil.address)).toBe(true)
  })

  test('says what an administrator has to do where the user may not have the role', async () => {
    await administer(
      "create role humble login password 'secret'",
      'create database three owner humble',
    )
    const login = { ...cluster.postgres.owner, user: 'humble', password: 'secret' }
    const env = { DATABASE_URL: urlOf(login, 'three') }
    const refused = runVigil(['migrate', '--data', temporaryDirectory()], { env })
    expect(refused.code).toBe(1)
    expect(refused.errors).toContain('GRANT vigil_app TO "humble";')
    expect(refused.errors.trim().split('\n')).toHaveLength(1)
  })

  test('a wrong password is one sentence that does not repeat it', () => {
    const login = { ...cluster.postgres.owner, password: 'not-the-password' }
    const env = { DATABASE_URL: urlOf(login, 'one') }
    const refused = runVigil(['migrate', '--data', temporaryDirectory()], { env })
    expect(refused.code).toBe(1)
    expect(refused.errors.trim().split('\n')).toHaveLength(1)
    expect(refused.errors).not.toContain('not-the-password')
    expect(refused.errors).toContain('check the user and the password in DATABASE_URL')
  })

  test('an address without a password, a database that is not there, and encryption that is not to be had are one sentence each', () => {
    const url = urlOf(cluster.postgres.owner, 'one')
    for (const [address, sentence] of [
      [url.replace(/:[^:@]+@/, '@'), 'check the user and the password in DATABASE_URL'],
      [url.replace(/one$/, 'none'), 'has no database none; make it, or correct its name'],
      [`${url}?sslmode=require`, 'does not support SSL'],
    ] as const) {
      const env = { DATABASE_URL: address, PGPASSWORD: '' }
      const refused = runVigil(['migrate', '--data', temporaryDirectory()], { env })
      expect(refused.code).toBe(1)
      expect(refused.errors).toContain(sentence)
      expect(refused.errors.trim().split('\n')).toHaveLength(1)
    }
  })
})

test('an address that is none, and a server that is not there, are one sentence each', () => {
  for (const url of ['mysql://x', 'postgres://vigil@127.0.0.1:1/vigil']) {
    const refused = runVigil(['migrate', '--data', temporaryDirectory()], {
      env: { DATABASE_URL: url },
    })
    expect(refused.code).toBe(1)
    expect(refused.errors.trim().split('\n')).toHaveLength(1)
  }
})
