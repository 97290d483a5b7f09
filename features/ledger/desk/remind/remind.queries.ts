import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ReminderPage, RemindPreview } from '../../contract/index.ts'
import { filterOf, type ReminderSearch } from './remind-search.ts'

const key = 'reminders'

export const remindersQuery = (search: ReminderSearch) =>
  queryOptions({
    queryKey: [key, 'list', search],
    queryFn: ({ signal }): Promise<ReminderPage> => {
      const query = { ...filterOf(search), ...(search.page ? { page: search.page } : {}) }
      return answer(api.GET('/api/reminders', { params: { query }, signal })) as Promise<ReminderPage>
    },
    placeholderData: keepPreviousData,
  })

export const ownDigestsQuery = queryOptions({
  queryKey: [key, 'mine'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/reminders/mine', { signal }))).digests,
})

export const previewQuery = (page: number | undefined) =>
  queryOptions({
    queryKey: [key, 'preview', page],
    queryFn: ({ signal }): Promise<RemindPreview> =>
      answer(
        api.GET('/api/reminders/preview', { params: { query: page ? { page } : {} }, signal }),
      ) as Promise<RemindPreview>,
    placeholderData: keepPreviousData,
  })

export const unitNameQuery = (id: string) =>
  queryOptions({
    queryKey: [key, 'unit', id],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/units/{id}', { params: { path: { id } }, signal }))).name,
  })
