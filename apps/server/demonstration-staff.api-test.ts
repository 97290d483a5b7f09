import { systemClock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp } from '@jianbao/testkit'
import { expect, test } from 'vitest'
import { demonstrationPassword } from './demonstration-people.ts'
import { ensureDemonstrationStaff } from './demonstration-staff.ts'

test('the demonstration has people in every city, once, who can sign in', async () => {
  const app = await openTestApp()
  const { db } = app.connection
  const services = { db, clock: systemClock, sealer: app.sealer }
  expect(await ensureDemonstrationStaff(services, demonstrationPassword)).toBe(11)
  expect(await ensureDemonstrationStaff(services, demonstrationPassword)).toBe(0)
  const [office] = (await (await app.as('coordinator')).get('/api/people?q=谷雨')).json().rows
  expect(office).toMatchObject({ phone: '138****0006', posts: [], username: 'guyu' })
  const city = (await (await app.as('unit-lead@city')).get('/api/people?q=立夏')).json().rows
  expect(city).toMatchObject([{ unitName: '云岭市科协', posts: [{ role: 'unit-lead' }] }])
  const visitor = await app.as('anonymous')
  const credentials = { username: 'lixia', password: demonstrationPassword }
  expect((await visitor.post('/api/auth/sign-in/username', credentials)).statusCode).toBe(200)
  const states = await rowsOf(
    db,
    sql`select state, count(*)::int as n from person where search like '%\n%' and title is not null
      group by state order by state`,
  )
  expect(states).toEqual([
    { state: 'active', n: 9 },
    { state: 'left', n: 2 },
  ])
  await app.close()
})
