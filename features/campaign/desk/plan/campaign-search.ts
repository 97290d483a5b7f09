/** What the addresses of the list and of one plan may say; whatever else stands there is dropped. */
import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import { type CampaignState, campaignStates } from '../../contract/index.ts'

export type CampaignSearch = {
  readonly q?: string
  readonly state?: CampaignState
  readonly page?: number
}

export function readCampaignSearch(search: Record<string, unknown>): CampaignSearch {
  return present({
    q: textParam(search['q'], 100),
    state: choiceParam(search['state'], campaignStates),
    page: integerParam(search['page'], 1, 100_000),
  })
}

export const planViews = ['timeline', 'table'] as const
export const planShows = ['all', 'required', 'chosen'] as const
export type PlanSearch = {
  readonly view?: (typeof planViews)[number]
  readonly show?: (typeof planShows)[number]
}

export function readPlanSearch(search: Record<string, unknown>): PlanSearch {
  return present({
    view: choiceParam(search['view'], planViews),
    show: choiceParam(search['show'], planShows),
  })
}
