/** A draw over a register of 100,000 units, as the bench of the ledger measures it. */
import { commitDraw, type DrawRegister, runDraw, verifyDraw } from '@jianbao/draw'

const strata = 20

export function drawRegister(objects: number, inspectors: number, count: number): DrawRegister {
  const stratum = (at: number): string => `第${(at % strata) + 1}片区`
  return {
    name: '随机抽查',
    organiser: '省科协',
    rules: {
      count,
      inspectorsPerObject: 2,
      objectsPerInspector: Math.ceil((count * 2.5) / inspectors),
      strata: Array.from({ length: strata }, (_, at) => ({
        name: stratum(at),
        minimumCount: 1,
        minimumShare: 0,
      })),
    },
    objects: Array.from({ length: objects }, (_, at) => ({
      code: `U${String(at).padStart(6, '0')}`,
      name: `第${at}单位`,
      stratum: stratum(at),
    })),
    inspectors: Array.from({ length: inspectors }, (_, at) => ({
      code: `I${at}`,
      name: `人员${at}`,
      unit: `U${String(at * 7).padStart(6, '0')}`,
      recused: [`U${String(at * 11).padStart(6, '0')}`],
    })),
  }
}

export type DrawTimes = { readonly commitMs: number; readonly drawMs: number; readonly verifyMs: number }

/** How long each step takes over `objects` units, once; the figure of the bench is the median of several. */
export function timeDraw({ objects = 100_000, inspectors = 200, count = 1000 } = {}, salt = 0): DrawTimes {
  const register = drawRegister(objects, inspectors, count)
  const seed = String(salt).padStart(64, '0')
  const times: number[] = []
  const timed = <T>(work: () => T): T => {
    const from = performance.now()
    const result = work()
    times.push(performance.now() - from)
    return result
  }
  const committed = timed(() => commitDraw(register, seed))
  const draw = timed(() => runDraw(committed, { seed, contribution: `${salt}` }))
  const faults = timed(() => verifyDraw(draw)).filter(({ fault }) => fault)
  if (faults.length) throw new Error(`the draw does not verify: ${faults.map(({ name }) => name)}`)
  const [commitMs = 0, drawMs = 0, verifyMs = 0] = times
  return { commitMs, drawMs, verifyMs }
}
