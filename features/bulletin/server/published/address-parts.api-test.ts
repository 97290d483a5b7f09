import { noScope, readInScope } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { acceptUpload, bulletinText, openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countAddressParts, listAddresses } from './index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  const editor = await app.as('editor')
  for (const number of [1, 2, 3]) {
    const { issueIds } = await acceptUpload(app, bulletinText({ number }))
    if (number < 3) await editor.post(`/api/issues/${issueIds[0]}/publish`)
  }
})
afterAll(() => app.close())

test('every published issue stands in one part with its articles; others in none', async () => {
  const published = await rowsOf<{ id: string }>(
    app.connection.db,
    sql`select id from issue where published_at is not null`,
  )
  expect(published).toHaveLength(2)
  // An issue of one article is two addresses.
  for (const [inPart, parts] of [
    [2, 2],
    [3, 2],
    [4, 1],
    [100, 1],
  ] as const)
    await readInScope(app.connection.db, { scope: noScope, personId: null }, async tx => {
      expect(await countAddressParts(tx, inPart)).toBe(parts)
      const found = []
      for (let part = 1; part <= parts; part++) found.push(...(await listAddresses(tx, part, inPart)))
      expect(new Set(found.map(({ id }) => id))).toEqual(new Set(published.map(({ id }) => id)))
      expect(found).toHaveLength(2)
      for (const { articleIds } of found) expect(articleIds).toHaveLength(1)
      expect(await listAddresses(tx, parts + 1, inPart)).toEqual([])
    })
})
