import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PolicyField, policyBounds, type SecurityPolicy } from '../../contract/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const read = async (): Promise<SecurityPolicy> =>
  (await (await app.as('security-administrator')).get('/api/security-policy')).json()

/** What a page sends back: the fields and the version it saw. */
function change(policy: SecurityPolicy, more: object): object {
  const { changedAt, changedBy, secondFactorRequired, sessionHours, actions, ...fields } = policy
  return { ...fields, ...more }
}

const put = async (
  body: object,
  persona: 'security-administrator' | 'security-administrator@city' = 'security-administrator',
) => (await app.as(persona)).request({ method: 'PUT', url: '/api/security-policy', payload: body })

test('the security administrator changes it, once per version, and the trail says what was and what is', async () => {
  const before = await read()
  expect(before).toMatchObject({ passwordLength: 10, failures: 5, idleMinutes: 60, actions: ['edit'] })
  const changed = await put(change(before, { idleMinutes: 30 }))
  expect(changed.json()).toMatchObject({ idleMinutes: 30, changedBy: 'security_administrator' })
  const late = await put(change(before, { idleMinutes: 45 }))
  expect([late.statusCode, late.json().code]).toEqual([409, 'policy-stale'])
  const [entry] = await rowsOf(
    app.connection.db,
    sql`select before, after from audit_entry where action = 'policy.change' and outcome = 'done'`,
  )
  expect(entry).toEqual({ before: { idleMinutes: 60 }, after: { idleMinutes: 30 } })
})

test.each(Object.keys(policyBounds) as PolicyField[])(
  '%s is kept within its bounds, by the page and by the table',
  async field => {
    const policy = await read()
    const { least, most } = policyBounds[field]
    for (const value of [least - 1, most + 1, 10.5, null, '10'])
      expect((await put(change(policy, { [field]: value }))).statusCode, `${value}`).toBe(400)
    let { version } = policy
    for (const value of [least, most]) {
      const answer = await put(change(policy, { version, [field]: value }))
      expect(answer.statusCode, `${value}`).toBe(200)
      version = answer.json().version
    }
    const column = sql.raw(field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`))
    for (const value of [least - 1, most + 1])
      await expect(
        app.connection.db.execute(sql`update security_policy set ${column} = ${value}`),
      ).rejects.toThrow()
    await put(change(policy, { version }))
  },
)

test('who keeps a city reads it and changes nothing; the second lock says so too', async () => {
  const there = await app.as('security-administrator@city')
  const seen = (await there.get('/api/security-policy')).json<SecurityPolicy>()
  expect(seen.actions).toEqual([])
  expect((await put(change(seen, { failures: 3 }), 'security-administrator@city')).statusCode).toBe(404)
  await app.connection.db.transaction(async tx => {
    await tx.execute(sql`select set_config('role', 'jianbao_desk', true), set_config('app.scope_from', '1/2/', true),
      set_config('app.scope_to', '1/2/~', true)`)
    expect(await rowsOf(tx, sql`update security_policy set failures = 3 returning 1`)).toEqual([])
    await tx.execute(sql`select set_config('role', 'none', true)`)
  })
})
