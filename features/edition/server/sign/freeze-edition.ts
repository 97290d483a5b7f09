/** From signature to print: the seal, the forms, the record. Each step may be cut short; the next run goes on. */
import { recordFacts } from '@jianbao/archive/server'
import { recordComposed } from '@jianbao/bulletin/server'
import { wholeScope } from '@jianbao/organisation/server'
import { act, findEntry } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import { registerPrinted } from '@jianbao/report/server'
import { type EditionRow, editionName, noteStep, selectEditions } from '../edition.store.ts'
import type { FreezeOrder, OrderedArticle } from './freeze-order.ts'
import { type FormSetting, type Forms, makeForms } from './make-forms.ts'
import { readFacts } from './printed-facts.ts'
import { senderOf, tell } from './tell-of-edition.ts'

export type FreezeServices = {
  readonly db: Database
  readonly clock: Clock
  readonly typesetting: FormSetting
  readonly store: FileStore
  readonly readPicture: (sha256: string) => Promise<Uint8Array>
  /** What follows an issue, in the transaction that records it. */
  readonly onIssued: (tx: Database, edition: { readonly id: string; readonly at: Date }) => Promise<void>
}
/** Ends the job, inside the transaction that records the issue. */
type Done = (tx: Database) => Promise<void>

const issuer = { id: 'issuing', name: '系统' } as const

/** Makes an issue of a signed edition. One that is no longer to be made is left as it is. Throws what typesetting throws. */
export async function freezeEdition(services: FreezeServices, id: string, done: Done): Promise<void> {
  const { db } = services
  const sealed = await sealEdition(db, id)
  if (!sealed) return db.transaction(done)
  const forms = await makeForms(services, sealed.order, new Date(sealed.signedAt))
  await act(
    db,
    services.clock,
    { actor: { kind: 'system', id: issuer.id }, action: 'edition.issue', object: id },
    async (tx, entry) => {
      const row = await holdSigned(tx, id)
      if (row) {
        await recordIssue(tx, services, row, { order: sealed.order, forms })
        entry.words = editionName(row)
        entry.unitId = row.unitId
        entry.after = forms
      }
      await done(tx)
    },
  )
}

/** The order with the head of the audit chain in its imprint: the entry of the signature, once it is in the trail. */
async function sealEdition(
  db: Database,
  id: string,
): Promise<{ order: FreezeOrder; signedAt: string | Date } | null> {
  return db.transaction(async tx => {
    const [row] = await rowsOf<{ content: FreezeOrder; signedAt: string | Date }>(
      tx,
      sql`select f.content, e.signed_at as "signedAt" from edition e join edition_freeze f on f.edition_id = e.id
        where e.id = ${id} and e.state = 'signed' for update of e`,
    )
    if (!row) return null
    const entry = await findEntry(tx, { object: id, actions: ['edition.sign', 'edition.force'] })
    if (!entry) throw new Error(`the signature of edition ${id} is not in the audit trail`)
    await tx.execute(sql`update edition set chain_head = ${entry.hash} where id = ${id}`)
    const { content, signedAt } = row
    return { order: { ...content, model: { ...content.model, seal: { chainHead: entry.hash } } }, signedAt }
  })
}

/** Null when it was issued meanwhile. */
async function holdSigned(tx: Database, id: string): Promise<EditionRow | null> {
  // The program's own: as the owner, of the whole federation.
  const viewer = { scope: wholeScope, person: { id: issuer.id, name: issuer.name, posts: [] } }
  const [row] = await selectEditions(
    tx,
    viewer as unknown as Parameters<typeof selectEditions>[1],
    '2000-01-01',
    sql`e.id = ${id} and e.state = 'signed'`,
    sql`for update of e`,
  )
  return row ?? null
}

async function recordIssue(
  tx: Database,
  { clock, onIssued }: FreezeServices,
  row: EditionRow,
  { order, forms }: { readonly order: FreezeOrder; readonly forms: Forms },
): Promise<void> {
  const at = clock.now()
  const { id, unitId, seriesId } = row
  const articles = order.columns.flatMap(column => column.articles)
  const facts = await readFacts(
    tx,
    articles.flatMap(({ items }) => items),
  )
  const events = [...facts.values()].flat()
  await recordComposed(tx, {
    ...{ id, unitId, seriesId, model: order.model, files: forms, pictures: order.pictures, at },
    columns: order.columns.map(({ name, articles: its }) => ({ name, articles: its.map(printedArticle) })),
    events: events.length,
    figures: events.reduce((sum, event) => sum + event.figures.length, 0),
    publishedAt: order.public === 'on-issue' ? at : null,
    confined: order.public === 'never',
    signed: { name: row.signedName!, at: new Date(row.signedAt!) },
  })
  await recordFacts(tx, wholeScope, [
    {
      issueId: id,
      origin: 'composed',
      articleIds: order.columns.map(({ articles: its }) => its.map(article => article.id)),
      reading: {
        date: order.model.date,
        series: { name: order.model.series },
        columns: order.columns.map(({ name, articles: its }) => ({
          name,
          articles: its.map(article => ({
            ...printedArticle(article),
            events: article.items.flatMap(item => facts.get(item.id) ?? []),
          })),
        })),
      },
    },
  ])
  const signer = { id: row.signedBy!, name: row.signedName! }
  await registerPrinted(
    tx,
    articles.flatMap(article => printedSources(id, article)),
    signer,
    at,
  )
  await tx.execute(sql`update edition set state = 'issued', issued_at = ${at.toISOString()}, version = version + 1,
    updated_at = ${at.toISOString()} where id = ${id}`)
  await tx.execute(sql`delete from edition_freeze where edition_id = ${id}`)
  const step = { action: 'freeze', state: 'issued', stepName: null, round: row.round, reason: null } as const
  await noteStep(tx, id, step, issuer, at)
  const to = [signer.id, await senderOf(tx, row)]
  await tell(tx, to, { kind: 'edition.issued', row, by: issuer, now: at, link: `/issues/${id}` })
  await onIssued(tx, { id, at })
}

/** As the issue keeps it; a brief begins with its headline, as it is printed. */
function printedArticle({ id, kind, headline, contributor, withheld, items }: OrderedArticle) {
  const paragraphs = items.flatMap(item => (kind === 'briefs' ? briefLines(item) : item.paragraphs))
  return { id, kind, headline, contributor, withheld, paragraphs }
}

function briefLines({ headline, paragraphs }: OrderedArticle['items'][number]): string[] {
  const [first = '', ...rest] = paragraphs
  return [headline + first, ...rest].filter(Boolean)
}

function printedSources(issueId: string, article: OrderedArticle) {
  return article.items.flatMap(({ headline, paragraphs, sources }) =>
    sources.flatMap(({ adoptionId }) =>
      adoptionId === null
        ? []
        : [{ adoptionId, issueId, articleId: article.id, headline: headline || null, paragraphs }],
    ),
  )
}
