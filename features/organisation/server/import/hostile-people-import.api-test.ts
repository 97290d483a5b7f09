/** What a sheet of people must not bring in or leave untold. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPerson } from '../people/people.fixture.ts'
import { importer } from './import.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const { write } = importer(() => app, 'people')

test('names and posts come without characters that cannot be seen or turn the line round', async () => {
  await write([['\u202e庚\u200f\u061c一', '990100', '\u2066主\u00ad任\u2060']])
  const { rows } = (await (await app.as('system-administrator')).get('/api/people?q=庚一')).json()
  expect(rows).toMatchObject([{ name: '庚一', title: '主任' }])
})

test('whoever leaves by a sheet has an entry of their own, which tells the roles that ended', async () => {
  const { id } = await newPerson(app, { name: '辛' })
  const guardian = await app.as('security-administrator')
  await guardian.post(`/api/people/${id}/posts`, { role: 'editor', unitId: testUnits.city })
  await write([['辛', '990100', '', '', '离任', '', id]])
  await write([['辛', '990100', '', '', '在职', '', id]])
  const entries = await rowsOf(
    app.connection.db,
    sql`select e.action, e.words, e.before, e.after, p.username as by from audit_entry e join person p on p.id = e.actor_id
      where e.object = ${id} and e.action in ('person.leave', 'person.return') order by e.id`,
  )
  expect(entries).toEqual([
    {
      action: 'person.leave',
      words: '辛',
      before: { state: 'active', posts: [{ role: 'editor', unit: '云岭市科协' }] },
      after: { state: 'left', posts: [] },
      by: 'system_administrator',
    },
    {
      action: 'person.return',
      words: '辛',
      before: { state: 'left' },
      after: { state: 'active' },
      by: 'system_administrator',
    },
  ])
})
