import { enrolPerson } from '@jianbao/organisation/server'
import { systemClock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp } from '@jianbao/testkit'
import { expect, test } from 'vitest'

test('a person is enrolled with account, password and posts or not at all', async () => {
  const app = await openTestApp()
  const { db } = app.connection
  const services = { db, clock: systemClock, signIn: app.signIn }
  const posts = [{ role: 'editor' as const }]
  const person = { username: 'Clerk', name: '文员', password: 'green-field-2021', posts }
  const made = () =>
    rowsOf(
      db,
      sql`select u.username, u.display_username, m.role from person p left join account_user u on u.id = p.id
        left join membership m on m.person_id = p.id where p.name = '文员'`,
    )

  await db.execute(sql`alter table account_credential rename to away`)
  await expect(enrolPerson(services, person)).rejects.toThrow()
  expect(await made()).toEqual([])

  await db.execute(sql`alter table away rename to account_credential`)
  await enrolPerson(services, person)
  expect(await made()).toEqual([{ username: 'clerk', display_username: 'Clerk', role: 'editor' }])
  const { username, password } = person
  const visitor = await app.as('anonymous')
  expect((await visitor.post('/api/auth/sign-in/username', { username, password })).statusCode).toBe(200)
  await app.close()
})

test('wrong passwords that come at once are counted one by one', async () => {
  const app = await openTestApp()
  const visitor = await app.as('anonymous')
  const wrong = { username: 'signed_in', password: 'wrong' }
  const tries = Array.from({ length: 20 }, () => visitor.post('/api/auth/sign-in/username', wrong))
  const statuses = (await Promise.all(tries)).map(answer => answer.statusCode)
  expect(statuses.filter(status => status === 401)).toHaveLength(5)
  expect(statuses.filter(status => status === 429)).toHaveLength(15)
  await app.close()
})
