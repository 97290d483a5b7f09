import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFileCache, openFileStore } from './index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))
const incoming = () => readdir(join(folder, 'incoming'))

test('what is kept is found by its content, readable by its owner alone', async () => {
  const store = await openFileStore(folder)
  const file = await store.receive(Readable.from([Buffer.from('简'), Buffer.from('报')]), { limitBytes: 100 })
  const sha256 = createHash('sha256').update('简报').digest('hex')
  expect(file).toMatchObject({ sha256, sizeBytes: 6, cut: false })
  expect(Buffer.from(await file.read()).toString()).toBe('简报')
  await file.keep()
  await file.discard()
  expect(Buffer.from(await store.read(sha256)).toString()).toBe('简报')
  expect((await stat(join(folder, sha256.slice(0, 2), sha256))).mode & 0o077).toBe(0)
  expect(await incoming()).toEqual([])
  await store.remove(sha256)
  await expect(store.read(sha256)).rejects.toThrow()
})

test('a stream past the limit is cut off there; one that breaks leaves nothing', async () => {
  const store = await openFileStore(folder)
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(1000)
    })(),
  )
  const cut = await store.receive(endless, { limitBytes: 10_500 })
  expect(cut).toMatchObject({ cut: true, sizeBytes: 10_000 })
  await cut.discard()
  const broken = Readable.from(
    (function* () {
      yield Buffer.alloc(10)
      throw new Error('the line went dead')
    })(),
  )
  await expect(store.receive(broken, { limitBytes: 100 })).rejects.toThrow('the line went dead')
  expect(await incoming()).toEqual([])
})

test('what an earlier process left half received is swept away; what another receives now is not', async () => {
  await openFileStore(folder)
  const [left, coming] = ['left', 'coming'].map(name => join(folder, 'incoming', name))
  await writeFile(left!, 'half')
  await writeFile(coming!, 'half')
  const twoHoursAgo = new Date(Date.now() - 7_200_000)
  await utimes(left!, twoHoursAgo, twoHoursAgo)
  await openFileStore(folder)
  expect(await incoming()).toEqual(['coming'])
})

test.each(['', '../secret', 'A'.repeat(64), `${'a'.repeat(63)}/`])('%j is no name of a file', async name => {
  const store = await openFileStore(folder)
  expect(() => store.stream(name)).toThrow('not a SHA-256')
})

test('the cache makes a thing once, keeps it, and lets the oldest go', async () => {
  const cache = await openFileCache(folder, 2)
  let made = 0
  const get = async (key: string) =>
    Buffer.from(await cache.get(key, async () => Buffer.from(`${key}${++made}`))).toString()
  expect(await Promise.all([get('甲'), get('甲')])).toEqual(['甲1', '甲1'])
  expect(await get('甲')).toBe('甲1')
  await get('乙')
  await get('丙')
  expect(await readdir(folder)).toHaveLength(2)
  await expect(cache.get('丁', async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await get('丁')).toMatch(/^丁/)
})

test('a file of the cache that a power failure emptied is made again', async () => {
  const cache = await openFileCache(folder)
  await cache.get('甲', async () => Buffer.from('old'))
  const [name] = await readdir(folder)
  await writeFile(join(folder, name!), '')
  expect(Buffer.from(await cache.get('甲', async () => Buffer.from('new'))).toString()).toBe('new')
})
