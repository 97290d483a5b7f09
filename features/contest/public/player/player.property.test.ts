import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlayerState } from './player.state.ts'
import { Device, type Happening } from './player-device.fixture.ts'
import { RememberingServer, settingsOf } from './player-server.fixture.ts'

type Deed =
  | { readonly do: 'answer'; readonly question: number; readonly option: number }
  | { readonly do: 'go'; readonly to: number }
  | { readonly do: 'time'; readonly ms: number }
  | { readonly do: 'skew'; readonly ms: number }
  | { readonly do: 'deliver'; readonly lost: 'no' | 'request' | 'answer' }
  | {
      readonly do:
        | 'check'
        | 'hand-in'
        | 'offline'
        | 'online'
        | 'close'
        | 'second'
        | 'doubt'
        | 'home'
        | 'begin'
    }

const at = fc.integer({ min: -1, max: 4 })
const plain = ['check', 'hand-in', 'offline', 'online', 'close', 'second', 'doubt', 'home', 'begin'] as const
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('answer' as const), question: at, option: fc.integer({ min: 0, max: 1 }) }),
  fc.record({ do: fc.constant('go' as const), to: at }),
  fc.record({ do: fc.constant('time' as const), ms: fc.integer({ min: 0, max: 70_000 }) }),
  fc.record({ do: fc.constant('skew' as const), ms: fc.constantFrom(-86_400_000, 86_400_000, 0) }),
  fc.record({
    do: fc.constant('deliver' as const),
    lost: fc.constantFrom('no' as const, 'request', 'answer'),
  }),
  fc.record({ do: fc.constantFrom(...plain) }),
)

function carryOut(device: Device, step: Deed): void {
  if (step.do === 'time') device.now += step.ms
  if (step.do === 'skew') device.skewMs = step.ms
  if (step.do === 'online' || step.do === 'offline') device.online = step.do === 'online'
  if (step.do === 'deliver') device.deliver(step.lost)
  else if (step.do === 'close') device.close()
  const one = device.windows.length < 2
  if ((step.do === 'second' && one) || !device.windows.length) device.open()
  const happening = happeningOf(step, device.state)
  if (happening) device.happen(happening)
}

function happeningOf(step: Deed, { sheet }: PlayerState): Happening | null {
  switch (step.do) {
    case 'answer':
      return { type: 'answer', question: step.question, answer: [step.option] }
    case 'go':
      return { type: 'go', to: step.to }
    case 'time':
      return { type: 'tick' }
    case 'skew':
      return { type: 'doubt' }
    case 'begin':
      // One paper is enough for what is proven here.
      return sheet ? { type: 'begin', wish: 'paper' } : null
    case 'check':
    case 'hand-in':
    case 'online':
    case 'doubt':
    case 'home':
      return { type: step.do }
    default:
      return null
  }
}

const sensible = ({ step, sheet, sending, done }: PlayerState): boolean =>
  (step === 'question' || step === 'check' ? sheet !== null && !sheet.closed : true) &&
  (step === 'sending' ? sheet?.closed === true && sending !== 'no' : true) &&
  (step === 'result' ? done !== null : true) &&
  (sheet === null || (sheet.at >= 0 && sheet.at < sheet.paper.questions.length))

