import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  ContestAttemptPage,
  ContestAttemptsQuery,
  ContestFigure,
  ContestPlayerPage,
  ContestPlayersQuery,
  ContestQuestionPage,
  ContestQuestionsQuery,
  ContestReview,
  ContestScreen,
  ContestStatistics,
  ContestStatisticsQuery,
  ContestUnitPage,
  ContestUnitsQuery,
  ExpectedNumbers,
  ExpectedOutcome,
  ReviewDecision,
  ReviewOutcome,
} from '../../contract/index.ts'

const key = 'contest-numbers'
const path = (id: string) => ({ path: { id } })

export const statisticsQuery = (id: string, query: ContestStatisticsQuery) =>
  queryOptions({
    queryKey: [key, id, 'statistics', query],
    queryFn: ({ signal }): Promise<ContestStatistics> =>
      answer(api.GET('/api/contests/{id}/statistics', { params: { ...path(id), query }, signal })),
    placeholderData: keepPreviousData,
  })

export const unitsQuery = (id: string, query: ContestUnitsQuery) =>
  queryOptions({
    queryKey: [key, id, 'units', query],
    queryFn: ({ signal }): Promise<ContestUnitPage> =>
      answer(api.GET('/api/contests/{id}/statistics/units', { params: { ...path(id), query }, signal })),
    placeholderData: keepPreviousData,
  })

export const questionsQuery = (id: string, query: ContestQuestionsQuery) =>
  queryOptions({
    queryKey: [key, id, 'questions', query],
    queryFn: ({ signal }): Promise<ContestQuestionPage> =>
      answer(api.GET('/api/contests/{id}/statistics/questions', { params: { ...path(id), query }, signal })),
    placeholderData: keepPreviousData,
  })

export const playersQuery = (id: string, query: ContestPlayersQuery) =>
  queryOptions({
    queryKey: [key, id, 'players', query],
    queryFn: ({ signal }): Promise<ContestPlayerPage> =>
      answer(api.GET('/api/contests/{id}/players', { params: { ...path(id), query }, signal })),
    placeholderData: keepPreviousData,
  })

export const attemptsQuery = (id: string, query: ContestAttemptsQuery) =>
  queryOptions({
    queryKey: [key, id, 'attempts', query],
    queryFn: ({ signal }): Promise<ContestAttemptPage> =>
      answer(api.GET('/api/contests/{id}/attempts', { params: { ...path(id), query }, signal })),
    placeholderData: keepPreviousData,
  })

export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: [key, id, 'review'],
    queryFn: ({ signal }): Promise<ContestReview> =>
      answer(api.GET('/api/contests/{id}/review', { params: path(id), signal })),
  })

const lookAgainMs = 3000

/** Looks again every few seconds; what was seen last stays when the line breaks. */
export const screenQuery = (id: string) =>
  queryOptions({
    queryKey: [key, id, 'screen'],
    queryFn: ({ signal }): Promise<ContestScreen> =>
      answer(api.GET('/api/contests/{id}/screen', { params: path(id), signal })),
    refetchInterval: lookAgainMs,
    refetchIntervalInBackground: true,
  })

export const figureQuery = (id: string) =>
  queryOptions({
    queryKey: [key, 'figure', id],
    queryFn: ({ signal }): Promise<ContestFigure> =>
      answer(api.GET('/api/contest-figures/{id}', { params: path(id), signal })),
  })

export const takeFigure = (id: string): Promise<ContestFigure> =>
  answer(api.POST('/api/contests/{id}/figures', { params: path(id), body: {} }))

export function useSetExpected(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ExpectedNumbers): Promise<ExpectedOutcome> =>
      answer(api.PUT('/api/contests/{id}/expected', { params: path(id), body })),
    onSettled: () => client.invalidateQueries({ queryKey: [key, id] }),
  })
}

export function useDecide(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ReviewDecision): Promise<ReviewOutcome> =>
      answer(api.POST('/api/contests/{id}/review', { params: path(id), body })),
    onSettled: () => client.invalidateQueries({ queryKey: [key, id] }),
  })
}
