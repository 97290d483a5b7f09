import { currentCampaigns } from '@jianbao/campaign/server'
import type { ItemDeed } from '@jianbao/ledger/contract'
import { type ItemAsker, ledgerDesk, proposeMatter, takeLedger } from '@jianbao/ledger/server'
import { findPosts, wholeScope } from '@jianbao/organisation/server'
import { scopeOf } from '@jianbao/platform/access'
import { act } from '@jianbao/platform/audit'
import { type Clock, localDay, localInstant, nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type Life, lives, type Matter, matters } from './demonstration-rectification.ts'

type Person = ItemAsker['person']
type Place = {
  readonly unitId: string
  readonly lead: Person
  readonly counties: readonly string[]
  readonly reports: readonly string[]
}
type Cast = {
  readonly tx: Database
  readonly today: string
  readonly ledgerId: string
  readonly keeper: Person
  readonly reviewer: Person
}

/**
 * A rectification ledger whose items stand everywhere between proposed and rechecked, once: each brought there by the
 * deeds of those whose part it is, on the days they would have done them. Returns how many items there are.
 */
export async function ensureDemonstrationLedgers({
  db,
  clock,
}: {
  db: Database
  clock: Clock
}): Promise<number> {
  const done = await rowsOf(db, sql`select 1 from audit_entry where action = 'demonstration.ledgers' limit 1`)
  const [campaign] = await currentCampaigns(db)
  if (done.length || !campaign) return 0
  const deed = {
    actor: { kind: 'system', id: 'demonstration' },
    action: 'demonstration.ledgers',
    object: null,
  } as const
  return act(db, clock, deed, async (tx, entry) => {
    const [ledger] = await rowsOf<{ id: string; unitId: string }>(
      tx,
      sql`select id, unit_id as "unitId" from ledger
        where campaign_id = ${campaign.id} and kind = 'rectification' and state = 'open'`,
    )
    const keeper = await findPerson(tx, sql`p.username = 'gongzuozu'`)
    const reviewer =
      ledger &&
      keeper &&
      (await findPerson(
        tx,
        sql`p.id <> ${keeper.id} and exists (select from membership m
          where m.person_id = p.id and m.role = 'coordinator' and m.unit_id = ${ledger.unitId})`,
      ))
    if (!reviewer) return 0
    const cast = { tx, today: localDay(clock.now()), ledgerId: ledger.id, keeper, reviewer }
    const places = await findPlaces(tx)
    for (const [at, life] of lives.entries())
      await live(cast, life, matters[at % matters.length]!, places[at % places.length]!)
    // What people were told on those days they have read by now.
    await tx.execute(sql`update notice set read_at = at where kind like 'ledger.%' and read_at is null`)
    entry.after = { items: lives.length }
    return lives.length
  })
}

async function findPerson(tx: Database, which: SQL): Promise<Person | null> {
  const [found] = await rowsOf<{ id: string; name: string; username: string }>(
    tx,
    sql`select p.id, p.name, coalesce(p.username, '') as username from person p where p.state = 'active' and p.locked_at is null and ${which}
      order by p.username nulls last, p.id limit 1`,
  )
  if (!found) return null
  const posts = (await findPosts(tx, found.id)) ?? []
  return { ...found, posts, mustChangePassword: false, mustSetUpSecondFactor: false }
}

/** Cities with somebody who leads them, counties below and reports that stand. */
async function findPlaces(tx: Database): Promise<Place[]> {
  const cities = await rowsOf<{ unitId: string; counties: string[]; reports: string[] }>(
    tx,
    sql`select u.id as "unitId",
        array(select c.id::text from unit c where c.parent_id = u.id and c.kind = 'county' and c.state = 'active'
          order by c.code limit 3) as counties,
        array(select r.id::text from report r where r.unit_id = u.id and r.state in ('accepted', 'adopted', 'kept')
          order by r.submitted_at desc, r.id limit 2) as reports
      from unit u where u.kind = 'city' and u.state = 'active' order by u.code`,
  )
  const places: Place[] = []
  for (const city of cities) {
    const lead = await findPerson(
      tx,
      sql`exists (select from membership m where m.person_id = p.id and m.role = 'unit-lead' and m.unit_id = ${city.unitId})`,
    )
    if (lead && city.reports.length) places.push({ ...city, lead })
  }
  return places
}

