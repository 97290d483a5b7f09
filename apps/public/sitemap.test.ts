import type { Read } from '@jianbao/platform/access'
import type { SiteRoom } from '@jianbao/platform/html'
import { expect, test } from 'vitest'
import { readSitemap } from './sitemap.ts'

const read = (() => Promise.reject(new Error('nothing is read here'))) as unknown as Read
/** A room whose parts hold the addresses given, and which tells which part was asked for. */
function room(parts: readonly (readonly string[])[], asked: string[] = []): SiteRoom {
  return {
    ...{ nav: [], pages: [], feeds: [], feedLinks: [] },
    ...(parts.length > 1 ? { addressParts: () => Promise.resolve(parts.length) } : {}),
    addresses: (_read, part) => {
      asked.push(parts[part - 1]!.join())
      return Promise.resolve(parts[part - 1]!.map(path => ({ path, modifiedAt: null })))
    },
  }
}
const origin = 'https://a.cn'
const paths = (markup: string | undefined) =>
  [...(markup ?? '').matchAll(/<loc>https:\/\/a\.cn(.*?)<\/loc>/g)].map(([, path]) => path)

test('few addresses stand in one file, which is the only part', async () => {
  const rooms = [room([['/issues', '/issues/1']]), room([['/cases']])]
  const whole = ['/', '/issues', '/issues/1', '/cases']
  for (const part of [null, 1])
    expect(paths((await readSitemap({ rooms, read, origin }, part))?.markup)).toEqual(whole)
  expect(await readSitemap({ rooms, read, origin }, 2)).toBeNull()
  expect(await readSitemap({ rooms, read, origin }, 0)).toBeNull()
})

test('of many the index names the parts and reads no address; a part reads itself alone', async () => {
  const asked: string[] = []
  const rooms = [room([['/issues', '/issues/1'], ['/issues/2']], asked), room([['/cases']], asked)]
  const ask = async (part: number | null) => paths((await readSitemap({ rooms, read, origin }, part))?.markup)
  expect(await ask(null)).toEqual(['/sitemap.xml?part=1', '/sitemap.xml?part=2', '/sitemap.xml?part=3'])
  expect(asked).toEqual([])
  expect(await ask(1)).toEqual(['/', '/issues', '/issues/1'])
  expect(asked).toEqual(['/issues,/issues/1'])
  expect([await ask(2), await ask(3)]).toEqual([['/issues/2'], ['/cases']])
  expect(await readSitemap({ rooms, read, origin }, 4)).toBeNull()
})

test('rooms of one part each that are too many for one file are parted too', async () => {
  const rooms = [room([['/issues', '/issues/1']]), room([['/cases']])]
  expect(paths((await readSitemap({ rooms, read, origin }, null, 3))?.markup)).toHaveLength(2)
  expect(paths((await readSitemap({ rooms, read, origin }, 2, 3))?.markup)).toEqual(['/cases'])
})
