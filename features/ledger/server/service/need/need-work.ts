import { type WorkSource, workRows } from '@jianbao/platform/work'
import { needKeepers } from '../../../contract/index.ts'
import { listNeeds } from './list-needs.ts'
import { needKindWords } from './need-words.ts'

/** What was asked and nobody has decided yet, the longest first. */
export const needWork: WorkSource = {
  roles: needKeepers,
  list: async ({ tx, scope, person }) => {
    const wish = { state: 'waiting', order: 'oldest' } as const
    const { rows, total } = await listNeeds(tx, scope, { ...wish, pageSize: workRows }, person)
    return [
      {
        kind: 'need.waiting',
        count: total,
        link: '/needs?state=waiting&order=oldest',
        rows: rows.map(({ id, words, kind, unitName, createdAt }) => ({
          title: words.length > 40 ? `${words.slice(0, 40).toWellFormed()}…` : words,
          note: [needKindWords[kind], unitName].filter(Boolean).join(' · '),
          at: createdAt,
          link: `/needs/${id}`,
        })),
      },
    ]
  },
}
