import { expect, test } from 'vitest'
import type { JoinWish } from '../../contract/join.schema.ts'
import { Device } from './player-device.fixture.ts'
import { RememberingServer, settingsOf } from './player-server.fixture.ts'

const joining: JoinWish = {
  kind: 'nickname',
  wishKey: 'w'.repeat(22),
  details: { nickname: '山月', consent: true },
}
function playing(more: Parameters<typeof settingsOf>[0] = {}, skewMs = 0): Device {
  const device = new Device(new RememberingServer(settingsOf(more)), skewMs)
  device.open()
  device.settle()
  device.happen({ type: 'begin', wish: 'paper' })
  device.happen({ type: 'join', wish: joining })
  device.settle()
  return device
}

test('who was here before comes back by a code, to the door and without a paper', () => {
  const device = new Device(new RememberingServer(settingsOf({})), 0)
  device.open()
  device.settle()
  device.happen({ type: 'come-back' })
  expect(device.state).toMatchObject({ step: 'who', back: true, wish: null })
  device.happen({ type: 'home' })
  expect(device.state).toMatchObject({ step: 'landing', back: false })
  device.happen({ type: 'come-back' })
  device.happen({ type: 'join', wish: joining })
  device.settle()
  expect(device.state).toMatchObject({ step: 'landing', back: false, sheet: null })
  expect(device.state.standing).not.toBeNull()
})

test('from the door to the result', () => {
  const device = playing()
  expect(device.state.step).toBe('question')
  device.happen({ type: 'answer', question: 0, answer: [0] })
  device.happen({ type: 'go', to: 3 })
  device.happen({ type: 'answer', question: 3, answer: ['太阳', '地球'] })
  device.happen({ type: 'check' })
  device.happen({ type: 'hand-in' })
  expect(device.state.step).toBe('sending')
  device.settle()
  expect(device.state.step).toBe('result')
  expect(device.state.done?.result).toMatchObject({ counted: 'now', score: 20, rightCount: 2, marks: '1--1' })
  expect(device.state.standing).toMatchObject({ nickname: '山月', attempts: 1, leftToday: 2 })
  expect(device.kept?.sheet).toBeNull()
})

test('who one is is asked for first, and the wish begins afterwards', () => {
  const device = new Device(new RememberingServer())
  device.open()
  device.settle()
  expect(device.state.step).toBe('landing')
  device.happen({ type: 'begin', wish: 'practice' })
  expect(device.state.step).toBe('who')
  device.happen({ type: 'join', wish: joining })
  device.settle()
  expect(device.state.sheet?.paper.practice).toBe(true)
})

test('practice counts for nothing and may be left', () => {
  const device = playing()
  device.happen({ type: 'give-up' })
  expect(device.state.step).toBe('question')
  device.happen({ type: 'hand-in' })
  device.settle()
  device.happen({ type: 'begin', wish: 'practice' })
  device.settle()
  device.happen({ type: 'hand-in' })
  device.settle()
  expect(device.state.done?.result.counted).toBe('practice')
  expect(device.server.counted).toHaveLength(1)
  device.happen({ type: 'begin', wish: 'practice' })
  device.settle()
  device.happen({ type: 'give-up' })
  expect([device.state.step, device.kept?.sheet]).toEqual(['landing', null])
})

test('questions run out one after the other, also while the window is closed', () => {
  const device = playing({ time: { per: 'question', seconds: 30 } })
  device.happen({ type: 'answer', question: 0, answer: [1] })
  device.happen({ type: 'go', to: 3 })
  expect(device.state.sheet?.at).toBe(0)
  device.close()
  device.now += 65_000
  device.open()
  expect(device.state.sheet?.at).toBe(0)
  device.settle()
  expect(device.state.sheet).toMatchObject({
    at: 2,
    answers: [[1], [], [], []],
    pace: [30_000, 30_000, 0, 0],
  })
  device.happen({ type: 'answer', question: 0, answer: [0] })
  expect(device.state.sheet?.answers[0]).toEqual([1])
  device.now += 600_000
  device.happen({ type: 'doubt' })
  device.settle()
  expect(device.state.step).toBe('result')
  expect(device.server.counted[0]?.answers).toEqual([[1], [], [], []])
})

test('a phone whose clock is a day wrong has as much time as any other', () => {
  const day = 86_400_000
  for (const skewMs of [-day, day]) {
    const device = playing({}, skewMs)
    device.now += 599_000
    device.happen({ type: 'tick' })
    expect(device.state.step).toBe('question')
    device.now += 1000
    device.happen({ type: 'tick' })
    expect(device.state.step).toBe('sending')
  }
})

test('a clock that is put right in the middle runs nothing out before the server was asked', () => {
  const device = playing()
  device.skewMs = 86_400_000
  device.happen({ type: 'doubt' })
  device.happen({ type: 'tick' })
  expect(device.state.step).toBe('question')
  device.settle()
  device.happen({ type: 'tick' })
  expect(device.state.step).toBe('question')
})

