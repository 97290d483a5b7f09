import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSealer, SealBroken } from './index.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
const fresh = () => join(folder, randomUUID())

test('what was sealed is read again after a restart, and never looks the same twice', async () => {
  const home = fresh()
  const sealer = await openSealer(home)
  const [one, other] = [sealer.seal('13800001234', 'p1'), sealer.seal('13800001234', 'p1')]
  expect(one).not.toBe(other)
  expect(one).not.toContain('1380000')
  const again = await openSealer(home)
  expect([again.unseal(one, 'p1'), again.unseal(other, 'p1')]).toEqual(['13800001234', '13800001234'])
})

test('the key is for its owner alone', async () => {
  const home = fresh()
  await openSealer(home)
  expect((await stat(join(home, 'personal-data.key'))).mode & 0o777).toBe(0o600)
})

test('a value that was moved to another person, changed, cut or sealed elsewhere is not read', async () => {
  const sealer = await openSealer(fresh())
  const sealed = sealer.seal('13800001234', 'p1')
  const elsewhere = (await openSealer(fresh())).seal('13800001234', 'p1')
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = changed[at]! ^ 1
    expect(() => sealer.unseal(`v1.${changed.toString('base64url')}`, 'p1')).toThrow(SealBroken)
  }
  for (let length = 0; length < bytes.length; length++)
    expect(() => sealer.unseal(`v1.${bytes.subarray(0, length).toString('base64url')}`, 'p1')).toThrow(
      SealBroken,
    )
  for (const [text, owner] of [
    [sealed, 'p2'],
    [elsewhere, 'p1'],
    ['13800001234', 'p1'],
    ['', 'p1'],
  ] as const)
    expect(() => sealer.unseal(text, owner)).toThrow(SealBroken)
})

test('two that start at once share one key', async () => {
  const home = fresh()
  const sealers = await Promise.all(Array.from({ length: 8 }, () => openSealer(home)))
  const sealed = sealers[0]!.seal('here', 'p1')
  expect(sealers.map(sealer => sealer.unseal(sealed, 'p1'))).toEqual(sealers.map(() => 'here'))
})

test('a damaged key file is not replaced by a new key', async () => {
  const home = fresh()
  await openSealer(home)
  await writeFile(join(home, 'personal-data.key'), 'abc')
  await expect(openSealer(home)).rejects.toThrow('holds no key')
  expect(await readFile(join(home, 'personal-data.key'), 'utf8')).toBe('abc')
})
