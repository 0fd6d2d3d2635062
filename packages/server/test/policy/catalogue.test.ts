import { describe, expect, test } from 'vitest'
import { asOwner } from '../support/accounts.ts'
import { freshDatabase } from '../support/database.ts'

const { owner } = await freshDatabase()

/** Tables whose rows not everybody may see. */
const PROTECTED = [
  'identity_change',
  'incident',
  'incident_action',
  'incident_change',
  'incident_person',
  'incident_text',
  'incident_words',
]
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
      'incident all {vigil_handover}',
      'incident select {vigil_app}',
      'incident_action all {vigil_app}',
      'incident_change all {vigil_app}',
      'incident_change insert {vigil_handover}',
      'incident_person all {vigil_app}',
      'incident_text all {vigil_app}',
      'incident_words all {vigil_app}',
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

  test('has two functions that act with the rights of a role of their own, and nobody else’s', async () => {
    const definers = await listed(
      `select proname || ' ' || rolname || ' ' || array_to_string(proconfig, ' ') || ' ' ||
         has_function_privilege('public', pg_proc.oid, 'execute')
       from pg_proc join pg_namespace as n on n.oid = pronamespace join pg_roles on pg_roles.oid = proowner
       where nspname = 'public' and prosecdef order by 1`,
    )
    const pinned = 'search_path=pg_catalog, public, pg_temp'
    expect(definers).toEqual([
      `vigil_hand_over vigil_handover ${pinned} false`,
      `vigil_held_by vigil_handover ${pinned} false`,
    ])
  })

  test('lets the role that hands over reach what that takes, and nobody become it', async () => {
    const rights = await listed(
      `select table_name || ' ' || lower(privilege_type) || ' ' || coalesce(column_name, '*')
       from (
         select table_name::text, privilege_type::text, null as column_name
         from information_schema.role_table_grants where grantee = 'vigil_handover'
         union
         select table_name, privilege_type, column_name from information_schema.role_column_grants
         where grantee = 'vigil_handover' and privilege_type = 'UPDATE'
       ) as granted order by 1`,
    )
    expect(rights).toEqual([
      'glass_request select *',
      'glass_request update owner',
      'handover select *',
      'incident select *',
      'incident update assignee',
      'incident update owner',
      'incident_change insert *',
      'incident_change select *',
      'leaving select *',
    ])
    const { rows } = await asOwner(
      owner,
      `select rolsuper, rolbypassrls, rolcanlogin, has_schema_privilege(oid, 'public', 'create') as makes,
         pg_has_role('vigil_app', oid, 'member') as becomes
       from pg_roles where rolname = 'vigil_handover'`,
    )
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcanlogin: false, makes: false, becomes: false },
    ])
  })

  test('gives the application nothing of its own, and no right above row-level security', async () => {
    const owned = await listed(
      `select relname from pg_class join pg_roles as r on r.oid = relowner where rolname in ('vigil_app', 'vigil_identity', 'vigil_handover')`,
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
         and table_name in ('audit_entry', 'incident_action', 'incident_change', 'incident_text', 'disclosure', 'identity_change',
           'erasure_approval')`,
    )
    expect(rights).toEqual([])
  })
})
