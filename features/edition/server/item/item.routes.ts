import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import { defineRoute, type Route, type RouteContext } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { EditionContent, editionReaders, ItemDraft, ItemMove, ItemText } from '../../contract/index.ts'
import { editionParams, viewerOf } from '../edition.routes.ts'
import type { EditionServices } from '../edition.services.ts'
import { getEditionRow, touchEdition, type Viewer } from '../edition.store.ts'
import { addItems } from './add-items.ts'
import { moveItem, removeItem, saveItem } from './change-items.ts'
import { readContent } from './item.store.ts'

const Id = Type.String({ format: 'uuid' })
const params = Type.Object({ id: Id, itemId: Id }, { additionalProperties: false })
const writing = { tags: ['editions'], access: editionReaders } as const
const answer = { 200: EditionContent } as const

/** What stands in an edition. Every change answers the whole of it, so that the page never guesses. */
export function itemRoutes({ clock }: EditionServices): Route[] {
  const today = () => localDay(clock.now())
  type Asked = Pick<RouteContext<{ response: typeof answer }>, 'act' | 'caller'>
  type Change = (tx: Database, viewer: Viewer, entry: EntryDraft) => Promise<unknown>
  const change = ({ act, caller }: Asked, id: string, work: Change): Promise<EditionContent> =>
    act(id, async (tx, scope, entry) => {
      const viewer = viewerOf(scope, caller)
      await work(tx, viewer, entry)
      const row = await getEditionRow(tx, viewer, id, today())
      const keys = row.columns.map(({ key }) => key)
      const version = await touchEdition(tx, id, keys, viewer.person, clock.now())
      return { version, content: await readContent(tx, row) }
    })
  return [
    defineRoute({
      ...writing,
      operationId: 'addEditionItems',
      method: 'POST',
      path: '/api/editions/:id/items',
      summary: 'Take adopted reports into an issue, or begin an empty article',
      audit: 'edition.add-items',
      schema: { params: editionParams, body: ItemDraft, response: answer },
      handler: context => {
        const { id } = context.params
        const asked = { id, draft: context.body, now: clock.now(), today: today() }
        return change(context, id, (tx, viewer, entry) => addItems(tx, viewer, asked, entry))
      },
    }),
    defineRoute({
      ...writing,
      operationId: 'saveEditionItem',
      method: 'PUT',
      path: '/api/editions/:id/items/:itemId',
      summary: 'Save the words of an article',
      audit: 'edition.save-item',
      perMinute: 240,
      schema: { params, body: ItemText, response: answer },
      handler: context => {
        const { id, itemId } = context.params
        const asked = { id, itemId, text: context.body, now: clock.now(), today: today() }
        return change(context, id, (tx, viewer, entry) => saveItem(tx, viewer, asked, entry))
      },
    }),
    defineRoute({
      ...writing,
      operationId: 'moveEditionItem',
      method: 'POST',
      path: '/api/editions/:id/items/:itemId/move',
      summary: 'Put an article in another place',
      audit: 'edition.move-item',
      schema: { params, body: ItemMove, response: answer },
      handler: context => {
        const { id, itemId } = context.params
        const asked = { id, itemId, move: context.body, today: today() }
        return change(context, id, (tx, viewer, entry) => moveItem(tx, viewer, asked, entry))
      },
    }),
    defineRoute({
      ...writing,
      operationId: 'removeEditionItem',
      method: 'DELETE',
      path: '/api/editions/:id/items/:itemId',
      summary: 'Take an article out of an issue',
      audit: 'edition.remove-item',
      schema: { params, response: answer },
      handler: context => {
        const { id, itemId } = context.params
        const asked = { id, itemId, now: clock.now(), today: today() }
        return change(context, id, (tx, viewer, entry) => removeItem(tx, viewer, asked, entry))
      },
    }),
  ]
}
