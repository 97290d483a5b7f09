import { execFile, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
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

test('of processes that find the lock of a dead one at the same time, one takes it over', async () => {
  const rounds = 40
  for (let round = 0; round < rounds; round++) {
    await mkdir(join(folder, String(round)))
    await writeFile(
      join(folder, String(round), 'process.lock'),
      JSON.stringify({ pid: process.pid, started: '1' }),
    )
  }
  const startMs = Date.now() + 1500
  const source = `import { lockFolder } from ${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)}
    for (let round = 0; round < ${rounds}; round++) {
      while (Date.now() < ${startMs} + round * 40);
      await lockFolder(${JSON.stringify(folder)} + '/' + round).then(() => console.log(round), error => {
        if (error.name !== 'FolderInUse') throw error
      })
    }
    await new Promise(resolve => setTimeout(resolve, 1000))`
  const run = promisify(execFile)
  const args = ['--input-type=module-typescript', '-e', source]
  const outputs = await Promise.all([1, 2, 3].map(() => run(process.execPath, args)))
  const held = outputs.flatMap(({ stdout }) => stdout.split('\n').filter(Boolean).map(Number))
  expect(held.sort((a, b) => a - b)).toEqual(Array.from({ length: rounds }, (_, round) => round))
})

test('a process that died while it took over is taken over itself', async () => {
  for (const name of ['process.lock', 'process.lock.takeover'])
    await writeFile(join(folder, name), JSON.stringify({ pid: process.pid, started: '1' }))
  await (await lockFolder(folder)).release()
  expect(await readdir(folder)).toEqual([])
})

test('a release leaves the lock of another alone', async () => {
  const lock = await lockFolder(folder)
  await writeFile(file(), JSON.stringify({ pid: 1, started: '1' }))
  await lock.release()
  expect(await readdir(folder)).toEqual(['process.lock'])
})
