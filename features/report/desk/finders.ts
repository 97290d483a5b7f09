/** Reports found from anywhere: by words of their title and text. */
import { answer, api, type DeskFinder, type DeskRole } from '@jianbao/ui'
import { reportTexts } from './report.texts.ts'

export const reportWriters: readonly DeskRole[] = ['reporter', 'unit-lead']

export const finders: readonly DeskFinder[] = [
  {
    label: 'mine',
    namespace: reportTexts.namespace,
    roles: reportWriters,
    find: async (q, signal) => {
      const query = { q, pageSize: 5 }
      const { rows } = await answer(api.GET('/api/reports/mine', { params: { query }, signal }))
      return rows.map(({ id, title, excerpt, startDay, unitName }) => ({
        title: title || excerpt,
        note: [unitName, startDay].filter(Boolean).join(' · '),
        link: `/reports/${id}`,
      }))
    },
    all: q => `/reports?${new URLSearchParams({ q })}`,
  },
]
