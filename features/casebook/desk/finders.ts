/** Cases found from anywhere, by words of what they say. */
import { answer, api, businessRoles, type DeskFinder } from '@jianbao/ui'
import { caseTexts } from './case.texts.ts'

export const finders: readonly DeskFinder[] = [
  {
    label: 'menu',
    namespace: caseTexts.namespace,
    roles: businessRoles,
    find: async (q, signal) => {
      const query = { q, pageSize: 5 }
      const { rows } = await answer(api.GET('/api/cases', { params: { query }, signal }))
      return rows.map(({ id, title, sourceUnit, tags }) => ({
        title,
        note: [sourceUnit, ...tags].filter(Boolean).join(' · '),
        link: `/cases/${id}`,
      }))
    },
    all: q => `/cases?${new URLSearchParams({ q })}`,
  },
]
