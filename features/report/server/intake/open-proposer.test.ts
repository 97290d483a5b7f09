import { Problem } from '@jianbao/errors'
import { afterEach, expect, test } from 'vitest'
import { openProposer } from './open-proposer.ts'
import type { Proposer, ReportingSubject } from './proposer.port.ts'

let proposer: Proposer
afterEach(() => proposer.close())

const subject = (revision: string, name = '溪口县科协'): ReportingSubject => ({
  unit: { id: '1/', name, otherNames: [], above: [] },
  names: { revision, entries: [], paths: new Map([['云岭市科协', '2/']]) },
  reporting: null,
  today: '2026-11-25',
})
const text = '11月5日，溪口县科协联合云岭市科协举办讲座，120人参加。'
const hang = new URL('data:text/javascript,for(;;);')
const units = async (revision: string) =>
  (await proposer.propose(text, subject(revision), {})).units.map(unit => unit.unitId)

test('texts are read one after the other in the thread, with the names of the tree as they are now', async () => {
  proposer = openProposer()
  expect(await Promise.all([units('a'), units('a'), units('b')])).toEqual([
    ['1/', '2/'],
    ['1/', '2/'],
    ['1/', '2/'],
  ])
  const renamed = {
    ...subject('c'),
    names: { revision: 'c', entries: [], paths: new Map([['云岭市科协', '3/']]) },
  }
  expect((await proposer.propose(text, renamed, {})).units.map(unit => unit.unitId)).toEqual(['1/', '3/'])
})

test('a text that takes too long ends its thread, and those behind it are told alike', async () => {
  proposer = openProposer({ script: hang, timeoutMs: 300 })
  const both = await Promise.allSettled([units('a'), units('a')])
  for (const one of both) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'server-busy' } })
})

test('closed while it reads: whoever waits hears of it', async () => {
  proposer = openProposer({ script: hang, timeoutMs: 60_000 })
  const waiting = units('a').catch((error: unknown) => error)
  await new Promise(resolve => setTimeout(resolve, 100))
  await proposer.close()
  expect(await waiting).toBeInstanceOf(Problem)
  await expect(units('a')).rejects.toThrow(Problem)
})
