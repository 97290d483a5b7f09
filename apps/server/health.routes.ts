import { type Database, sql } from '@jianbao/platform/db'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'

export const Health = Type.Object(
  { status: Type.Enum(['ok', 'failing']), database: Type.Enum(['ok', 'failing']), version: Type.String() },
  { additionalProperties: false },
)

export function healthRoutes(db: Database, version: string): Route[] {
  return [
    defineRoute({
      operationId: 'getHealth',
      method: 'GET',
      path: '/api/health',
      summary: 'Whether the server can work',
      tags: ['operation'],
      access: 'anyone',
      audit: null,
      schema: { response: { 200: Health, 503: Health } },
      handler: async ({ reply, request }) => {
        reply.header('cache-control', 'no-store')
        try {
          await db.execute(sql`select 1`)
          return { status: 'ok' as const, database: 'ok' as const, version }
        } catch (error) {
          request.log.error({ err: error }, 'the database does not answer')
          reply.status(503)
          return { status: 'failing' as const, database: 'failing' as const, version }
        }
      },
    }),
  ]
}
