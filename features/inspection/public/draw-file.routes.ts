/** The file of a draw, declared like every other route. */
import { Problem } from '@jianbao/errors'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { findPublicDraw, findPublicFile } from '../server/draw/find-public-draws.ts'

export function publicDrawRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      tags: ['public'],
      access: 'anyone',
      audit: null,
      operationId: 'downloadDraw',
      path: '/draws/:id/file',
      summary:
        'A random draw as jianbao-draw/1: the commitment, and after the draw all that is needed to replay it',
      perMinute: 60,
      schema: {
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
        response: { 200: { mediaTypes: ['application/json'] } },
      },
      handler: async ({ params: { id }, read, reply }) => {
        const [draw, file] = await read(
          async tx => [await findPublicDraw(tx, id), await findPublicFile(tx, id)] as const,
        )
        if (!draw || file === null) throw new Problem('not-found')
        const name = `${draw.name}-${draw.drawnAt ? '抽取结果' : '抽取前承诺'}.json`
        return reply
          .type('application/json; charset=utf-8')
          .header('content-disposition', attachment(name))
          .header('cache-control', 'no-cache')
          .send(Buffer.from(file))
      },
    }),
  ]
}
