import { ProblemError } from '@jianbao/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { EditionContent, EditionItem, ItemText } from '../../contract/index.ts'
import type { KeptItem } from './device-items.ts'
import { devicePauseMs, ItemKeeper, serverPauseMs } from './item-keeper.ts'
import { wordsOf } from './item-words.ts'

const item = (version = 0, headline = '标题'): EditionItem => ({
  ...{ id: 'i', columnKey: 'news', position: 0, kind: 'article', headline, subtitle: '', contributor: '' },
  doc: { type: 'doc', content: [] },
  ...{ withheld: false, sources: [], editedName: '乙', editedAt: '2026-06-01T00:00:00.000Z', version },
})
const problem = (status: number, code: string) => new ProblemError({ code, status, detail: '' })

/** A server and a device of its own. */
function open(kept?: KeptItem, first = item()) {
  const at = { server: first, fail: null as unknown, device: undefined as KeptItem | undefined, puts: 0 }
  const keeper = new ItemKeeper(
    'e',
    first,
    {
      put: async (text: ItemText): Promise<EditionContent> => {
        at.puts++
        if (at.fail) throw at.fail
        if (text.version !== at.server.version) throw problem(409, 'changed-meanwhile')
        at.server = { ...at.server, ...wordsOf(text), version: text.version + 1, editedName: '甲' }
        return { version: 1, content: [at.server] }
      },
      get: async () => at.server,
      keep: async kept => {
        at.device = kept
      },
      drop: async () => {
        at.device = undefined
      },
      now: () => new Date('2026-06-01T08:00:00Z'),
      onSaved: () => undefined,
      onSignedOut: () => undefined,
    },
    kept,
  )
  return { keeper, at }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('keeps words on the device after a pause, saves them after a longer one, and then lets go of the copy', async () => {
  const { keeper, at } = open()
  keeper.change({ headline: '新' })
  await vi.advanceTimersByTimeAsync(devicePauseMs)
  expect(at.device?.mine.headline).toBe('新')
  expect(at.puts).toBe(0)
  await vi.advanceTimersByTimeAsync(serverPauseMs)
  expect(at.server).toMatchObject({ headline: '新', version: 1 })
  expect([keeper.snapshot().server.state, at.device]).toEqual(['saved', undefined])
})

it('saves what was typed while it was saving, under the version it got', async () => {
  const { keeper, at } = open()
  keeper.change({ headline: '一' })
  const first = keeper.flush()
  keeper.change({ headline: '二' })
  await first
  await vi.advanceTimersByTimeAsync(serverPauseMs)
  expect(at.server).toMatchObject({ headline: '二', version: 2 })
})

it('holds on to words without a line, and sends them when it is back', async () => {
  const { keeper, at } = open()
  at.fail = problem(0, 'offline')
  keeper.change({ headline: '新' })
  expect(await keeper.flush()).toBe(false)
  expect(keeper.snapshot().server.state).toBe('offline')
  await vi.advanceTimersByTimeAsync(devicePauseMs)
  expect(at.device?.mine.headline).toBe('新')
  at.fail = null
  keeper.retry()
  await vi.advanceTimersByTimeAsync(0)
  expect(at.server.headline).toBe('新')
})

it('says why it was refused, and tries again with the next word', async () => {
  const { keeper, at } = open()
  at.fail = problem(422, 'figure-unknown')
  keeper.change({ headline: '新' })
  await keeper.flush()
  expect(keeper.snapshot().server).toMatchObject({ state: 'refused', problem: { code: 'figure-unknown' } })
  at.fail = null
  keeper.change({ headline: '新的' })
  await vi.advanceTimersByTimeAsync(serverPauseMs)
  expect(at.server.headline).toBe('新的')
})

it('puts other fields together by itself, and asks about the same one; the choice goes over theirs', async () => {
  const { keeper, at } = open()
  at.server = { ...item(1), subtitle: '副题' }
  keeper.change({ headline: '我的' })
  await keeper.flush()
  await vi.advanceTimersByTimeAsync(serverPauseMs)
  expect(at.server).toMatchObject({ headline: '我的', subtitle: '副题', version: 2 })
  at.server = { ...at.server, headline: '你的', version: 3 }
  keeper.change({ headline: '我的二' })
  await keeper.flush()
  expect(keeper.snapshot().dispute).toMatchObject({ disputed: ['headline'], theirs: { headline: '你的' } })
  expect(at.device?.mine.headline).toBe('我的二')
  keeper.settle({ ...keeper.snapshot().words, headline: '合起来' })
  await vi.advanceTimersByTimeAsync(0)
  expect(at.server).toMatchObject({ headline: '合起来', version: 4 })
})

it('brings back what the device kept, and what arrives from others is shown', async () => {
  const base = { version: 0, words: wordsOf(item()) }
  const mine = { ...wordsOf(item()), headline: '没存上的' }
  const { keeper, at } = open({ editionId: 'e', itemId: 'i', mine, base, keptAt: '2026-06-01T00:00:00Z' })
  expect(keeper.snapshot().words.headline).toBe('没存上的')
  await vi.advanceTimersByTimeAsync(0)
  expect(at.server).toMatchObject({ headline: '没存上的', version: 1 })
  keeper.arrive({ ...at.server, headline: '别人的', version: 2 })
  expect(keeper.snapshot()).toMatchObject({ words: { headline: '别人的' }, arrived: 1 })
})

it('keeps the words although the item was taken out', async () => {
  const { keeper, at } = open()
  at.fail = problem(404, 'not-found')
  keeper.change({ headline: '新' })
  await keeper.close()
  expect(keeper.snapshot().server.state).toBe('gone')
  expect(at.device?.mine.headline).toBe('新')
})
