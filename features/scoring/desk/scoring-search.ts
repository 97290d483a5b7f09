/** What the addresses of the scoring pages may say; whatever else stands there is dropped. */
import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import {
  type CountedThing,
  countedThings,
  type RecognitionKind,
  rankingOrders,
  recognitionKinds,
  silences,
} from '../contract/index.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const periodName = /^20\d{2}(-(0[1-9]|1[0-2])|-Q[1-4])?$/
const idParam = (value: unknown): string | undefined => {
  const id = textParam(value, 36)
  return id && uuid.test(id) ? id : undefined
}
/** A year stands in the address as a number. */
const periodParam = (value: unknown): string | undefined => {
  const text = String(value ?? '')
  return periodName.test(text) ? text : undefined
}

export type ScoringSearch = { readonly campaign?: string; readonly period?: string }
export type RankingSearch = ScoringSearch & {
  readonly class?: string
  readonly under?: string
  readonly q?: string
  readonly silence?: (typeof silences)[number]
  readonly order?: (typeof rankingOrders)[number]
  readonly page?: number
}

export function readRankingSearch(search: Record<string, unknown>): RankingSearch {
  return present({
    campaign: idParam(search['campaign']),
    period: periodParam(search['period']),
    class: textParam(search['class'], 40),
    under: idParam(search['under']),
    q: textParam(search['q'], 100),
    silence: choiceParam(search['silence'], silences),
    order: choiceParam(search['order'], rankingOrders),
    page: integerParam(search['page'], 1, 100_000),
  })
}

export type AccountSearch = ScoringSearch & { readonly of?: CountedThing }

export function readAccountSearch(search: Record<string, unknown>): AccountSearch {
  return present({
    campaign: idParam(search['campaign']),
    period: periodParam(search['period']),
    of: choiceParam(search['of'], countedThings),
  })
}

export function readRulesSearch(search: Record<string, unknown>): Pick<ScoringSearch, 'campaign'> {
  return present({ campaign: idParam(search['campaign']) })
}

export type RecognitionSearch = {
  readonly campaign?: string
  readonly kind?: RecognitionKind
  readonly q?: string
  readonly page?: number
}

export function readRecognitionSearch(search: Record<string, unknown>): RecognitionSearch {
  return present({
    campaign: idParam(search['campaign']),
    kind: choiceParam(search['kind'], recognitionKinds),
    q: textParam(search['q'], 100),
    page: integerParam(search['page'], 1, 100_000),
  })
}
