import { localDay, nextDay } from '@jianbao/platform/clock'
import type { Connection } from '@jianbao/platform/db'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { LedgerRules } from '../../../contract/index.ts'
import { makeLinks } from '../satisfaction/ask-satisfaction.ts'
import type { NeedServices } from './need.services.ts'
import { tellAsker } from './tell-asker.ts'

export type NeedLetters = {
  /** Tells whoever asked for what is done by now, and erases where they wanted to be told. Answers how many. */
  tellSettled(): Promise<number>
  start(): Promise<void>
  close(): Promise<void>
}

type Settled = {
  readonly id: string
  readonly number: string
  readonly contactSealed: string
  readonly itemId: string
  readonly title: string
  readonly keeperId: string
  readonly reopened: number
  readonly rules: LedgerRules
}

const lookAgainMs = 60_000
const atOnce = 50
const daysToAnswer = 30

/** A need is settled by its item, wherever that is closed: what is to be told is looked for, once a minute. */
export function openNeedLetters(
  services: NeedServices & {
    readonly connection: Pick<Connection, 'db'>
    readonly onError: (error: unknown) => void
  },
): NeedLetters {
  const { connection, clock, mailer, publicUrl, onError } = services
  const tell = async (tx: Database): Promise<number> => {
    // An item that somebody works on is left for the next look: its deeds hold it before its needs.
    const due = await rowsOf<Settled>(
      tx,
      sql`select n.id, n.number, n.contact_sealed as "contactSealed", i.id as "itemId", i.title, i.keeper_id as "keeperId",
          i.reopened, l.rules
        from need n join ledger_item i on i.id = n.item_id join ledger l on l.id = i.ledger_id
        where n.state = 'settled' and n.contact_sealed is not null order by n.updated_at, n.id limit ${atOnce}
        for update of n skip locked for key share of i skip locked`,
    )
    const now = clock.now()
    for (const need of due) {
      const asks = mailer.on && publicUrl !== null && need.rules.satisfaction !== undefined
      const item = { id: need.itemId, keeperId: need.keeperId, reopened: need.reopened, title: need.title }
      const lastDay = nextDay(localDay(now), daysToAnswer)
      const [path] = asks ? await makeLinks(tx, item, { links: 1, lastDay, now }) : []
      await tellAsker(services, tx, need, { kind: 'settled', link: path ? `${publicUrl}${path}` : null })
      await tx.execute(sql`update need set contact_sealed = null where id = ${need.id}`)
    }
    return due.length
  }
  const tellSettled = async (): Promise<number> => {
    const told = await connection.db.transaction(tell)
    if (told > 0) await mailer.wake()
    return told === atOnce ? told + (await tellSettled()) : told
  }
  let looking: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const look = (): void => {
    looking = looking.then(tellSettled).catch(onError)
  }
  return {
    tellSettled,
    start: async () => {
      look()
      timer = setInterval(look, lookAgainMs).unref()
    },
    close: async () => {
      clearInterval(timer)
      await looking
    },
  }
}
