import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { EditionPreview, PreviewWish, PreviewWords } from '../../contract/index.ts'
import { PreviewKeeper, pauseMs, retryMs } from './preview-keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const words = (headline: string): PreviewWords => ({
  ...{ kind: 'article', headline, subtitle: '', contributor: '' },
  doc: { type: 'doc', content: [] },
})
const answerOf = (...pages: [string, string | null][]): EditionPreview => ({
  ...{ version: 1, widthPt: 595, heightPt: 842, missing: [], faults: [], ms: 1 },
  pages: pages.map(([hash, svg]) => ({ hash, svg })),
})

/** Orders as they were given, each answered by hand. */
function open() {
  const orders: {
    wish: Omit<PreviewWish, 'tab'>
    answer: (preview: EditionPreview) => void
    refuse: (error: unknown) => void
  }[] = []
  const typed: number[] = []
  const keeper = new PreviewKeeper({
    ask: wish =>
      new Promise((answer, refuse) => {
        orders.push({ wish, answer, refuse })
      }),
    now: () => Date.now(),
    onPage: at => typed.push(at),
  })
  return { keeper, orders, typed }
}
const write = async (keeper: PreviewKeeper, headline: string) => {
  keeper.write({ id: 'a', words: words(headline) })
  await vi.advanceTimersByTimeAsync(pauseMs)
}

it('sends one order at a time; what was typed meanwhile goes with the next, the last words alone', async () => {
  const { keeper, orders, typed } = open()
  await write(keeper, '一')
  await write(keeper, '一二')
  await write(keeper, '一二三')
  expect(orders.map(({ wish }) => wish.item?.words.headline)).toEqual(['一'])
  orders[0]!.answer(answerOf(['p1', 'A'], ['p2', 'B']))
  await vi.advanceTimersByTimeAsync(0)
  expect(orders.map(({ wish }) => wish.item?.words.headline)).toEqual(['一', '一二三'])
  expect(orders[1]!.wish.known).toEqual(['p1', 'p2'])
  orders[1]!.answer(answerOf(['p1', null], ['p3', 'C']))
  await vi.advanceTimersByTimeAsync(0)
  expect(keeper.snapshot().shown?.pages).toEqual([
    { hash: 'p1', svg: 'A' },
    { hash: 'p3', svg: 'C' },
  ])
  expect(keeper.snapshot().shown?.touched).toBe(1)
  expect(typed).toHaveLength(2)
})

it('keeps the pages when an order fails, says so, and tries again by itself', async () => {
  const { keeper, orders } = open()
  void keeper.ask()
  orders[0]!.answer(answerOf(['p1', 'A']))
  await vi.advanceTimersByTimeAsync(0)
  await write(keeper, '新')
  orders[1]!.refuse(new Error('no line'))
  await vi.advanceTimersByTimeAsync(0)
  expect(keeper.snapshot()).toMatchObject({ error: new Error('no line'), shown: { pages: [{ svg: 'A' }] } })
  await vi.advanceTimersByTimeAsync(retryMs)
  expect(orders[2]!.wish.item?.words.headline).toBe('新')
  orders[2]!.answer(answerOf(['p2', 'B']))
  await vi.advanceTimersByTimeAsync(0)
  expect(keeper.snapshot()).toMatchObject({ error: null, shown: { pages: [{ svg: 'B' }] } })
})

it('names no page as touched when the issue moved and nobody typed', async () => {
  const { keeper, orders, typed } = open()
  void keeper.ask()
  orders[0]!.answer(answerOf(['p1', 'A']))
  await vi.advanceTimersByTimeAsync(0)
  void keeper.ask()
  orders[1]!.answer(answerOf(['p9', 'Z']))
  await vi.advanceTimersByTimeAsync(0)
  expect([keeper.snapshot().shown?.touched, typed]).toEqual([null, []])
})

it('tells nobody any more once it is closed', async () => {
  const { keeper, orders } = open()
  const heard = vi.fn()
  keeper.subscribe(heard)
  void keeper.ask()
  keeper.close()
  orders[0]!.answer(answerOf(['p1', 'A']))
  await vi.advanceTimersByTimeAsync(retryMs)
  expect([heard.mock.calls.length, orders.length]).toEqual([0, 1])
})
