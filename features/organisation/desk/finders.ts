/** What of the organisation is found from anywhere: units by any of their names, people by name and its sounds. */
import { answer, api, type DeskFinder, defineTexts, roles } from '@jianbao/ui'
import { personReaders } from '../contract/index.ts'

export const finderTexts = defineTexts('organisation.finders', {
  zh: { units: '单位', people: '人员' },
  en: { units: 'Units', people: 'People' },
})
const { namespace } = finderTexts
const pageSize = 5
const listOf = (path: string, q: string) => `${path}?${new URLSearchParams({ q })}`

export const finders: readonly DeskFinder[] = [
  {
    label: 'units',
    namespace,
    roles,
    find: async (q, signal) => {
      const { rows } = await answer(api.GET('/api/units', { params: { query: { q, pageSize } }, signal }))
      return rows.map(({ id, name, above }) => ({
        title: name,
        note: above.at(-1) ?? '',
        link: `/units/${id}`,
      }))
    },
    all: q => listOf('/units', q),
  },
  {
    label: 'people',
    namespace,
    roles: personReaders,
    find: async (q, signal) => {
      const { rows } = await answer(api.GET('/api/people', { params: { query: { q, pageSize } }, signal }))
      return rows.map(({ id, name, title, unitName }) => ({
        title: name,
        note: [unitName, title].filter(Boolean).join(' · '),
        link: `/people/${id}`,
      }))
    },
    all: q => listOf('/people', q),
  },
]
