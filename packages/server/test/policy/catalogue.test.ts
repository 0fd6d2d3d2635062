import { describe, expect, test } from 'vitest'
import { asOwner } from '../support/accounts.ts'
import { freshDatabase } from '../support/database.ts'

const { owner } = await freshDatabase()

/** Tables whose rows not everybody may see. */
const PROTECTED = ['identity_change', 'incident', 'incident_change', 'incident_person']
/** Tables that the role of identities alone reaches, and it one person at a time. */
const IDENTITY = ['person', 'sealed_field']

/** The first column of what a query finds. */
async function listed(query: string): Promise<string[]> {
  const { rows } = await asOwner(owner, query)
  return rows.map((row: object) => String(Object.values(row)[0]))
}

describe('the catalogue of the database', () => {
  test('has row-level security on every protected table, and binds its owner', async () => {
    const bound = await listed(
      `select relname from pg_class
       where relkind in ('r', 'p') and relrowsecurity and relforcerowsecurity order by relname`,
    )
    expect(bound).toEqual([...PROTECTED, ...IDENTITY])
  })

  test('has a policy on each of them for the one role that may', async () => {
    const bound = await listed(
      `select tablename || ' ' || lower(cmd) || ' ' || roles::text from pg_policies order by 1`,
    )
    expect(bound).toEqual([
      'identity_change all {vigil_app}',
      'incident all {vigil_app}',
      'incident select {vigil_app}',
      'incident_change all {vigil_app}',
      'incident_person all {vigil_app}',
      'person all {vigil_identity}',
      'sealed_field all {vigil_identity}',
    ])
    expect(new Set(bound.map((policy) => policy.split(' ')[0]))).toEqual(
      new Set([...PROTECTED, ...IDENTITY]),
    )
  })

  test('lets the application reach nothing of the identities, and their role nothing else', async () => {
    const reached = await listed(
      `select n.nspname || ' ' || r.rolname
       from pg_namespace as n, pg_roles as r
       where n.nspname = 'identity' and r.rolname in ('vigil_app', 'vigil_identity')
         and has_schema_privilege(r.oid, n.oid, 'usage')`,
    )
    expect(reached).toEqual(['identity vigil_identity'])
    const tables = await listed(
      `select distinct table_schema || '.' || table_name from information_schema.role_table_grants
       where grantee = 'vigil_identity' order by 1`,
    )
    expect(tables).toEqual(['identity.person', 'identity.sealed_field'])
  })

  test('has no view that reads with more rights than who asks', async () => {
    const views = await listed(
      `select relname from pg_class join pg_namespace as n on n.oid = relnamespace
       where relkind in ('v', 'm') and nspname = 'public'
         and coalesce(reloptions::text, '') not like '%security_invoker=true%'`,
    )
    expect(views).toEqual([])
  })

  test('has no function that acts with the rights of its owner', async () => {
    const definers = await listed(
      `select proname from pg_proc join pg_namespace as n on n.oid = pronamespace
       where nspname = 'public' and prosecdef`,
    )
    expect(definers).toEqual([])
  })

  test('gives the application nothing of its own, and no right above row-level security', async () => {
    const owned = await listed(
      `select relname from pg_class join pg_roles as r on r.oid = relowner where rolname in ('vigil_app', 'vigil_identity')`,
    )
    expect(owned).toEqual([])
    const { rows } = await asOwner(
      owner,
      `select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = 'vigil_app'`,
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false }])
  })

  test('lets the application change or remove no entry of log, history or disclosures', async () => {
    const rights = await listed(
      `select table_name || ' ' || privilege_type from information_schema.role_table_grants
       where grantee = 'vigil_app' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
         and table_name in ('audit_entry', 'incident_change', 'disclosure', 'identity_change',
           'erasure_approval')`,
    )
    expect(rights).toEqual([])
  })
})
