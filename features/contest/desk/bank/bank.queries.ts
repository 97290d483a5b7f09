import { answer, api, send } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  ApprovedKinds,
  Bank,
  BankImport,
  BankPage,
  BankQuery,
  ManyDone,
  NearFound,
  NearPairs,
  NearQuery,
  Question,
  QuestionDeed,
  QuestionPage,
  QuestionQuery,
  QuestionWords,
} from '../../contract/index.ts'

const key = 'question-banks'

export const banksQuery = (query: BankQuery) =>
  queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<BankPage> =>
      answer(api.GET('/api/question-banks', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const questionsQuery = (id: string, query: QuestionQuery) =>
  queryOptions({
    queryKey: [key, 'questions', id, query],
    queryFn: ({ signal }): Promise<QuestionPage> =>
      answer(api.GET('/api/question-banks/{id}/questions', { params: { path: { id }, query }, signal })),
    placeholderData: keepPreviousData,
  })

export const questionQuery = (id: string) =>
  queryOptions({
    queryKey: [key, 'question', id],
    queryFn: ({ signal }): Promise<Question> =>
      answer(api.GET('/api/questions/{id}', { params: { path: { id } }, signal })),
  })

export const kindsQuery = (bankId: string) =>
  queryOptions({
    queryKey: [key, 'kinds', bankId],
    queryFn: ({ signal }): Promise<ApprovedKinds> =>
      answer(api.GET('/api/question-banks/kinds', { params: { query: { bankIds: bankId } }, signal })),
  })

export const nearPairsQuery = (id: string) =>
  queryOptions({
    queryKey: [key, 'near', id],
    queryFn: ({ signal }): Promise<NearPairs> =>
      answer(api.GET('/api/question-banks/{id}/near', { params: { path: { id } }, signal })),
  })

export const nearQuery = (id: string, body: NearQuery) =>
  queryOptions({
    queryKey: [key, 'near-to', id, body],
    queryFn: ({ signal }): Promise<NearFound> =>
      answer(api.POST('/api/question-banks/{id}/near', { params: { path: { id } }, body, signal })),
    enabled: body.stem.trim().length >= 4,
    placeholderData: keepPreviousData,
  })

/** Lists, counts and the open question look again. */
export function useRefreshBanks(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [key] })
}

export const addBank = (body: { name: string; notes: string }): Promise<Bank> =>
  answer(api.POST('/api/question-banks', { body }))

export const editBank = (
  { id, version }: Pick<Bank, 'id' | 'version'>,
  words: { name: string; notes: string },
): Promise<Bank> =>
  answer(api.PATCH('/api/question-banks/{id}', { params: { path: { id } }, body: { version, ...words } }))

export const removeBank = ({ id, version }: Pick<Bank, 'id' | 'version'>): Promise<unknown> =>
  answer(api.POST('/api/question-banks/{id}/remove', { params: { path: { id } }, body: { version } }))

export const actOnMany = (id: string, deed: QuestionDeed, ids: string[]): Promise<ManyDone> =>
  answer(api.POST(`/api/question-banks/{id}/questions/${deed}`, { params: { path: { id } }, body: { ids } }))

export function saveQuestion(
  bankId: string,
  question: Pick<Question, 'id' | 'version'> | null,
  words: QuestionWords,
): Promise<Question> {
  if (!question)
    return answer(
      api.POST('/api/question-banks/{id}/questions', { params: { path: { id: bankId } }, body: words }),
    )
  const { id, version } = question
  return answer(api.PATCH('/api/questions/{id}', { params: { path: { id } }, body: { version, ...words } }))
}

const formOf = (file: File): FormData => {
  const body = new FormData()
  body.set('file', file, file.name)
  return body
}

export async function setPicture({ id, version }: Question, file: File): Promise<Question> {
  const response = await send('POST', `/api/questions/${id}/picture`, {
    query: { version },
    body: formOf(file),
  })
  return response.json()
}

export const removePicture = ({ id, version }: Question): Promise<Question> =>
  answer(api.DELETE('/api/questions/{id}/picture', { params: { path: { id }, query: { version } } }))

export async function sendQuestionFile(
  bankId: string,
  deed: 'import-check' | 'import',
  file: File,
): Promise<BankImport> {
  const response = await send('POST', `/api/question-banks/${bankId}/${deed}`, { body: formOf(file) })
  return response.json()
}

export const markedFileOrder = (file: File): { body: FormData } => ({ body: formOf(file) })
