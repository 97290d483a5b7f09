import { ProblemError } from '@jianbao/client'
import { describe, expect, it } from 'vitest'
import type { Review } from '../../contract/index.ts'
import { createReviewLine, Overtaken, type Step } from './review-line.ts'

const review = (version: number) => ({ version }) as Review
const undo: Step = { kind: 'undo' }

function openLine() {
  let shown = review(1)
  const sent: { version: number; answer: (r: Review) => void; fail: (e: Error) => void }[] = []
  const line = createReviewLine({
    current: () => shown,
    send: (_, version) => new Promise((answer, fail) => sent.push({ version, answer, fail })),
    reload: async () => review(90),
    take: news => {
      shown = news
    },
  })
  return { line, sent, shown: () => shown }
}
const settle = () => new Promise(resolve => setImmediate(resolve))

describe('the line of corrections', () => {
  it('sends one at a time, each on the version the one before it left', async () => {
    const { line, sent } = openLine()
    const first = line.run(() => undo)
    const second = line.run(({ version }) => (version === 2 ? undo : null))
    await settle()
    expect(sent.map(each => each.version)).toEqual([1])
    sent[0]!.answer(review(2))
    expect(await first).toEqual(review(2))
    await settle()
    expect(sent.map(each => each.version)).toEqual([1, 2])
    sent[1]!.answer(review(3))
    expect(await second).toEqual(review(3))
  })

  it('drops a step that has become pointless when its turn comes', async () => {
    const { line, sent } = openLine()
    expect(await line.run(() => null)).toBeNull()
    expect(sent).toEqual([])
  })

  it('brings the page up to date and says so when the version was lost', async () => {
    const { line, sent, shown } = openLine()
    const lost = line.run(() => undo)
    await settle()
    sent[0]!.fail(new ProblemError({ code: 'review-stale', status: 409, detail: '别人改过' }))
    const error = await lost.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Overtaken)
    expect((error as Overtaken).detail).toBe('别人改过')
    expect(shown()).toEqual(review(90))
  })

  it('leaves the page as it is when only the step cannot be done', async () => {
    const { line, sent, shown } = openLine()
    const refused = line.run(() => undo)
    await settle()
    sent[0]!.fail(new ProblemError({ code: 'not-now', status: 409, detail: '没有可以并入的文章' }))
    await expect(refused).rejects.toBeInstanceOf(ProblemError)
    expect(shown()).toEqual(review(1))
  })

  it('goes on after a failure, with what was shown before', async () => {
    const { line, sent, shown } = openLine()
    const failed = line.run(() => undo)
    await settle()
    sent[0]!.fail(new ProblemError({ code: 'offline', status: 0, detail: '' }))
    await expect(failed).rejects.toBeInstanceOf(ProblemError)
    expect(shown()).toEqual(review(1))
    void line.run(() => undo)
    await settle()
    expect(sent).toHaveLength(2)
  })
})