const basis = '《全省科协系统年度督导情况通报》（演示文件，内容虚构）'

async function live(cast: Cast, life: Life, matter: Matter, place: Place): Promise<void> {
  const { tx, today, keeper } = cast
  const days = daysOf(life, today)
  const ledger = await takeLedger(tx, wholeScope, cast.ledgerId)
  const proposed = await proposeMatter(tx, wholeScope, {
    ...{ ledger, unitIds: [place.unitId], actor: keeper, now: at(days.proposed, 9), today: days.proposed },
    facts: {
      ...matter,
      basis,
      ownerName: place.lead.name,
      startDay: days.proposed,
      dueDay: days.due,
      milestones:
        life.milestone === undefined ? [] : [{ name: '完成自查', day: nextDay(today, life.milestone) }],
    },
  })
  const story = new Story(cast, place, proposed.first)
  await tellStory(story, life, days)
}

type Days = ReturnType<typeof daysOf>

/** When each step was taken: spread over the time there was. */
function daysOf({ ago, due, wish, late }: Life, today: string) {
  const over = Math.min(due, 0)
  // Fed back three days before the deadline, or two behind it.
  const done = late ? over + 2 : over - 3
  const proposed = nextDay(today, -ago)
  // Before somebody was given more time it was due ten days earlier.
  const first = nextDay(today, wish === 'granted' ? due - 10 : due)
  return {
    ...{ proposed, today },
    due: first,
    later: nextDay(today, due),
    dispatched: nextDay(today, -ago + 2),
    acknowledged: nextDay(today, -ago + 3),
    progress: nextDay(today, -Math.max(Math.floor(ago / 2), 1) + Math.min(over, 0)),
    fedBack: nextDay(today, done),
    closed: nextDay(today, done + 2),
  }
}

const at = (day: string, hour: number): Date => localInstant(day, `${String(hour).padStart(2, '0')}:20`)

/** Deeds on one item, each as somebody on a day. */
class Story {
  readonly cast: Cast
  readonly place: Place
  readonly id: string
  constructor(cast: Cast, place: Place, id: string) {
    this.cast = cast
    this.place = place
    this.id = id
  }
  as(person: Person, day: string, hour: number): ItemAsker {
    return {
      scope: scopeOf(
        person,
        person.posts.map(({ role }) => role),
      ),
      person,
      now: at(day, hour),
      today: day,
    }
  }
  async wish<T extends object>(more: T): Promise<T & { id: string; version: number }> {
    const [row] = await rowsOf<{ version: number }>(
      this.cast.tx,
      sql`select version from ledger_item where id = ${this.id}`,
    )
    return { ...more, id: this.id, version: row!.version }
  }
  async keeper(deed: ItemDeed, day: string, words?: string): Promise<void> {
    const by = this.as(deed === 'approve' ? this.cast.reviewer : this.cast.keeper, day, 10)
    await ledgerDesk.act(this.cast.tx, by, await this.wish({ deed, words }), {})
  }
  async unit(deed: ItemDeed, day: string, words?: string): Promise<void> {
    const by = this.as(this.place.lead, day, 15)
    await ledgerDesk.act(this.cast.tx, by, await this.wish({ deed, words }), {})
  }
  async prove(day: string): Promise<void> {
    const by = this.as(this.place.lead, day, 14)
    const note = '与本事项有关的报送稿件。'
    await ledgerDesk.prove(this.cast.tx, by, await this.wish({ reportIds: this.place.reports, note }), {})
  }
}

async function tellStory(story: Story, life: Life, days: Days): Promise<void> {
  if (life.end === 'draft') return
  await story.keeper('submit', days.proposed)
  if (life.end === 'review') return
  await story.keeper('approve', nextDay(days.proposed))
  if (life.end === 'ready') return
  await story.keeper('dispatch', days.dispatched)
  if (life.end === 'dispatched') return
  await story.unit('acknowledge', days.acknowledged)
  await work(story, life, days)
  if (life.end === 'cancelled')
    return story.keeper('cancel', days.today, '与另一事项重复，合并到那一项办理。')
  if (life.reopened) return reopen(story, days)
  if (life.end === 'doing') return
  await close(story, life, days)
}

