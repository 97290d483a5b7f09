import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp } from '@jianbao/testkit'
import { expect, test } from 'vitest'
import { ensureDemonstrationCases } from './demonstration-cases.ts'
import { loadDemonstration } from './load-demonstration.ts'

test('the demonstration has cases of its articles in every state, once', async () => {
  const app = await openTestApp()
  await loadDemonstration(app.archive, () => undefined)
  expect(await ensureDemonstrationCases(app.archive), 'every headline stands in the archive').toBe(5)
  expect(await ensureDemonstrationCases(app.archive)).toBe(0)
  const states = await rowsOf<{ state: string }>(
    app.connection.db,
    sql`select distinct state from casebook_case order by 1`,
  )
  expect(states.map(({ state }) => state)).toEqual(['approved', 'draft', 'public'])
  const page = await (await app.as('anonymous')).request({
    method: 'GET',
    url: '/cases',
    headers: { accept: 'text/html' },
  })
  expect(page.body).toContain('一部热线把农技专家接到地头')
  expect(page.body).not.toContain('田头微党课')
  await app.close()
}, 120_000)
