import { createHash, randomBytes } from 'node:crypto'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { IdentityServices } from '../identity.services.ts'

/** What an account elsewhere gave: who it is, for one contest, one browser and some minutes. */
export type Grant = { readonly id: Buffer; readonly identity: Buffer; readonly goodUntil: Date }

type Services = Pick<IdentityServices, 'sealer' | 'clock'>
type Contest = { readonly id: string; readonly run: number }

const goodForMs = 10 * 60_000
const ownerOf = ({ id, run }: Contest): string => `oauth grant ${id} ${run}`

/** Writes a grant, sealed: the page carries it from the address to the join and reads nothing in it. */
export function writeGrant(
  { sealer, clock }: Services,
  contest: Contest,
  identity: Buffer,
  browser: string,
): string {
  const facts = {
    id: randomBytes(16).toString('hex'),
    identity: identity.toString('hex'),
    browser: fingerprint(browser),
    until: clock.now().getTime() + goodForMs,
  }
  return sealer.seal(JSON.stringify(facts), ownerOf(contest))
}

/** Null: made for another contest, run or browser, too old, or not made here. */
export function readGrant(
  { sealer, clock }: Services,
  contest: Contest,
  text: string,
  browser: string | null,
): Grant | null {
  let facts: { id: string; identity: string; browser: string; until: number }
  try {
    facts = JSON.parse(sealer.unseal(text, ownerOf(contest)))
  } catch {
    return null
  }
  if (browser === null || facts.browser !== fingerprint(browser)) return null
  if (clock.now().getTime() >= facts.until) return null
  return {
    id: Buffer.from(facts.id, 'hex'),
    identity: Buffer.from(facts.identity, 'hex'),
    goodUntil: new Date(facts.until),
  }
}

const fingerprint = (browser: string): string => createHash('sha256').update(browser).digest('base64url')

/** Whether it is this wish's: it was not used before, or by the same wish, sent again. */
export async function spendGrant(
  db: Database,
  contestNo: number,
  grant: Grant,
  wish: Buffer,
): Promise<boolean> {
  const rows = await rowsOf(
    db,
    sql`insert into contest_grant as its (contest_no, id, wish, good_until)
      values (${contestNo}, ${grant.id}, ${wish}, ${grant.goodUntil.toISOString()})
      on conflict (contest_no, id) do update set wish = its.wish where its.wish = excluded.wish
      returning id`,
  )
  return rows.length > 0
}
