import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderInUse, lockFolder } from './index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))
const file = () => join(folder, 'process.lock')

test('a folder has one holder at a time', async () => {
  const lock = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse)
  await lock.release()
  await (await lockFolder(folder)).release()
  expect(await readdir(folder)).toEqual([])
})

test('the lock of a dead process is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  await writeFile(file(), JSON.stringify({ pid, started: '1' }))
  const lock = await lockFolder(folder)
  expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({ pid: process.pid })
  await lock.release()
})

test('a living process with the same number that started at another time is another one', async () => {
  await writeFile(file(), JSON.stringify({ pid: process.pid, started: '1' }))
  await (await lockFolder(folder)).release()
})

test.each(['', '{"pid"', 'null'])('a lock file cut off by a power failure (%j) is taken over', async text => {
  await writeFile(file(), text)
  await (await lockFolder(folder)).release()
})
