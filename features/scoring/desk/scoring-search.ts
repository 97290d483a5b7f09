/** What the addresses of the scoring pages may say; whatever else stands there is dropped. */
import { choiceParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import {
  type CountedThing,
  countedThings,
  type RecognitionKind,
  rankingOrders,
  recognitionKinds,
  silences,
} from '../contract/index.ts'

const periodName = /^20\d{2}(-(0[1-9]|1[0-2])|-Q[1-4])?$/
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
    campaign: uuidParam(search['campaign']),
    period: periodParam(search['period']),
    class: textParam(search['class'], 40),
    under: uuidParam(search['under']),
    q: textParam(search['q'], 100),
    silence: choiceParam(search['silence'], silences),
    order: choiceParam(search['order'], rankingOrders),
    page: integerParam(search['page'], 1, 100_000),
  })
}

export type AccountSearch = ScoringSearch & { readonly of?: CountedThing }

export function readAccountSearch(search: Record<string, unknown>): AccountSearch {
  return present({
    campaign: uuidParam(search['campaign']),
    period: periodParam(search['period']),
    of: choiceParam(search['of'], countedThings),
  })
}

export function readRulesSearch(search: Record<string, unknown>): Pick<ScoringSearch, 'campaign'> {
  return present({ campaign: uuidParam(search['campaign']) })
}

export type RecognitionSearch = {
  readonly campaign?: string
  readonly kind?: RecognitionKind
  readonly q?: string
  readonly page?: number
}

export function readRecognitionSearch(search: Record<string, unknown>): RecognitionSearch {
  return present({
    campaign: uuidParam(search['campaign']),
    kind: choiceParam(search['kind'], recognitionKinds),
    q: textParam(search['q'], 100),
    page: integerParam(search['page'], 1, 100_000),
  })
}
