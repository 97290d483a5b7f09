import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { BriefAsk, BriefDrafts, editionReaders } from '../../contract/index.ts'
import { editionParams, viewerOf } from '../edition.routes.ts'
import type { EditionServices } from '../edition.services.ts'
import { draftBriefs } from './draft-briefs.ts'

export function briefRoutes({ clock }: Pick<EditionServices, 'clock'>): Route[] {
  return [
    defineRoute({
      tags: ['editions'],
      access: editionReaders,
      operationId: 'draftBriefs',
      method: 'POST',
      path: '/api/editions/:id/briefs/draft',
      summary: 'One-line briefs put together from the facts of adopted reports',
      audit: null,
      unrecorded: 'a draft is no deed: nothing is kept until an editor takes it into the issue',
      schema: { params: editionParams, body: BriefAsk, response: { 200: BriefDrafts } },
      handler: ({ params: { id }, body, read, caller }) =>
        read((tx, scope) =>
          draftBriefs(tx, viewerOf(scope, caller), { id, ask: body, today: localDay(clock.now()) }),
        ),
    }),
  ]
}
