import { ProblemError } from '@jianbao/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { photosPerReport, type ReportPhoto } from '../../contract/index.ts'
import type { KeptPhoto } from './device-drafts.ts'
import { PhotoQueue } from './photo-queue.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const shown = (id: string, caption = ''): ReportPhoto => ({
  ...{ id, position: 0, mediaType: 'image/jpeg', width: 4, height: 3, sizeBytes: 9, caption, url: id },
})

/** A server that takes photos while its line stands, and a device that keeps what waits. */
function openQueue(photos: readonly ReportPhoto[] = []) {
  const world = { online: true, refuses: null as ProblemError | null, kept: new Map<string, KeptPhoto>() }
  const stored = [...photos]
  let count = 0
  const queue = new PhotoQueue(
    {
      ready: async () => world.online,
      upload: async ({ photoId }) => {
        if (world.refuses) throw world.refuses
        if (!stored.some(({ id }) => id === photoId)) stored.push(shown(photoId))
        return { photo: shown(photoId), known: false }
      },
      edit: async (photoId, { caption }) =>
        stored.map(photo => (photo.id === photoId ? shown(photoId, caption) : photo)),
      remove: async photoId => stored.filter(({ id }) => id !== photoId),
      keep: async photo => world.kept.set(photo.photoId, photo),
      drop: async photoId => world.kept.delete(photoId),
      newId: () => `new${count++}`,
    },
    photos,
  )
  return { queue, world }
}
const blob = new Blob(['x'])
const ids = (queue: PhotoQueue) => queue.snapshot().photos.map(({ id }) => id)

test('without a line photos wait on the device, with their captions, and go one after another', async () => {
  const { queue, world } = openQueue()
  world.online = false
  queue.add([blob, blob])
  await vi.advanceTimersByTimeAsync(0)
  await queue.caption('new0', '现场')
  expect([queue.unsent, world.kept.size, ids(queue)]).toEqual([2, 2, []])
  expect(world.kept.get('new0')?.caption).toBe('现场')
  world.online = true
  await vi.advanceTimersByTimeAsync(20_000)
  expect([queue.unsent, world.kept.size, ids(queue)]).toEqual([0, 0, ['new0', 'new1']])
  expect(queue.snapshot().photos[0]?.caption).toBe('现场')
})

test('what was kept by a page that is closed goes on; what arrived meanwhile is forgotten', async () => {
  const { queue, world } = openQueue([shown('there')])
  world.kept.set('there', { photoId: 'there', blob, caption: '' })
  world.kept.set('left', { photoId: 'left', blob, caption: '' })
  queue.resume([...world.kept.values()])
  await vi.advanceTimersByTimeAsync(0)
  expect([ids(queue), world.kept.size]).toEqual([['there', 'left'], 0])
})

test('one that is refused says why and holds up no other; it can be taken away', async () => {
  const { queue, world } = openQueue()
  world.refuses = new ProblemError({ code: 'photo-unreadable', status: 422, detail: '不是图片' })
  queue.add([blob])
  await vi.advanceTimersByTimeAsync(0)
  expect(queue.snapshot().waiting[0]?.problem).toBe(world.refuses)
  world.refuses = null
  queue.add([blob])
  await vi.advanceTimersByTimeAsync(0)
  expect(ids(queue)).toEqual(['new1'])
  await queue.remove('new0')
  expect([queue.unsent, world.kept.size]).toEqual([0, 0])
})

test('no more than a report holds', () => {
  const { queue } = openQueue()
  expect(queue.add(Array.from({ length: photosPerReport + 3 }, () => blob))).toBe(3)
})
