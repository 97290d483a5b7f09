import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  ContestAmendment,
  ContestChange,
  ContestChoices,
  ContestPage,
  ContestPlaying,
  ContestPreview,
  ContestQuery,
  ContestRecord,
  FrozenQuestionPage,
  FrozenQuestionQuery,
  Kinds,
  NewContest,
  Rehearsal,
} from '../../contract/index.ts'

const key = 'contests'
const idOf = (id: string) => ({ path: { id } })

export const contestsQuery = (query: ContestQuery) =>
  queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<ContestPage> =>
      answer(api.GET('/api/contests', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

const lookAgainMs = 1000
/** So long the page of an open contest believes its numbers. */
const freshMs = 15_000
export const contestQuery = (id: string) =>
  queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<ContestRecord> =>
      answer(api.GET('/api/contests/{id}', { params: idOf(id), signal })),
    refetchInterval: ({ state: { data } }) =>
      data?.regrade.state === 'working' ? lookAgainMs : data?.state === 'open' ? freshMs : false,
  })

export const choicesQuery = queryOptions({
  queryKey: [key, 'choices'],
  queryFn: ({ signal }): Promise<ContestChoices> => answer(api.GET('/api/contest-choices', { signal })),
})

export const kindsQuery = (bankIds: readonly string[]) =>
  queryOptions({
    queryKey: [key, 'kinds', bankIds],
    queryFn: ({ signal }): Promise<Kinds> =>
      answer(api.POST('/api/contest-kinds', { body: { bankIds: [...bankIds] }, signal })),
    placeholderData: keepPreviousData,
  })

export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: [key, 'preview', id],
    queryFn: ({ signal }): Promise<ContestPreview> =>
      answer(api.GET('/api/contests/{id}/preview', { params: idOf(id), signal })),
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

export const frozenQuery = (id: string, query: FrozenQuestionQuery) =>
  queryOptions({
    queryKey: [key, 'questions', id, query],
    queryFn: ({ signal }): Promise<FrozenQuestionPage> =>
      answer(api.GET('/api/contests/{id}/questions', { params: { ...idOf(id), query }, signal })),
    placeholderData: keepPreviousData,
  })

export const playingQuery = (id: string) =>
  queryOptions({
    queryKey: [key, 'playing', id],
    queryFn: ({ signal }): Promise<ContestPlaying> =>
      answer(api.GET('/api/contests/{id}/playing', { params: idOf(id), signal })),
    gcTime: 0,
  })

export const rehearsalQuery = (id: string) =>
  queryOptions({
    queryKey: [key, 'rehearsal', id],
    queryFn: ({ signal }): Promise<Rehearsal> =>
      answer(api.GET('/api/contests/{id}/rehearsal', { params: idOf(id), signal })),
    retry: false,
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'waiting' || data?.state === 'playing' ? lookAgainMs : false,
  })

export const createContest = (body: NewContest): Promise<ContestRecord> =>
  answer(api.POST('/api/contests', { body }))

export type ContestDeed =
  | ({ readonly act: 'edit' } & Omit<ContestChange, 'version'>)
  | ({ readonly act: 'amend' } & Omit<ContestAmendment, 'version'>)
  | { readonly act: 'rehearse'; readonly players: number }
  | { readonly act: 'rewind' | 'open' | 'publish' | 'remove' }
  | { readonly act: 'close' | 'withdraw'; readonly reason: string }
  | { readonly act: 'withdraw-question'; readonly no: number; readonly reason: string }

/** One deed with a contest; the page and the lists look again, also when it was refused. */
export function useContestDeed({ id, version }: { id: string; version: number }) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (deed: ContestDeed) => sendDeed(id, version, deed),
    onSettled: async (record, error, deed) => {
      if (record) client.setQueryData([key, 'one', id], record)
      const gone = deed.act === 'remove' && !error
      const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) => !(gone && queryKey[2] === id)
      await client.invalidateQueries({ queryKey: [key], predicate })
    },
  })
}

async function sendDeed(id: string, version: number, deed: ContestDeed): Promise<ContestRecord | null> {
  const params = idOf(id)
  switch (deed.act) {
    case 'edit': {
      const { act: _, ...words } = deed
      return answer(api.PUT('/api/contests/{id}', { params, body: { version, ...words } }))
    }
    case 'amend': {
      const { act: _, ...words } = deed
      return answer(api.POST('/api/contests/{id}/amend', { params, body: { version, ...words } }))
    }
    case 'rehearse':
      return answer(
        api.POST('/api/contests/{id}/rehearse', { params, body: { version, players: deed.players } }),
      )
    case 'close':
    case 'withdraw':
      return answer(
        api.POST(`/api/contests/{id}/${deed.act}`, { params, body: { version, reason: deed.reason } }),
      )
    case 'withdraw-question':
      return answer(
        api.POST('/api/contests/{id}/withdraw-question', {
          params,
          body: { no: deed.no, reason: deed.reason },
        }),
      )
    case 'remove':
      await answer(api.POST('/api/contests/{id}/remove', { params, body: { version } }))
      return null
    default:
      return answer(api.POST(`/api/contests/{id}/${deed.act}`, { params, body: { version } }))
  }
}

/** Lists and counts look again after a contest was added. */
export function useRefreshContests(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: [key] })
}