test('handed in without a line, it waits longer each time and goes at once when the line is back', () => {
  const device = playing()
  device.online = false
  device.happen({ type: 'hand-in' })
  const pauses: number[] = []
  for (let round = 0; round < 7; round++) {
    device.deliver()
    const [waiting] = device.requests.map(({ effect }) => effect)
    pauses.push(waiting?.do === 'retry-later' ? waiting.ms : Number.NaN)
    device.deliver()
  }
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  device.deliver()
  device.online = true
  device.happen({ type: 'online' })
  device.settle()
  expect(device.state.step).toBe('result')
  expect(device.server.counted).toHaveLength(1)
})

test('an answer that was lost on the way is asked for again and shows what was counted', () => {
  const device = playing()
  device.happen({ type: 'answer', question: 0, answer: [0] })
  device.happen({ type: 'hand-in' })
  device.deliver('answer')
  device.close()
  device.open()
  device.settle()
  expect(device.state.done?.result).toMatchObject({ counted: 'again', score: 10 })
  expect(device.server.arrivals).toBe(2)
  expect(device.server.counted).toHaveLength(1)
})

test('what the server will never take is kept until the player lets go of it', () => {
  const device = playing()
  device.happen({ type: 'hand-in' })
  const { token } = device.state.sheet!.paper
  const trouble = { code: 'contest-over', status: 409, detail: '竞赛已经结束。', retryAfterSeconds: null }
  device.happen({ type: 'failed', asked: 'hand-in', token, trouble })
  expect(device.state).toMatchObject({ step: 'sending', sending: 'refused', trouble })
  expect(device.kept?.sheet).not.toBeNull()
  device.happen({ type: 'give-up' })
  expect(device.kept?.sheet).toBeNull()
})

test('who comes back is asked of the server before a paper begins; on a bad line what is kept does', () => {
  const device = playing()
  device.happen({ type: 'hand-in' })
  device.settle()
  device.close()
  device.open()
  device.settle()
  device.happen({ type: 'begin', wish: 'paper' })
  expect(device.requests.map(({ effect }) => effect.do)).toEqual(['standing'])
  device.deliver('request')
  expect(device.requests.map(({ effect }) => effect.do)).toEqual(['paper'])
})

test('a ticket nobody knows any more leads to the question who one is, and on from there', () => {
  const device = playing()
  device.happen({ type: 'hand-in' })
  device.settle()
  device.happen({ type: 'begin', wish: 'paper' })
  device.requests = []
  const trouble = { code: 'contest-token', status: 403, detail: '', retryAfterSeconds: null }
  device.happen({ type: 'failed', asked: 'paper', trouble })
  expect(device.requests.map(({ effect }) => effect.do)).toEqual(['standing'])
  device.requests = []
  device.happen({ type: 'failed', asked: 'standing', trouble })
  expect(device.state).toMatchObject({ step: 'who', standing: null, wish: 'paper' })
  device.happen({ type: 'join', wish: joining })
  device.settle()
  expect(device.state.step).toBe('question')
})

test('a limit is told, and how one stands is asked for', () => {
  const device = playing()
  device.happen({ type: 'hand-in' })
  device.settle()
  device.happen({ type: 'begin', wish: 'paper' })
  device.requests = []
  const trouble = {
    code: 'contest-day-limit',
    status: 409,
    detail: '今天的 1 次已用完。',
    retryAfterSeconds: null,
  }
  device.happen({ type: 'failed', asked: 'paper', trouble })
  expect(device.state).toMatchObject({ step: 'landing', trouble })
  expect(device.requests.map(({ effect }) => effect.do)).toEqual(['face', 'standing'])
})

test('two windows have one paper: answers and the handing in of one are those of the other', () => {
  const device = playing()
  device.open()
  const [first, second] = device.windows as [Device['window'], Device['window']]
  device.settle()
  device.happen({ type: 'answer', question: 1, answer: [2] }, second)
  expect(first.state.sheet?.answers[1]).toEqual([2])
  device.happen({ type: 'hand-in' }, second)
  expect(first.state.step).toBe('sending')
  device.settle()
  expect([first, second].map(({ state }) => state.step)).toEqual(['result', 'result'])
  expect(device.server.counted).toHaveLength(1)
})

test('an answer that comes for a paper given up does not end the next one', () => {
  const device = playing()
  const { token } = device.state.sheet!.paper
  device.happen({ type: 'hand-in' })
  device.settle()
  device.happen({ type: 'begin', wish: 'practice' })
  device.settle()
  const result = device.server.handIn({ token, answers: [[], [], [], []] })
  device.happen({ type: 'result', token, result })
  expect(device.state.step).toBe('question')
  device.happen({
    type: 'failed',
    asked: 'hand-in',
    token,
    trouble: { code: 'contest-over', status: 409, detail: '', retryAfterSeconds: null },
  })
  expect(device.state.sending).toBe('no')
})
