/** Several administrators at once on a real PostgreSQL server: rights stay whole whoever is quicker. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Answer, openTestServers, type TestServers, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAccount, newPerson, signIn } from './people.fixture.ts'

let servers: TestServers

beforeAll(async () => {
  servers = await openTestServers()
}, 120_000)
afterAll(() => servers?.close())

const grant = async (process: number, id: string, role: string, unitId: string = testUnits.city) =>
  (await servers.apps[process % 2]!.as('security-administrator')).post(`/api/people/${id}/posts`, {
    role,
    unitId,
  })
const codes = (answers: readonly Answer[]) =>
  answers.map(answer => (answer.statusCode < 300 ? 'done' : answer.json().code)).sort()

test('of two roles granted at once that exclude each other one is refused, every time', async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await newPerson(servers.apps[0]!)
    const answers = await Promise.all([grant(0, id, 'auditor'), grant(1, id, 'reporter', testUnits.county)])
    expect(codes(answers)).toEqual(['done', 'roles-exclusive'])
    expect(await rowsOf(servers.db, sql`select 1 from membership where person_id = ${id}`)).toHaveLength(1)
  }
})

test('one role granted ten times at once is held once', async () => {
  const { id } = await newPerson(servers.apps[0]!)
  const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => grant(at, id, 'editor')))
  expect(codes(answers)).toEqual(['done', ...Array(9).fill('post-held')])
})

test('roles granted while somebody leaves do not outlive it', async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await newPerson(servers.apps[0]!)
    const keeper = await servers.apps[1]!.as('system-administrator')
    await Promise.all([
      keeper.post(`/api/people/${id}/leave`),
      ...(['reporter', 'editor', 'unit-lead'] as const).map((role, at) => grant(at, id, role)),
    ])
    const left = await rowsOf(
      servers.db,
      sql`select 1 from person p join membership m on m.person_id = p.id where p.id = ${id} and p.state = 'left'`,
    )
    expect(left).toEqual([])
  }
})

test('one user name asked for twice at once is given to one', async () => {
  const people = await Promise.all([newPerson(servers.apps[0]!), newPerson(servers.apps[1]!)])
  const answers = await Promise.all(
    people.map(async ({ id }, at) =>
      (await servers.apps[at]!.as('system-administrator')).post(`/api/people/${id}/account`, {
        username: 'qingming',
      }),
    ),
  )
  expect(codes(answers)).toEqual(['done', 'username-taken'])
  const free = people[answers.findIndex(answer => answer.statusCode >= 300)]!
  const seen = (await (await servers.apps[0]!.as('auditor')).get(`/api/people/${free.id}`)).json()
  expect(seen).toMatchObject({ username: null })
})

test('two who are the last guardians of the top cannot take it from each other, nor leave at once', async () => {
  const { db } = servers
  const second = await newAccount(servers.apps[0]!, { unitId: testUnits.root })
  await db.execute(sql`update account_user set must_change_password = false where id = ${second.id}`)
  await grant(0, second.id, 'security-administrator', testUnits.root)
  const guardians = await rowsOf<{ id: string; post: string }>(
    db,
    sql`select p.id, m.id as post from person p join membership m on m.person_id = p.id
      where m.role = 'security-administrator' and m.unit_id = ${testUnits.root}`,
  )
  expect(guardians).toHaveLength(2)
  const [mine, theirs] = [
    guardians.find(one => one.id !== second.id)!,
    guardians.find(one => one.id === second.id)!,
  ]
  const { cookie } = await signIn(servers.apps[1]!, second.username, second.password)
  const visitor = await servers.apps[1]!.as('anonymous')
  const url = ({ id, post }: { id: string; post: string }) => `/api/people/${id}/posts/${post}`
  const withdrawn = await Promise.all([
    (await servers.apps[0]!.as('security-administrator')).delete(url(theirs)),
    visitor.request({ method: 'DELETE', url: url(mine), headers: { cookie } }),
  ])
  // Whoever is later is refused: as the last one's, or as somebody without the right by then.
  expect(withdrawn.filter(answer => answer.statusCode === 200)).toHaveLength(1)
  await db.execute(sql`insert into membership (id, person_id, unit_id, scope_path, role, granted_at)
    select gen_random_uuid(), p.id, ${testUnits.root}, '', 'security-administrator', now() from person p
    where p.id in (${mine.id}, ${theirs.id}) on conflict (person_id, unit_id, role) do nothing`)

  const leave = async (process: number, id: string) =>
    (await servers.apps[process]!.as('system-administrator')).post(`/api/people/${id}/leave`)
  const left = await Promise.all([leave(0, mine.id), leave(1, theirs.id)])
  expect(codes(left)).toEqual(['done', 'last-security-administrator'])
})
