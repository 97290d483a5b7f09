/** A database of version 0.2 that goes on in this one has the schema of a fresh one, and has lost nothing. */
import { findPosts } from '@jianbao/organisation/server'
import { type Connection, migrate, openEmbedded, rowsOf, sql } from '@jianbao/platform/db'
import { expect, test } from 'vitest'
import { allMigrations } from './open-installation.ts'

/** What version 0.2 had applied, in its order. */
const before = [
  'audit/0001-audit-entry',
  'access/0001-account',
  ...[
    '0001-document',
    '0002-document-special',
    '0003-review',
    '0004-batch',
    '0005-document-lists',
    '0006-review-entry',
    '0007-batch-refused',
  ].map(name => `archive/${name}`),
  ...['0001-issue', '0002-issue-print-run', '0003-issue-layout'].map(name => `bulletin/${name}`),
  ...['0001-facts', '0002-search', '0003-names'].map(name => `find/${name}`),
]

/** Everything a schema is made of, as the database itself tells it; columns by name, for their order may differ. */
async function describe({ db }: Connection): Promise<string[]> {
  const rows = await rowsOf<{ line: string }>(
    db,
    sql`select concat_ws(' ', 'column', table_name, column_name, data_type, collation_name, is_nullable,
          column_default, is_identity) as line from information_schema.columns where table_schema = 'public'
      union all select concat('index ', indexdef) from pg_indexes where schemaname = 'public'
      union all select concat_ws(' ', 'constraint', conrelid::regclass, pg_get_constraintdef(oid))
        from pg_constraint where connamespace = 'public'::regnamespace
      union all select concat_ws(' ', 'policy', tablename, policyname, cmd, qual, with_check, roles)
        from pg_policies where schemaname = 'public'
      union all select concat_ws(' ', 'trigger', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
      union all select concat_ws(' ', 'table', relname, relrowsecurity, relacl) from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
      union all select concat_ws(' ', 'function', pg_get_functiondef(oid), proacl) from pg_proc
        where pronamespace = 'public'::regnamespace
      order by 1`,
  )
  return rows.map(row => row.line)
}

test('a database of version 0.2 becomes what a fresh one is', async () => {
  const migrations = await allMigrations()
  const [fresh, old] = [await openEmbedded({}), await openEmbedded({})]
  await migrate(fresh, migrations)
  const known = new Map(migrations.map(migration => [migration.id, migration]))
  await migrate(
    old,
    before.map(id => known.get(id)!),
  )
  await old.db.execute(sql`insert into account_user (id, name, username, email, role) values
    ('keeper', '李老师', 'admin', 'a@accounts.invalid', 'administrator'),
    ('reader', '王老师', 'reader', 'b@accounts.invalid', null)`)
  const document = '00000000-0000-4000-8000-0000000000d0'
  await old.db.execute(sql`insert into document (id, sha256, file_name, size_bytes, state, created_at, updated_at)
    values (${document}, 'x', '旧.txt', 1, 'accepted', now(), now())`)
  await old.db.execute(sql`insert into audit_entry (at, actor_kind, actor_id, action, object, outcome)
    values (now(), 'person', 'keeper', 'document.accept', ${document}, 'done')`)

  await migrate(old, migrations)
  expect(await describe(old)).toEqual(await describe(fresh))
  expect(await findPosts(old.db, 'keeper')).toMatchObject([{ role: 'editor', path: '1/' }])
  expect(await findPosts(old.db, 'reader')).toEqual([])
  expect(await rowsOf(old.db, sql`select file_name, unit_id, scope_path from document`)).toEqual([
    { file_name: '旧.txt', unit_id: '00000000-0000-4000-8000-000000000001', scope_path: '1/' },
  ])
  expect(await rowsOf(old.db, sql`select action, outcome from audit_entry`)).toEqual([
    { action: 'document.accept', outcome: 'done' },
  ])
  await Promise.all([fresh.close(), old.close()])
}, 60_000)