async function work(story: Story, life: Life, days: Days): Promise<void> {
  const { tx, keeper } = story.cast
  const lead = (day: string, hour: number) => story.as(story.place.lead, day, hour)
  if (life.left) await handToGone(story, days)
  if (life.wish) {
    const asked = nextDay(days.acknowledged)
    const words = '协调其他部门需要时间，申请延期。'
    const toDay = life.wish === 'granted' ? days.later : nextDay(days.due, 15)
    await ledgerDesk.askExtension(tx, lead(asked, 11), await story.wish({ toDay, words }), {})
    const grant = life.wish === 'granted'
    if (life.wish !== 'open') {
      const answer = grant ? '同意，请抓紧办理。' : '理由不充分，请按期完成。'
      const by = story.as(keeper, nextDay(asked, 2), 9)
      await ledgerDesk.decideExtension(tx, by, await story.wish({ grant, words: answer }), {})
    }
  }
  if (life.parts) {
    const parts = story.place.counties.map(unitId => ({ unitId }))
    if (parts.length)
      await ledgerDesk.decompose(tx, lead(nextDay(days.acknowledged, 2), 16), await story.wish({ parts }), {})
  }
  if (!life.percent) return
  const words = '已召开协调会，明确分工，正在逐项落实。'
  const day = days.progress > days.acknowledged ? days.progress : nextDay(days.acknowledged)
  await ledgerDesk.noteProgress(tx, lead(day, 17), await story.wish({ words, percent: life.percent }), {})
}

/** To somebody who was there then. */
async function handToGone(story: Story, days: Days): Promise<void> {
  const { tx } = story.cast
  const [gone] = await rowsOf<{ id: string; name: string }>(
    tx,
    sql`select id, name from person where state = 'left' order by id limit 1`,
  )
  if (!gone) return
  const by = story.as(story.place.lead, days.acknowledged, 16)
  await ledgerDesk.hand(tx, by, await story.wish({ ownerId: null, ownerName: gone.name }), {})
  await tx.execute(sql`update ledger_item set owner_id = ${gone.id} where id = ${story.id}`)
}

async function close(story: Story, life: Life, days: Days): Promise<void> {
  const { tx } = story.cast
  await story.prove(nextDay(days.fedBack, -1))
  await story.unit('feedback', days.fedBack, '问题已经整改到位，佐证材料附后。')
  if (life.returned) {
    await story.keeper('return', nextDay(days.fedBack), '请补充整改前后的对照材料。')
    await story.unit('feedback', nextDay(days.fedBack, 1), '已补充对照材料。')
  }
  if (life.end === 'feedback') return
  await story.keeper('close', days.closed, '现场核对属实，同意销号。')
  if (life.flagged) {
    const now = at(days.today, 9).toISOString()
    await tx.execute(sql`update ledger_evidence set withdrawn_at = ${now}, withdrawn_why = 'report'
      where id = (select id from ledger_evidence where item_id = ${story.id} order by id limit 1)`)
    await tx.execute(
      sql`update ledger_item set flag = 'evidence', flagged_at = ${now} where id = ${story.id}`,
    )
  }
  if (life.end === 'settled')
    await story.keeper('settle', nextDay(days.closed, 31), '三十天后回访，没有反弹。')
}

async function reopen(story: Story, days: Days): Promise<void> {
  const { tx, keeper } = story.cast
  const early = nextDay(days.acknowledged, 10)
  await story.prove(early)
  await story.unit('feedback', nextDay(early), '整改已经完成。')
  await story.keeper('close', nextDay(early, 3), '材料齐全，同意销号。')
  const by = story.as(keeper, nextDay(early, 34), 10)
  const words = '回访发现问题反弹，责令重新整改。'
  await ledgerDesk.reopen(tx, by, await story.wish({ words, dueDay: days.due }), {})
}