test.each([{ per: 'paper', seconds: 600 }, { per: 'question', seconds: 30 }, { per: 'none' }] as const)(
  'whatever happens to line, windows and clocks, no answer is lost and one attempt counts: %o',
  time => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), deeds => {
        const device = new Device(new RememberingServer(settingsOf({ time })))
        device.open()
        device.happen({ type: 'begin', wish: 'paper' })
        device.happen({ type: 'standing', standing: device.server.standing() })
        device.requests = []
        device.happen({ type: 'begin', wish: 'paper' })
        device.settle()
        let last: PlayerState['sheet'] = device.state.sheet
        expect(last).not.toBeNull()
        for (const step of deeds) {
          carryOut(device, step)
          for (const { state } of device.windows) expect(sensible(state)).toBe(true)
          if (!device.kept?.sheet) continue
          // What a window shows as answered is on the device, and nothing that was answered has gone.
          expect(device.kept.sheet.answers).toEqual(device.state.sheet?.answers ?? device.kept.sheet.answers)
          for (const [question, answer] of (last?.answers ?? []).entries())
            if (answer.length) expect(device.kept.sheet.answers[question]).not.toEqual([])
          last = device.kept.sheet
        }
        while (device.windows.length > 1) device.close()
        device.online = true
        device.happen({ type: 'doubt' })
        device.happen({ type: 'online' })
        if (device.state.sheet && !device.state.sheet.closed) {
          device.happen({ type: 'begin', wish: 'paper' })
          device.happen({ type: 'hand-in' })
        }
        device.settle()
        expect(device.kept?.sheet).toBeNull()
        expect(device.server.counted).toHaveLength(1)
        expect(device.server.counted[0]?.answers).toEqual(last?.answers)
      }),
      { numRuns: 500 },
    )
  },
)

test('the machine takes every event in every state it can come to', () => {
  const device = new Device(new RememberingServer())
  device.open()
  device.settle()
  const seen = new Map<string, Device>([[nameOf(device.state), device]])
  const waiting = [device]
  const server = new RememberingServer()
  const standing = server.standing()
  const paper = server.paper({ ticket: standing.ticket }, device.now)
  const line = { code: 'line', status: 0, detail: '', retryAfterSeconds: null }
  const refused = { code: 'contest-token', status: 403, detail: '', retryAfterSeconds: null }
  const wish = { kind: 'player-code', wishKey: 'w'.repeat(22), code: '3FK7MQRT2A' } as const
  const events: Happening[] = [
    { type: 'begin', wish: 'paper' },
    { type: 'begin', wish: 'practice' },
    { type: 'join', wish },
    { type: 'standing', standing },
    { type: 'paper', paper },
    { type: 'answer', question: 0, answer: [0] },
    { type: 'go', to: 1 },
    { type: 'check' },
    { type: 'hand-in' },
    {
      type: 'result',
      token: paper.token,
      result: server.handIn({ token: paper.token, answers: [[], [], [], []] }),
    },
    ...(['face', 'join', 'paper', 'hand-in', 'standing'] as const).flatMap(asked =>
      [line, refused].map(trouble => ({ type: 'failed', asked, trouble }) as const),
    ),
    { type: 'face', face: server.face(device.now) },
    { type: 'retry' },
    { type: 'online' },
    { type: 'tick' },
    { type: 'doubt' },
    { type: 'elsewhere', kept: null },
    { type: 'elsewhere', kept: { standing, sheet: null, offsetMs: 0 } },
    { type: 'home' },
    { type: 'give-up' },
    { type: 'forget' },
  ]
  while (waiting.length) {
    const from = waiting.pop()!
    for (const event of events) {
      const to = new Device(new RememberingServer())
      to.windows = [{ state: from.state }]
      to.happen(event)
      expect([event.type, nameOf(from.state), sensible(to.state)]).toEqual([
        event.type,
        nameOf(from.state),
        true,
      ])
      const name = nameOf(to.state)
      if (seen.has(name)) continue
      seen.set(name, to)
      waiting.push(to)
    }
  }
  const steps = new Set([...seen.values()].map(({ state }) => state.step))
  expect([...steps].sort()).toEqual(['check', 'landing', 'question', 'result', 'sending', 'who'])
  expect(seen.size).toBeGreaterThan(100)
})

/** States that differ in this differ in what may happen next. */
function nameOf(state: PlayerState): string {
  const { step, wish, asking, sending, fresh, refreshed, clock, standing, sheet, trouble } = state
  const paper = sheet && [sheet.closed, sheet.at, sheet.paper.practice]
  return JSON.stringify([
    step,
    wish,
    asking,
    sending,
    fresh,
    refreshed,
    clock.sure,
    !standing,
    paper,
    trouble?.code,
  ])
}
