import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  Draw,
  DrawChange,
  DrawDraft,
  DrawPage,
  DrawPlan,
  DrawPreview,
  DrawQuery,
  InspectorCandidates,
  RegisterPage,
  RegisterQuery,
} from '../../contract/index.ts'

const key = 'draws'
const idOf = (id: string) => ({ path: { id } })

export function drawsQuery(query: DrawQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<DrawPage> => answer(api.GET('/api/draws', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function drawQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<Draw> => answer(api.GET('/api/draws/{id}', { params: idOf(id), signal })),
  })
}

export function registerQuery(id: string, query: RegisterQuery) {
  return queryOptions({
    queryKey: [key, 'register', id, query],
    queryFn: ({ signal }): Promise<RegisterPage> =>
      answer(api.GET('/api/draws/{id}/register', { params: { ...idOf(id), query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export const candidatesQuery = queryOptions({
  queryKey: [key, 'inspectors'],
  queryFn: ({ signal }): Promise<InspectorCandidates> => answer(api.GET('/api/draw-inspectors', { signal })),
})

export const campaignChoicesQuery = queryOptions({
  queryKey: [key, 'campaigns'],
  queryFn: async ({ signal }): Promise<{ id: string; name: string }[]> => {
    const { rows } = await answer(api.GET('/api/campaigns', { params: { query: { pageSize: 100 } }, signal }))
    return rows.map(({ id, name }) => ({ id, name }))
  },
})

export function previewQuery(plan: DrawPlan | null) {
  return queryOptions({
    queryKey: [key, 'preview', plan],
    queryFn: ({ signal }): Promise<DrawPreview> =>
      answer(api.POST('/api/draw-preview', { body: { plan: plan! }, signal })),
    enabled: plan !== null,
    placeholderData: keepPreviousData,
  })
}

export const prepareDraw = (body: DrawDraft): Promise<Draw> => answer(api.POST('/api/draws', { body }))

export type DrawStep =
  | ({ readonly act: 'edit' } & Omit<DrawChange, 'version'>)
  | { readonly act: 'commit' | 'remove' }
  | { readonly act: 'draw'; readonly contribution: string }
  | { readonly act: 'void'; readonly reason: string }

/** One step with a draw; the page and the lists look again, also when it was refused. */
export function useDrawStep({ id, version }: { id: string; version: number }) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (step: DrawStep) => sendStep(id, version, step),
    onSettled: async (record, error, step) => {
      if (record) client.setQueryData([key, 'one', id], record)
      const gone = step.act === 'remove' && !error
      const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) => !(gone && queryKey[2] === id)
      await client.invalidateQueries({ queryKey: [key], predicate })
    },
  })
}

async function sendStep(id: string, version: number, step: DrawStep): Promise<Draw | null> {
  const params = idOf(id)
  switch (step.act) {
    case 'edit': {
      const { act: _, ...change } = step
      return answer(api.PUT('/api/draws/{id}', { params, body: { version, ...change } }))
    }
    case 'commit':
      return answer(api.POST('/api/draws/{id}/commit', { params, body: { version } }))
    case 'draw':
      return answer(
        api.POST('/api/draws/{id}/draw', { params, body: { version, contribution: step.contribution } }),
      )
    case 'void':
      return answer(api.POST('/api/draws/{id}/void', { params, body: { version, reason: step.reason } }))
    case 'remove':
      await answer(api.POST('/api/draws/{id}/remove', { params, body: { version } }))
      return null
  }
}

/** Lists look again after a draw was added. */
export function useRefreshDraws(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: [key] })
}
