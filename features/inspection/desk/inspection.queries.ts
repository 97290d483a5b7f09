import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  AnswerList,
  AnswerQuery,
  DrawnUnits,
  FindingPage,
  FindingQuery,
  TeamCandidates,
  Tour,
  TourChange,
  TourDraft,
  TourPage,
  TourQuery,
  Visit,
  VisitPage,
  VisitQuery,
} from '../contract/index.ts'

const key = 'inspection'

export function toursQuery(query: TourQuery) {
  return queryOptions({
    queryKey: [key, 'tours', query],
    queryFn: ({ signal }): Promise<TourPage> => answer(api.GET('/api/tours', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function tourQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'tour', id],
    queryFn: ({ signal }): Promise<Tour> =>
      answer(api.GET('/api/tours/{id}', { params: { path: { id } }, signal })),
  })
}

export function teamQuery(q: string) {
  return queryOptions({
    queryKey: [key, 'team', q],
    queryFn: ({ signal }): Promise<TeamCandidates> =>
      answer(api.GET('/api/tour-people', { params: { query: q ? { q } : {} }, signal })),
    placeholderData: keepPreviousData,
  })
}

/** What a random draw brought. */
export function drawnQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'drawn', id],
    queryFn: ({ signal }): Promise<DrawnUnits> =>
      answer(api.GET('/api/draws/{id}/drawn', { params: { path: { id } }, signal })),
  })
}

export function campaignChoiceQuery() {
  return queryOptions({
    queryKey: [key, 'campaigns'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/campaigns', { params: { query: { pageSize: 50 } }, signal })),
  })
}

export function answersQuery(id: string, query: AnswerQuery) {
  return queryOptions({
    queryKey: [key, 'answers', id, query],
    queryFn: ({ signal }): Promise<AnswerList> =>
      answer(api.GET('/api/tours/{id}/answers', { params: { path: { id }, query }, signal })),
  })
}

export function findingsQuery(query: FindingQuery) {
  return queryOptions({
    queryKey: [key, 'findings', query],
    queryFn: ({ signal }): Promise<FindingPage> =>
      answer(api.GET('/api/findings', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function visitsQuery(query: VisitQuery) {
  return queryOptions({
    queryKey: [key, 'visits', query],
    queryFn: ({ signal }): Promise<VisitPage> =>
      answer(api.GET('/api/visits', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function visitQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'visit', id],
    queryFn: ({ signal }): Promise<Visit> =>
      answer(api.GET('/api/visits/{id}', { params: { path: { id } }, signal })),
  })
}

export type TourStep =
  | { readonly act: 'open' | 'finish' | 'reopen' }
  | { readonly act: 'cancel'; readonly reason: string }
  | { readonly act: 'edit'; readonly change: Omit<TourChange, 'version'> }
  | { readonly act: 'add-stops'; readonly stops: { unitId: string; day: string }[] }
  | {
      readonly act: 'move-stop'
      readonly stopId: string
      readonly stopVersion: number
      readonly day?: string
      readonly position?: number
    }
  | { readonly act: 'remove-stop'; readonly stopId: string }

/** One step with a tour; pages and lists look again, also when it was refused. */
export function useTourStep({ id, version }: { id: string; version: number }) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (step: TourStep) => sendStep(id, version, step),
    onSettled: async tour => {
      if (tour) client.setQueryData([key, 'tour', id], tour)
      await client.invalidateQueries({ queryKey: [key] })
    },
  })
}

function sendStep(id: string, version: number, step: TourStep): Promise<Tour> {
  const params = { path: { id } }
  switch (step.act) {
    case 'edit':
      return answer(api.PATCH('/api/tours/{id}', { params, body: { ...step.change, version } }))
    case 'cancel':
      return answer(api.POST('/api/tours/{id}/cancel', { params, body: { version, reason: step.reason } }))
    case 'add-stops':
      return answer(api.POST('/api/tours/{id}/stops', { params, body: { stops: step.stops } }))
    case 'move-stop': {
      const { stopId, stopVersion, day, position } = step
      const body = {
        version: stopVersion,
        ...(day ? { day } : {}),
        ...(position === undefined ? {} : { position }),
      }
      return answer(api.PATCH('/api/stops/{id}', { params: { path: { id: stopId } }, body }))
    }
    case 'remove-stop':
      return answer(api.DELETE('/api/stops/{id}', { params: { path: { id: step.stopId } } }))
    default:
      return answer(api.POST(`/api/tours/{id}/${step.act}`, { params, body: { version } }))
  }
}

export function planTour(body: TourDraft): Promise<Tour> {
  return answer(api.POST('/api/tours', { body }))
}

/** Everything of the room is looked at again. */
export function useRefreshInspection(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [key] })
}
