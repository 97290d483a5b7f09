import { defineRoute, type Route } from '@jianbao/platform/http'
import type { WorkGroup, WorkSource } from '@jianbao/platform/work'
import { Type } from 'typebox'

const closed = { additionalProperties: false }

export const Work = Type.Object(
  {
    groups: Type.Array(
      Type.Object(
        {
          /** What waits, `document.read`; the words are the page's. */
          kind: Type.String(),
          count: Type.Integer({ minimum: 1 }),
          /** Page of the staff app that lists exactly these. */
          link: Type.String(),
          rows: Type.Array(
            Type.Object(
              {
                title: Type.String(),
                note: Type.Union([Type.String(), Type.Null()]),
                at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
                link: Type.String(),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
)

/** Each source is read in the scope of its own roles: an editor of one unit who inspects another edits only the one. */
export function workRoutes(sources: readonly WorkSource[], clock: { now(): Date }): Route[] {
  return [
    defineRoute({
      operationId: 'listWork',
      method: 'GET',
      path: '/api/work',
      summary: 'What waits for the caller, by kind, with the first few of each',
      tags: ['work'],
      access: 'signed-in',
      audit: null,
      schema: { response: { 200: Work } },
      handler: async ({ caller, read, language }) => {
        const { person } = caller!
        const groups: WorkGroup[] = []
        for (const { roles, list } of sources) {
          if (!person.posts.some(post => roles.includes(post.role))) continue
          const asked = { person, now: clock.now(), language }
          groups.push(...(await read((tx, scope) => list({ ...asked, tx, scope }), roles)))
        }
        return {
          groups: groups
            .filter(group => group.count > 0)
            .map(group => ({ ...group, rows: group.rows.map(row => ({ ...row })) })),
        }
      },
    }),
  ]
}
