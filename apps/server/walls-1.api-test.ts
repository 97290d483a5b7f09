import { openTestApp } from '@jianbao/testkit'
import { expect, test } from 'vitest'
import { findHoles } from './walls.fixture.ts'

test('a record of a unit is there for those above it, and for nobody beside or below (1 of 3)', async () => {
  const app = await openTestApp()
  expect(await findHoles(app, 0, 3)).toEqual([])
  await app.close()
}, 600_000)
