/** No table is open to requests by forgetting: each has policies, or is closed to them and says here why. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

/** Tables without a policy: requests cannot touch them, the program alone reads them as their owner. */
const closed: Record<string, string> = {
  migration: 'what was applied to the database',
  ledger_due: 'what a work ledger is to look at again, written by triggers',
  proof_due: 'what the program compares with the plan again, written by triggers',
  account_user: 'sign-in alone reads accounts',
  account_session: 'sign-in alone reads sessions',
  account_credential: 'sign-in alone reads secrets',
  account_verification: 'sign-in alone reads secrets',
  account_two_factor: 'sign-in alone reads secrets',
  account_former_password: 'sign-in alone compares with them',
  sign_in_failure: 'sign-in alone counts failures',
  reminder_call: 'reminders by hand that wait for the quiet hours to end; the program alone sends them',
  reminder_round: 'which rounds of reminders were made; the program alone keeps it',
  inspection_draw_seed:
    'seeds of random draws that are secret until they are drawn; the program alone opens them',
  contest_phone_code: 'one-time codes on their way to phones; the program alone writes and compares them',
  contest_grant:
    'proofs of accounts elsewhere on their way to joining; the program alone writes and spends them',
  contest_award_key: 'keys of certificates and lines of results; the program alone uses them',
  contest_draw_seed: 'seeds of lotteries that are secret until they are drawn; the program alone opens them',
  mail: 'the outbox, which the program alone writes and sends',
  audit_head: 'the end of the chain, written by the trail alone',
  audit_pending: 'entries on their way into the chain, written by the trail alone',
  score_due: 'units whose points are out of date, noted by triggers and reckoned by the program',
  score_day: 'up to which day that was seen which days bring, by the program alone',
}

type Table = { name: string; secured: boolean; policies: number; rights: string[] | null }
const tables = () =>
  rowsOf<Table>(
    app.connection.db,
    sql`select c.relname as name, c.relrowsecurity as secured,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
        (select array_agg(distinct a.privilege_type::text) from aclexplode(c.relacl) a
          join pg_roles r on r.oid = a.grantee
          where r.rolname in ('jianbao_desk', 'jianbao_search')) as rights
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      order by 1`,
  )

test('every table has row-level security, and policies unless it is closed on purpose', async () => {
  const all = await tables()
  expect(all.length).toBeGreaterThan(25)
  expect(all.filter(table => !table.secured).map(table => table.name)).toEqual([])
  const bare = all.filter(table => table.policies === 0).map(table => table.name)
  expect(bare.filter(name => !(name in closed))).toEqual([])
  expect(Object.keys(closed).filter(name => !bare.includes(name))).toEqual([])
})

test('what is closed gives no right to requests either', async () => {
  const open = (await tables()).filter(table => table.name in closed && table.rights?.length)
  expect(open).toEqual([])
})

/** What triggers and jobs keep for requests to read. */
const kept = [
  'imported_proof',
  'inbox_tally',
  'report_tally',
  'score_entry',
  'score_total',
  'score_unit',
  'unit_revision',
]

test('what the program keeps is read by requests and written by none; of items no column but the id', async () => {
  const rights = (await tables()).filter(({ name }) => [...kept, 'item'].includes(name))
  expect(rights.map(({ name, rights: its }) => `${name} ${its}`)).toEqual(
    [...kept, 'item'].sort().map(name => `${name} SELECT`),
  )
  const columns = await rowsOf<{ name: string }>(
    app.connection.db,
    sql`select a.attname as name from pg_attribute a where a.attrelid = 'item'::regclass and a.attnum > 0
      and has_column_privilege('jianbao_desk', 'item', a.attname, 'update')`,
  )
  expect(columns).toEqual([{ name: 'id' }])
})

test('the role that looks up words reads the index and the names in it, and writes nothing', async () => {
  const rights = await rowsOf<{ right: string }>(
    app.connection.db,
    sql`select distinct table_name || ' ' || privilege_type as right from information_schema.column_privileges
      where grantee = 'jianbao_search' order by 1`,
  )
  expect(rights.map(row => row.right)).toEqual(['article_search SELECT', 'event_unit SELECT'])
})

test('the queue lies in a schema of its own, which requests cannot enter', async () => {
  const [may] = await rowsOf<{ enter: boolean }>(
    app.connection.db,
    sql`select has_schema_privilege('jianbao_desk', 'pgboss', 'usage') as enter`,
  )
  expect(may).toEqual({ enter: false })
})

test('neither role owns anything, passes policies or may sign in', async () => {
  const roles = await rowsOf(
    app.connection.db,
    sql`select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole,
        (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname like 'jianbao_%' order by 1`,
  )
  const nothing = { rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false, owned: 0 }
  expect(roles).toEqual([
    { rolname: 'jianbao_desk', ...nothing },
    { rolname: 'jianbao_search', ...nothing },
  ])
})
