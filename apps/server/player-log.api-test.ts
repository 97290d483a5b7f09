/** Nothing that tells who plays stands in the log, whatever goes wrong: the app logs everything here. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock } from '@jianbao/platform/clock'
import { sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testAccounts } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPhone, someDetails, wishKey } from '../../features/contest/server/identity/identity.fixture.ts'
import { openContestOf } from '../../features/contest/server/play/play.fixture.ts'
import { type App, buildApp } from './app.ts'
import { readConfig } from './config.ts'
import { openLogger } from './open-logger.ts'

let app: TestApp
let chatty: App
const lines: string[] = []
const messages: string[] = []
let works = true
const gateway = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', part => parts.push(part))
  request.on('end', () => {
    messages.push(Buffer.concat(parts).toString())
    response.writeHead(works ? 200 : 500).end('13800138000 refused')
  })
})

beforeAll(async () => {
  gateway.listen(0, '127.0.0.1')
  await new Promise(resolve => gateway.once('listening', resolve))
  const { port } = gateway.address() as AddressInfo
  app = await openTestApp()
  chatty = await buildApp({
    config: readConfig({
      DATA_FOLDER: app.config.dataFolder,
      JIANBAO_PROFILE: 'empty',
      HOST: 'jianbao.test',
      SMS_URL: `http://127.0.0.1:${port}/send?to={phone}`,
      SMS_BODY: '{code}',
      SMS_HEADERS: '{"content-type":"text/plain"}',
    }),
    connection: app.connection,
    clock: systemClock,
    logger: openLogger('trace', { write: line => void lines.push(line) }),
    secret: testAccounts.secret,
  })
})
afterAll(async () => {
  await chatty.close()
  await app.close()
  gateway.closeAllConnections()
  await new Promise(resolve => gateway.close(resolve))
})

test('neither number, code, nickname, 参赛码 nor ticket is logged', async () => {
  const contest = await openContestOf(app.connection.db, app.sealer, {
    rules: { identity: { kind: 'phone', provider: null } },
  })
  const phone = await openPhone(
    { ...app, as: async () => agentOf(chatty) } as unknown as TestApp,
    contest.slug,
  )
  const number = '13800138000'
  works = false
  expect((await phone.post('phone-code', { phone: number })).statusCode).toBe(503)
  expect(messages).toHaveLength(1)
  const sentInVain = messages[0]!
  const wish = { kind: 'phone', phone: number, details: someDetails({ nickname: '溪口老李头' }) }
  expect(await phone.refusal({ ...wish, oneTimeCode: sentInVain })).toBe('phone-code-lapsed')
  works = true
  const other = '13800138999'
  await phone.post('phone-code', { phone: other })
  const joined = await phone.join({ ...wish, phone: other, oneTimeCode: messages[1]! })
  await phone.post('standing', { ticket: joined.ticket })
  await phone.post('forget', { code: joined.code, sure: true })
  // And when the database is away, so that errors come with their statements.
  await app.connection.db.execute(sql`alter table contest_player rename to contest_player_away`)
  const key = wishKey()
  const failed = await phone.post('join', { kind: 'player-code', wishKey: key, code: joined.code })
  await app.connection.db.execute(sql`alter table contest_player_away rename to contest_player`)
  expect(failed.statusCode).toBe(500)
  expect(lines.some(line => line.includes('"msg":"failed"') && line.includes('42P01'))).toBe(true)
  expect(lines.some(line => line.includes('gateway of messages'))).toBe(true)
  const said = lines.join('\n') + failed.body
  for (const secret of [number, other, ...messages, '溪口老李头', joined.code, joined.ticket, key])
    expect(said.includes(secret)).toBe(false)
})

function agentOf(its: App) {
  return {
    request: (options: { method: 'GET' | 'POST'; url: string; payload?: object; headers?: object }) =>
      its.http.inject({
        ...options,
        headers: { host: 'jianbao.test', origin: 'http://jianbao.test', ...options.headers },
      }),
  }
}
