import { createHmac } from 'node:crypto'
import { POLICY_VERSION } from '@vigil/core/policy'
import { beforeEach, describe, expect, test } from 'vitest'
import { record } from '../../src/audit/record.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import type { App } from '../../src/http/services.ts'
import { uuidV7 } from '../../src/uuid.ts'
import { asOwner, forgetAccounts } from '../support/accounts.ts'
import { Browser, FIRST, PASSPHRASE, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'

const { db, owner } = await freshDatabase()
let app: App

beforeEach(async () => {
  await forgetAccounts(owner)
  ;({ app } = startApp(db))
})

function readEntries() {
  return db.selectFrom('audit_entry').selectAll().orderBy('seq').execute()
}

async function newEntries(act: () => Promise<unknown>) {
  const before = (await readEntries()).length
  await act()
  return (await readEntries()).slice(before)
}

describe('the log', () => {
  const statements = [
    `update audit_entry set reason = 'changed'`,
    'delete from audit_entry',
    'truncate audit_entry',
  ]

  test.each(statements)('refuses the application: %s', async (statement) => {
    await signUp(app)
    const denied = asOwner(owner, `set role vigil_app; ${statement}`)
    await expect(denied).rejects.toThrow('permission denied for table audit_entry')
  })

  test.each(statements)('refuses even the owner of the tables: %s', async (statement) => {
    await signUp(app)
    await expect(asOwner(owner, statement)).rejects.toThrow('the audit log is insert-only')
  })

  test('gives the application nothing but reading and adding', async () => {
    const { rows } = await asOwner(
      owner,
      `select privilege_type from information_schema.role_table_grants
       where grantee = 'vigil_app' and table_name = 'audit_entry' order by 1`,
    )
    expect(rows.map(({ privilege_type: type }) => type)).toEqual(['INSERT', 'SELECT'])
  })

  test('is not owned by the role that requests act as', async () => {
    const { rows } = await asOwner(
      owner,
      `select tablename from pg_tables where schemaname = 'public' and tableowner = 'vigil_app'`,
    )
    expect(rows).toEqual([])
  })
})

describe('an entry', () => {
  test('tells who did what to what, when, and by which rules', async () => {
    const [entry, ...more] = await newEntries(() => signUp(app))
    const account = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    const session = await db.selectFrom('session').select('id').executeTakeFirstOrThrow()
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      actor: account.id,
      session: session.id,
      action: 'account.create',
      object_type: 'account',
      object_id: account.id,
      purpose: null,
      class: null,
      policy_version: POLICY_VERSION,
      decision: 'allowed',
      reason: null,
      at: new Date('2026-03-02T08:00:00Z'),
    })
  })

  test('carries the number of the request it answers', async () => {
    const browser = await signUp(app)
    let requestId: string | null = null
    const [entry] = await newEntries(async () => {
      requestId = (await browser.send('DELETE', '/api/session')).headers.get('x-request-id')
    })
    expect(entry).toMatchObject({ action: 'session.close', request_id: requestId })
  })

  test('holds no content: only who has the salt can tell what was changed', async () => {
    const object = { type: 'account', id: uuidV7(new Date()) } as const
    const change = { name: 'Amina Example', roles: ['secretariat'] }
    const at = new Date()
    const circumstances = { at, actor: null, requestId: null, action: 'account.create' } as const
    const entries = await newEntries(() =>
      inTransaction(db, async (tx) => {
        await record(tx, { ...circumstances, object, change })
        await record(tx, {
          ...circumstances,
          object,
          change: { roles: change.roles, name: change.name },
        })
      }),
    )
    const { salt } = await db
      .selectFrom('record_salt')
      .select('salt')
      .where('object_id', '=', object.id)
      .executeTakeFirstOrThrow()
    const expected = createHmac('sha256', salt)
      .update('{"name":"Amina Example","roles":["secretariat"]}')
      .digest()
    expect(entries.map(({ commitment }) => commitment?.equals(expected))).toEqual([true, true])
    expect(JSON.stringify(entries)).not.toContain('Amina')
  })

  test('of a refused sign-in names the account where there is one, and never what was typed', async () => {
    await signUp(app)
    const account = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    const entries = await newEntries(async () => {
      for (const signInName of ['amina', 'a-passphrase-in-the-wrong-field']) {
        const body = { signInName, passphrase: 'not this one' }
        await new Browser(app).json('POST', '/api/session', body)
      }
    })
    const refused = {
      actor: null,
      session: null,
      action: 'session.open',
      decision: 'refused',
      reason: 'session.wrong',
      commitment: null,
    }
    expect(entries).toMatchObject([
      { ...refused, object_type: 'account', object_id: account.id },
      { ...refused, object_type: null, object_id: null },
    ])
    const everything = await asOwner(
      owner,
      `select string_agg(row::text, ' ') as rows from (
         select audit_entry::text as row from audit_entry
         union all select sign_in_attempts::text from sign_in_attempts) as all_rows`,
    )
    expect(everything.rows[0]?.rows).not.toContain('wrong-field')
  })

  test('is written where somebody signed in may not do what they ask', async () => {
    const browser = await signUp(app)
    await asOwner(owner, `delete from account_grant where role <> 'administrator'`)
    const id = uuidV7(new Date())
    const entries = await newEntries(async () => {
      expect((await browser.get(`/api/documents/${id}`)).status).toBe(403)
      expect((await browser.send('DELETE', `/api/documents/${id}`)).status).toBe(403)
    })
    expect(entries).toMatchObject([
      { action: 'document.read', decision: 'refused', reason: 'access.denied', object_id: id },
      { action: 'document.remove', decision: 'refused', reason: 'access.denied', object_id: id },
    ])
  })

  test('is not written for strangers, who could otherwise fill the database', async () => {
    await signUp(app)
    const entries = await newEntries(async () => {
      expect((await new Browser(app).get('/api/documents')).status).toBe(401)
      expect((await new Browser(app).json('POST', '/api/setup', FIRST)).status).toBe(409)
    })
    expect(entries).toEqual([])
  })
})

test('where the entry cannot be written, nothing is written', async () => {
  await asOwner(
    owner,
    `create function fail() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
     create trigger audit_fails before insert on audit_entry execute function fail()`,
  )
  try {
    const answer = await new Browser(app).json('POST', '/api/setup', FIRST)
    expect(answer.status).toBe(500)
    expect(answer.headers.getSetCookie()).toEqual([])
    for (const table of ['account', 'first_account', 'session'] as const) {
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
    }
  } finally {
    await asOwner(owner, 'drop trigger audit_fails on audit_entry')
  }
  const later = await new Browser(app).json('POST', '/api/setup', FIRST)
  expect(later.status).toBe(201)
})

test('no name and no passphrase ever stands in the log', async () => {
  await signUp(app)
  const entries = JSON.stringify(await readEntries())
  expect(entries).not.toContain(PASSPHRASE)
  expect(entries).not.toContain('amina')
})
