import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  OneTimePassword,
  Person,
  PersonChange,
  PersonDraft,
  PersonPage,
  PersonQuery,
  PersonSessions,
  PostGrant,
} from '../../contract/index.ts'

const key = 'people'

export function peopleQuery(query: PersonQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<PersonPage> =>
      answer(api.GET('/api/people', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function personQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<Person> =>
      answer(api.GET('/api/people/{id}', { params: { path: { id } }, signal })),
  })
}

export function sessionsQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'sessions', id],
    queryFn: ({ signal }): Promise<PersonSessions> =>
      answer(api.GET('/api/people/{id}/sessions', { params: { path: { id } }, signal })),
  })
}

/** Lists, people and what counts them look again after a deed, also when it was refused. */
function useRefresh(): <T>(deed: Promise<T>) => Promise<T> {
  const client = useQueryClient()
  return deed =>
    deed.finally(() =>
      Promise.all(
        [key, 'units', 'groups', 'work'].map(name => client.invalidateQueries({ queryKey: [name] })),
      ),
    )
}

export type PlainAct = 'leave' | 'return' | 'lock' | 'unlock' | 'reset-second-factor' | 'end-sessions'

/**
 * What can be done with people. A one-time password is handed to who asked and kept nowhere, so these are no
 * mutations, whose answers are remembered.
 */
export function usePeopleActs() {
  const refresh = useRefresh()
  const at = (id: string) => ({ params: { path: { id } } })
  return {
    create: (body: PersonDraft): Promise<Person> => refresh(answer(api.POST('/api/people', { body }))),
    edit: (id: string, body: PersonChange): Promise<Person> =>
      refresh(answer(api.PATCH('/api/people/{id}', { ...at(id), body }))),
    readPhone: (id: string) => answer(api.POST('/api/people/{id}/phone', at(id))),
    grant: (id: string, body: PostGrant): Promise<Person> =>
      refresh(answer(api.POST('/api/people/{id}/posts', { ...at(id), body }))),
    withdraw: (id: string, postId: string): Promise<Person> =>
      refresh(answer(api.DELETE('/api/people/{id}/posts/{postId}', { params: { path: { id, postId } } }))),
    openAccount: (id: string, username: string): Promise<OneTimePassword> =>
      refresh(answer(api.POST('/api/people/{id}/account', { ...at(id), body: { username } }))),
    resetPassword: (id: string): Promise<OneTimePassword> =>
      refresh(answer(api.POST('/api/people/{id}/account/password', at(id)))),
    endSession: (id: string, sessionId: string): Promise<Person> =>
      refresh(
        answer(api.DELETE('/api/people/{id}/sessions/{sessionId}', { params: { path: { id, sessionId } } })),
      ),
    plain: (act: PlainAct, id: string): Promise<Person> => refresh(answer(sendPlain(act, at(id)))),
  }
}

function sendPlain(act: PlainAct, at: { params: { path: { id: string } } }): Promise<{ data?: Person }> {
  switch (act) {
    case 'lock':
    case 'unlock':
      return api.POST(`/api/people/{id}/account/${act}`, at)
    case 'reset-second-factor':
      return api.POST('/api/people/{id}/account/second-factor/reset', at)
    case 'end-sessions':
      return api.DELETE('/api/people/{id}/sessions', at)
    default:
      return api.POST(`/api/people/{id}/${act}`, at)
  }
}
