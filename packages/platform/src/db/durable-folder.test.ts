import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { DurableFolder, durableStart } from './durable-folder.ts'

test('every commit is forced to disk before it is answered', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-durable-'))
  const fs = new DurableFolder(join(folder, 'pglite'))
  const client = await PGlite.create({ fs, startParams: durableStart })
  await client.exec('create table one (id int)')
  for (let id = 0; id < 5; id++) {
    const before = fs.syncs
    await client.query('insert into one values ($1)', [id])
    expect(fs.syncs).toBeGreaterThan(before)
  }
  const before = fs.syncs
  await client.query('select * from one')
  expect(fs.syncs).toBe(before)
  await client.close()
  await rm(folder, { recursive: true, force: true })
}, 60_000)
