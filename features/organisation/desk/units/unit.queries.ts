import { answer, api, present } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  Unit,
  UnitChange,
  UnitDraft,
  UnitMove,
  UnitPage,
  UnitQuery,
  UnitTree,
} from '../../contract/index.ts'

const key = 'units'

/** The units right below `parent`, or the tops of what one may see. */
export function unitTreeQuery(parent: string | null, retired: boolean) {
  const query = present({ parent: parent ?? undefined, retired: retired || undefined })
  return queryOptions({
    queryKey: [key, 'tree', parent, retired],
    queryFn: ({ signal }): Promise<UnitTree> =>
      answer(api.GET('/api/units/tree', { params: { query }, signal })),
    staleTime: 30_000,
  })
}

export function unitListQuery(query: UnitQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    // The typed client reads a pair of numbers as a row of them.
    queryFn: ({ signal }) =>
      answer(api.GET('/api/units', { params: { query }, signal })) as Promise<UnitPage>,
    placeholderData: keepPreviousData,
  })
}

export function unitQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<Unit> =>
      answer(api.GET('/api/units/{id}', { params: { path: { id } }, signal })),
  })
}

export type UnitStep =
  | { readonly act: 'add'; readonly draft: UnitDraft }
  | { readonly act: 'edit'; readonly id: string; readonly change: UnitChange }
  | { readonly act: 'move'; readonly id: string; readonly to: UnitMove }
  | { readonly act: 'merge'; readonly id: string; readonly into: string; readonly version: number }
  | { readonly act: 'retire' | 'restore'; readonly id: string; readonly version: number }

/** Carries out one step; the tree, lists and whatever else counts units look again, also when it was refused. */
export function useUnitStep() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: sendStep,
    onSettled: () =>
      Promise.all([key, 'groups', 'people'].map(name => client.invalidateQueries({ queryKey: [name] }))),
  })
}

function sendStep(step: UnitStep): Promise<Unit> {
  if (step.act === 'add') return answer(api.POST('/api/units', { body: step.draft }))
  const params = { path: { id: step.id } }
  switch (step.act) {
    case 'edit':
      return answer(api.PATCH('/api/units/{id}', { params, body: step.change }))
    case 'move':
      return answer(api.POST('/api/units/{id}/move', { params, body: step.to }))
    case 'merge':
      return answer(
        api.POST('/api/units/{id}/merge', { params, body: { into: step.into, version: step.version } }),
      )
    default:
      return answer(api.POST(`/api/units/{id}/${step.act}`, { params, body: { version: step.version } }))
  }
}
