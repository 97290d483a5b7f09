import { enterScope, noScope } from '@jianbao/platform/access'
import { defineRoute, type Route, type RouteServices } from '@jianbao/platform/http'
import { countUnread, listNotices, readNotices } from '@jianbao/platform/notify'
import { Type } from 'typebox'

const closed = { additionalProperties: false }

export const Notice = Type.Object(
  {
    id: Type.Integer(),
    /** What happened, `import.finished`; the words are the page's. */
    kind: Type.String(),
    /** What fills the words. */
    details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    /** Page of the staff app where it goes on. */
    link: Type.Union([Type.String(), Type.Null()]),
    at: Type.String({ format: 'date-time' }),
    read: Type.Boolean(),
  },
  closed,
)

const NoticePage = Type.Object(
  {
    rows: Type.Array(Notice),
    total: Type.Integer(),
    unread: Type.Integer(),
    page: Type.Integer(),
    pageSize: Type.Integer(),
  },
  closed,
)
const NoticeQuery = Type.Object(
  {
    unread: Type.Optional(Type.Boolean()),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
const Unread = Type.Object({ unread: Type.Integer() }, closed)
/** As far as both JSON and the database count exactly. */
const NoticeId = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const Ids = Type.Object({ ids: Type.Array(NoticeId, { minItems: 1, maxItems: 100 }) }, closed)
const UpTo = Type.Object({ upTo: NoticeId }, closed)

const unrecorded = 'says only that a person has seen what they were told'
const common = { tags: ['notice'], access: 'signed-in', audit: null } as const

/** Everybody's own notices: the person is the only scope there is. */
export function noticeRoutes({ db, clock }: Pick<RouteServices, 'db' | 'clock'>): Route[] {
  const markRead = (personId: string, which: Parameters<typeof readNotices>[2]) =>
    db.transaction(async tx => {
      await enterScope(tx, { scope: noScope, personId })
      await readNotices(tx, personId, which, clock.now())
      return { unread: await countUnread(tx, personId) }
    })
  return [
    defineRoute({
      ...common,
      operationId: 'listNotices',
      method: 'GET',
      path: '/api/notices',
      summary: 'What the caller was told, newest first, one page',
      schema: { query: NoticeQuery, response: { 200: NoticePage } },
      handler: async ({ query: { page = 1, pageSize = 20, unread = false }, caller, read }) => {
        const wish = { page, pageSize, unreadOnly: unread }
        return { ...(await read(tx => listNotices(tx, caller!.person.id, wish))), page, pageSize }
      },
    }),
    defineRoute({
      ...common,
      operationId: 'countNotices',
      method: 'GET',
      path: '/api/notices/unread',
      summary: 'How many notices the caller has not read',
      schema: { response: { 200: Unread } },
      handler: ({ caller, read }) => read(async tx => ({ unread: await countUnread(tx, caller!.person.id) })),
    }),
    defineRoute({
      ...common,
      operationId: 'readNotices',
      method: 'POST',
      path: '/api/notices/read',
      summary: 'Mark notices as read',
      unrecorded,
      schema: { body: Ids, response: { 200: Unread } },
      handler: ({ caller, body }) => markRead(caller!.person.id, body),
    }),
    defineRoute({
      ...common,
      operationId: 'readAllNotices',
      method: 'POST',
      path: '/api/notices/read-all',
      summary: 'Mark all notices up to one as read; what came later stays unread',
      unrecorded,
      schema: { body: UpTo, response: { 200: Unread } },
      handler: ({ caller, body }) => markRead(caller!.person.id, body),
    }),
  ]
}
