import { describe, expect, test } from 'vitest'
import { asOwner } from '../support/accounts.ts'
import { freshDatabase } from '../support/database.ts'

const { owner } = await freshDatabase()

/** Tables whose rows not everybody may see. */
const PROTECTED = ['incident', 'incident_change']

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
    expect(bound).toEqual(PROTECTED)
  })

  test('has a policy on each of them for the application alone', async () => {
    const bound = await listed(
      `select tablename || ' ' || lower(cmd) || ' ' || roles::text from pg_policies order by 1`,
    )
    expect(bound).toEqual([
      'incident all {vigil_app}',
      'incident select {vigil_app}',
      'incident_change all {vigil_app}',
    ])
    expect(new Set(bound.map((policy) => policy.split(' ')[0]))).toEqual(new Set(PROTECTED))
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
      `select relname from pg_class join pg_roles as r on r.oid = relowner where rolname = 'vigil_app'`,
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
         and table_name in ('audit_entry', 'incident_change', 'disclosure')`,
    )
    expect(rights).toEqual([])
  })
})
