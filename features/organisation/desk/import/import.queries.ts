import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import {
  type Import,
  type ImportAction,
  type ImportPage,
  type ImportQuery,
  type ImportState,
  importsAtWork,
} from '../../contract/index.ts'

const key = 'imports'

export const isAtWork = (state: ImportState): boolean => importsAtWork.includes(state)

export function importsQuery(query: ImportQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<ImportPage> =>
      answer(api.GET('/api/imports', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    // The server goes on by itself, whoever has closed the page meanwhile.
    refetchInterval: ({ state }) => (state.data?.rows.some(row => isAtWork(row.state)) ? 1_500 : false),
  })
}

export function importQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<Import> =>
      answer(api.GET('/api/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data.state) ? 700 : false),
  })
}

/** Confirms or withdraws; whatever shows units, people or what waits looks again. */
export function useImportStep(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (action: ImportAction): Promise<Import> => {
      const params = { path: { id } }
      return action === 'confirm'
        ? answer(api.POST('/api/imports/{id}/confirm', { params }))
        : answer(api.POST('/api/imports/{id}/withdraw', { params }))
    },
    onSuccess: now => client.setQueryData([key, 'one', id], now),
    onSettled: () => client.invalidateQueries({ queryKey: [key] }),
  })
}

/** After an import was written. */
export function useRegisterChanged(): () => void {
  const client = useQueryClient()
  return () => {
    for (const name of ['units', 'people', 'groups', key]) void client.invalidateQueries({ queryKey: [name] })
  }
}
