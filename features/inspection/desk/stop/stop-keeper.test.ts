import { ProblemError } from '@jianbao/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Stop } from '../../contract/index.ts'
import { StopKeeper, type StopPorts } from './stop-keeper.ts'
import { keyOf, type Pending, type Piece, shownOf, theirsOf } from './stop-pieces.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const blank: Stop = {
  ...{
    id: 's',
    tourId: 't',
    tourName: '督导',
    tourState: 'open',
    purpose: '',
    unitId: 'u',
    unitName: '溪口县科协',
  },
  ...{
    day: '2026-06-01',
    state: 'under-way',
    recusals: [],
    finishedAt: null,
    finishedName: null,
    version: 0,
  },
  ...{ checklist: [], answers: [], findings: [], interviews: [], photos: [], actions: ['write', 'finish'] },
}
const offline = () => new ProblemError({ code: 'offline', status: 0, detail: '' })
const refused = (code: string, status = 409) =>
  new ProblemError({ code, status, detail: `because of ${code}` })

/** A server that keeps answers by question, and a device. */
function house() {
  const kept = new Map<string, Pending>()
  const server = { stop: blank, fault: null as Error | null, puts: 0, ends: 0, lost: false, ending: false }
  const give = (id: string, value: string) => {
    const { version } = theirsOf(server.stop, { kind: 'answer', id })
    const answer = { questionId: id, value, byName: '乙', at: '2026-06-01T02:00:00Z', version: version + 1 }
    server.stop = {
      ...server.stop,
      answers: [...server.stop.answers.filter(each => each.questionId !== id), answer],
    }
  }
  const reach = () => {
    if (server.fault) throw server.fault
  }
  const ports: StopPorts = {
    get: async () => {
      reach()
      return server.stop
    },
    put: async (piece: Piece, base: number) => {
      reach()
      server.puts++
      const theirs = theirsOf(server.stop, piece)
      if (theirs.version > base && theirs.piece.words !== piece.words) throw refused('stop-meanwhile')
      if (theirs.piece.words !== piece.words) give(piece.id, String(piece.words))
      // It arrived; its answer did not.
      if (server.lost) throw offline()
    },
    finish: async () => {
      reach()
      server.ends++
      server.stop = { ...server.stop, state: 'done' }
      return server.stop
    },
    keepPiece: async piece => void kept.set(keyOf(piece), piece),
    dropPiece: async key => void kept.delete(key),
    keepStop: async () => undefined,
    keepEnding: async ending => {
      server.ending = ending
    },
    photosWaiting: () => 0,
    now: () => new Date('2026-06-01T03:00:00Z'),
    onSignedOut: () => undefined,
  }
  const open = () =>
    new StopKeeper(ports, { stop: blank, pending: [...kept.values()], ending: server.ending })
  return { kept, server, open, give }
}
const answer = (id: string, words: string) => ({ kind: 'answer', id, words }) as const
const said = (keeper: StopKeeper) =>
  Object.fromEntries(shownOf(keeper.snapshot().stop, keeper.snapshot().pending).answers)
const go = (ms = 20_000) => vi.advanceTimersByTimeAsync(ms)

test('what is written without a line is on the device at once, outlives the page, and arrives once', async () => {
  const { kept, server, open } = house()
  server.fault = offline()
  const keeper = open()
  keeper.write(answer('a', 'no'), true)
  expect(kept.get('answer:a')?.words).toBe('no')
  await go(100)
  expect(keeper.snapshot()).toMatchObject({ line: 'offline' })
  keeper.close()
  const again = open()
  expect(said(again)).toEqual({ a: 'no' })
  server.fault = null
  again.retry()
  await go()
  expect([said(again), kept.size, server.puts]).toEqual([{ a: 'no' }, 0, 1])
  expect(again.snapshot()).toMatchObject({ line: 'quiet', pending: [] })
})

test('sent again after its answer was lost it changes nothing', async () => {
  const { server, open } = house()
  const keeper = open()
  server.lost = true
  keeper.write(answer('a', 'yes'), true)
  await go(100)
  server.lost = false
  await go()
  expect(server.stop.answers).toMatchObject([{ value: 'yes', version: 1 }])
  expect(keeper.snapshot().pending).toEqual([])
})

test('what is typed while it is on its way is sent after it', async () => {
  const { server, open } = house()
  const keeper = open()
  keeper.write(answer('a', '看'), true)
  await vi.advanceTimersByTimeAsync(0)
  keeper.write(answer('a', '看了台账'))
  await go()
  expect(server.stop.answers).toMatchObject([{ value: '看了台账' }])
  expect(keeper.snapshot().pending).toEqual([])
})

test('what another changed is told, both stand side by side until somebody chooses', async () => {
  const { server, open, give } = house()
  for (const side of ['mine', 'theirs'] as const) {
    server.stop = blank
    const keeper = open()
    server.fault = offline()
    keeper.write(answer('a', 'yes'), true)
    await go(100)
    server.fault = null
    give('a', 'no')
    keeper.retry()
    await go(100)
    expect(keeper.snapshot().pending).toMatchObject([{ disputed: true, words: 'yes' }])
    expect(theirsOf(keeper.snapshot().stop, answer('a', '')).piece.words).toBe('no')
    keeper.settle('answer:a', side)
    await go()
    expect(server.stop.answers).toMatchObject([{ value: side === 'mine' ? 'yes' : 'no' }])
    expect(keeper.snapshot().pending).toEqual([])
    keeper.close()
  }
})

test('what is refused stays on the device with the reason, and the rest goes on', async () => {
  const { kept, server, open } = house()
  const keeper = open()
  server.fault = refused('stop-settled')
  keeper.write(answer('a', 'yes'), true)
  await go(100)
  expect(keeper.snapshot().pending).toMatchObject([{ refusal: 'because of stop-settled' }])
  expect(kept.size).toBe(1)
  server.fault = null
  keeper.write(answer('b', 'no'), true)
  await go(100)
  expect(server.stop.answers.map(({ questionId }) => questionId)).toEqual(['b'])
  keeper.retry()
  await go(100)
  expect(keeper.snapshot().pending).toEqual([])
})

test('the check ends behind everything else, also after a fall', async () => {
  const { server, open } = house()
  server.fault = offline()
  const keeper = open()
  keeper.write(answer('a', 'yes'), true)
  keeper.end()
  await go(100)
  keeper.close()
  const again = open()
  expect(again.snapshot().ending).toBe(true)
  server.fault = null
  again.retry()
  await go()
  expect([server.ends, server.stop.state, again.snapshot().ending]).toEqual([1, 'done', false])
  expect(server.stop.answers).toHaveLength(1)
})

test('half a finding waits on the device and is not sent', async () => {
  const { kept, server, open } = house()
  const keeper = open()
  const words = {
    questionId: null,
    problem: ' ',
    basis: '',
    seriousness: 'minor',
    measure: '',
    dueDay: null,
  } as const
  keeper.write({ kind: 'finding', id: 'f', words })
  await go()
  expect([server.puts, kept.size]).toEqual([0, 1])
  expect(shownOf(keeper.snapshot().stop, keeper.snapshot().pending).findings).toHaveLength(1)
})
