import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  Group,
  GroupChange,
  GroupDraft,
  GroupMembers,
  GroupPage,
  GroupQuery,
} from '../../contract/index.ts'

const key = 'groups'

export function groupsQuery(query: GroupQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<GroupPage> =>
      answer(api.GET('/api/groups', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function groupQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<Group> =>
      answer(api.GET('/api/groups/{id}', { params: { path: { id } }, signal })),
  })
}

export type GroupStep =
  | { readonly act: 'add'; readonly draft: GroupDraft }
  | { readonly act: 'edit'; readonly id: string; readonly change: GroupChange }
  | { readonly act: 'set-members'; readonly id: string; readonly members: GroupMembers }
  | { readonly act: 'remove'; readonly id: string; readonly version: number }

/** One step with a group; lists and the units that count groups look again, also when it was refused. */
export function useGroupStep() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: sendStep,
    onSettled: (_, error, step) => {
      // Who still shows the members of one that is gone must not ask for it once more.
      const gone = step.act === 'remove' && !error ? step.id : null
      const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) =>
        gone === null || queryKey[2] !== gone
      return Promise.all(
        [key, 'units'].map(name => client.invalidateQueries({ queryKey: [name], predicate })),
      )
    },
  })
}

async function sendStep(step: GroupStep): Promise<Group | null> {
  if (step.act === 'add') return answer(api.POST('/api/groups', { body: step.draft }))
  const params = { path: { id: step.id } }
  switch (step.act) {
    case 'edit':
      return answer(api.PATCH('/api/groups/{id}', { params, body: step.change }))
    case 'set-members':
      return answer(api.POST('/api/groups/{id}/members', { params, body: step.members }))
    default:
      await answer(api.POST('/api/groups/{id}/remove', { params, body: { version: step.version } }))
      return null
  }
}
