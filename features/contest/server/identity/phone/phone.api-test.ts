/** One-time codes to phones, by the routes of a demonstration, where the page shows them. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PhoneCodeSent } from '../../../contract/index.ts'
import { openContestOf } from '../../play/play.fixture.ts'
import { codeOf, openPhone, playersOf, someDetails, wishKey } from '../identity.fixture.ts'

let app: TestApp
let now = Date.parse('2026-11-20T02:00:00Z')

beforeAll(async () => {
  app = await openTestApp({
    clock: { now: () => new Date(now) },
    profile: 'demonstration',
    settings: { LIMIT_WRONG_CODES_PER_MINUTE: '100000' },
  })
})
afterAll(() => app.close())

let last = 13_900_000_000
const newNumber = (): string => String(last++)

async function open() {
  const contest = await openContestOf(app.connection.db, app.sealer, {
    rules: {
      opensAt: '2026-11-01T00:00:00Z',
      closesAt: '2026-12-01T00:00:00Z',
      identity: { kind: 'phone', provider: null },
    },
  })
  const phone = await openPhone(app, contest.slug)
  const send = async (number: string): Promise<string> => {
    const answer = await phone.post('phone-code', { phone: number })
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json<PhoneCodeSent>().shown!
  }
  return { ...contest, phone, send }
}
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('a phone joins by its code, and is the same player from any device', async () => {
  const contest = await open()
  const number = newNumber()
  const wish = { kind: 'phone', phone: number, wishKey: wishKey(), details: someDetails() }
  const oneTimeCode = await contest.send(number)
  const first = await contest.phone.join({ ...wish, oneTimeCode })
  // The answer was lost on a bad line: the same wish again, though its code is used up.
  expect(await contest.phone.join({ ...wish, oneTimeCode })).toMatchObject({ code: first.code })
  // Somebody else who saw the code.
  expect(await contest.phone.refusal({ ...wish, wishKey: wishKey(), oneTimeCode })).toBe('phone-code-lapsed')
  now += 61_000
  const again = { kind: 'phone', phone: `+86 ${number}`, oneTimeCode: await contest.send(number) }
  expect(await contest.phone.join(again)).toMatchObject({ code: first.code, nickname: first.nickname })
  const [player, ...more] = await playersOf(app.connection.db, contest.no)
  expect(more).toEqual([])
  expect(app.sealer.unseal(player!.sealed!, `${contest.id}/${player!.no}`)).toBe(number)
  expect(() => app.sealer.unseal(player!.sealed!, `${contest.id}/${player!.no + 1}`)).toThrow()
})

test('a number nobody plays by is told so with the right code alone, which stays good', async () => {
  const contest = await open()
  const number = newNumber()
  const oneTimeCode = await contest.send(number)
  const wish = { kind: 'phone', phone: number }
  expect(await contest.phone.refusal({ ...wish, oneTimeCode: wrong(oneTimeCode) })).toBe('phone-code-wrong')
  expect(await contest.phone.refusal({ ...wish, oneTimeCode })).toBe('player-unknown')
  await contest.phone.join({ ...wish, oneTimeCode, details: someDetails() })
})

test('after five wrong tries the right code is no good either', async () => {
  const contest = await open()
  const number = newNumber()
  const code = await contest.send(number)
  const wish = (oneTimeCode: string) => ({
    kind: 'phone',
    phone: number,
    oneTimeCode,
    details: someDetails(),
  })
  const tried = await contest.phone.post('join', { wishKey: wishKey(), ...wish(wrong(code)) })
  expect(tried.json()).toMatchObject({ code: 'phone-code-wrong', details: { left: 4 } })
  const tries = await Promise.all(Array.from({ length: 10 }, () => contest.phone.refusal(wish(wrong(code)))))
  expect(tries.filter(each => each === 'phone-code-wrong')).toHaveLength(4)
  expect(await contest.phone.refusal(wish(code))).toBe('phone-code-lapsed')
  expect(await playersOf(app.connection.db, contest.no)).toEqual([])
})

test('a code is good for five minutes, for its own number and contest', async () => {
  const [contest, other] = [await open(), await open()]
  const [number, another] = [newNumber(), newNumber()]
  const oneTimeCode = await contest.send(number)
  const wish = { kind: 'phone', phone: number, oneTimeCode, details: someDetails() }
  expect(await other.phone.refusal(wish)).toBe('phone-code-lapsed')
  expect(await contest.phone.refusal({ ...wish, phone: another })).toBe('phone-code-lapsed')
  now += 300_000
  expect(await contest.phone.refusal(wish)).toBe('phone-code-lapsed')
})

test('the answer does not tell who plays; one a minute, ten a day', async () => {
  const contest = await open()
  const [known, unknown] = [newNumber(), newNumber()]
  await contest.phone.join({
    ...{ kind: 'phone', phone: known, oneTimeCode: await contest.send(known), details: someDetails() },
  })
  now += 61_000
  const told = async (phone: string) => {
    const { shown, ...rest } = (await contest.phone.post('phone-code', { phone })).json<PhoneCodeSent>()
    expect(shown).toMatch(/^\d{6}$/)
    return rest
  }
  expect(await told(known)).toEqual(await told(unknown))
  const early = await contest.phone.post('phone-code', { phone: unknown })
  expect(early.json()).toMatchObject({ code: 'phone-code-early', details: { retryAfterSeconds: 60 } })
  for (let at = 0; at < 9; at++) {
    now += 61_000
    await contest.send(unknown)
  }
  now += 61_000
  expect(codeOf(await contest.phone.post('phone-code', { phone: unknown }))).toBe('phone-codes-many')
  now += 86_400_000
  await contest.send(unknown)
  expect(codeOf(await contest.phone.post('phone-code', { phone: '12345' }))).toBe('phone-number-wrong')
})

test('of a code only a hash is kept, of a number nothing that can be read', async () => {
  const contest = await open()
  const number = newNumber()
  const code = await contest.send(number)
  const rows = await rowsOf(
    app.connection.db,
    sql`select its::text from contest_phone_code its where contest_no = ${contest.no}`,
  )
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(number)
  expect(JSON.stringify(rows)).not.toContain(`,${code},`)
})
