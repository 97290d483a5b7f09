import { choiceParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import {
  type BankQuery,
  bankQuestionOrders,
  difficulties,
  type QuestionQuery,
  questionStates,
  questionTypes,
} from '../../contract/index.ts'

export function readBankSearch(search: Record<string, unknown>): BankQuery {
  return present({
    q: textParam(search['q'], 100),
    unit: uuidParam(search['unit']),
    page: integerParam(search['page'], 1, 100_000),
  })
}

/** `?question=…` is the one that is open beside the list; `?view=near` shows pairs instead of the list. */
export type QuestionSearch = QuestionQuery & {
  readonly question?: string
  readonly view?: 'near'
  /** `1`: questions without a category. */
  readonly bare?: '1'
}

export function readQuestionSearch(search: Record<string, unknown>): QuestionSearch {
  return present({
    q: textParam(search['q'], 100),
    type: choiceParam(search['type'], questionTypes),
    category: textParam(search['category'], 40),
    bare: choiceParam(search['bare'], ['1'] as const),
    difficulty: choiceParam(search['difficulty'], difficulties),
    state: choiceParam(search['state'], questionStates),
    order: choiceParam(search['order'], bankQuestionOrders),
    page: integerParam(search['page'], 1, 100_000),
    question: uuidParam(search['question']),
    view: choiceParam(search['view'], ['near'] as const),
  })
}

/** What the server is asked for. */
export function queryOf({ question: _question, view: _view, bare, ...query }: QuestionSearch): QuestionQuery {
  return bare ? { ...query, category: '' } : query
}
