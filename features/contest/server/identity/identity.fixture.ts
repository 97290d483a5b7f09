/** Somebody at a phone who joins contests by the routes. */
import { randomBytes } from 'node:crypto'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Answer, TestApp } from '@jianbao/testkit'
import type { JoinDetails, Standing } from '../../contract/index.ts'

export const wishKey = (): string => randomBytes(16).toString('base64url')

export const someDetails = (more: Partial<JoinDetails> = {}): JoinDetails => ({
  nickname: `选手${[...randomBytes(10)].map(byte => String.fromCodePoint(97 + (byte % 26))).join('')}`,
  unitNo: 1,
  consent: true,
  ...more,
})

export const codeOf = (answer: Answer): string => answer.json<{ code: string }>().code

/** Calls of one phone to one contest. */
export async function openPhone(app: TestApp, slug: string) {
  const agent = await app.as('anonymous')
  const post = (path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> =>
    agent.request({ method: 'POST', url: `/play/${slug}/${path}`, payload: body, headers })
  return {
    post,
    get: (path: string, headers: Record<string, string> = {}) =>
      agent.request({ method: 'GET', url: `/play/${slug}/${path}`, headers }),
    join: async (wish: object, headers: Record<string, string> = {}): Promise<Standing> => {
      const answer = await post('join', { wishKey: wishKey(), ...wish }, headers)
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return answer.json<Standing>()
    },
    /** What stands in the way of it. */
    refusal: async (wish: object, headers: Record<string, string> = {}): Promise<string> =>
      codeOf(await post('join', { wishKey: wishKey(), ...wish }, headers)),
  }
}

export type StoredPlayer = {
  readonly no: number
  readonly nickname: string
  readonly unit_no: number
  readonly sealed: string | null
  readonly code: string
  readonly identity: string
  readonly wish: string | null
}

export const playersOf = (db: Database, contestNo: number): Promise<StoredPlayer[]> =>
  rowsOf<StoredPlayer>(
    db,
    sql`select no, nickname, unit_no, sealed, code, encode(identity, 'hex') as identity, encode(wish, 'hex') as wish
      from contest_player where contest_no = ${contestNo} order by no`,
  )
