import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFileCache } from '@jianbao/platform/files'
import type { Certificate } from '@jianbao/typesetting/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCertificatePress } from './certificate-press.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-press-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const certificate = (name: string): Certificate => ({
  ...{
    schema: 'jianbao-certificate/1',
    heading: '证书',
    name,
    unit: null,
    text: '',
    award: '奖',
    issuer: '协会',
  },
  ...{ date: '2026-06-01', number: 'N', seal: 'S', address: 'http://x' },
})

test('so many wait and no more; who is refused hears how many, and the same again is not set twice', async () => {
  const gates: (() => void)[] = []
  let set = 0
  const press = openCertificatePress({
    cache: await openFileCache(folder),
    mostWaiting: 2,
    typesetting: {
      version: '1',
      certificate: async ({ name }) => {
        set++
        await new Promise<void>(resolve => gates.push(resolve))
        return Buffer.from(name)
      },
    },
  })
  const at = new Date('2026-06-01T00:00:00Z')
  const running = ['甲', '乙'].map(name => press.set(certificate(name), at))
  await expect.poll(() => gates.length).toBe(2)
  await expect(press.set(certificate('丙'), at)).rejects.toMatchObject({
    code: 'certificates-busy',
    details: { waiting: 2 },
  })
  const same = press.set(certificate('甲'), at)
  for (const open of gates) open()
  expect((await Promise.all([...running, same])).map(bytes => Buffer.from(bytes).toString())).toEqual([
    '甲',
    '乙',
    '甲',
  ])
  // From the cache: nobody waits for it, though nothing opens the gate.
  expect(Buffer.from(await press.set(certificate('乙'), at)).toString()).toBe('乙')
  expect(set).toBe(2)
})
