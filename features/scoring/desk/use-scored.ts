/** The campaign and the period a page is about: those of the address, else the newest campaign and its last year. */
import { useQuery } from '@tanstack/react-query'
import type { ScoredCampaign } from '../contract/index.ts'
import { usualPeriod } from './period-options.ts'
import { scoredQuery } from './scoring.queries.ts'
import { scoringTexts } from './scoring.texts.ts'
import type { ScoringSearch } from './scoring-search.ts'

export function useScored({ campaign: asked, period }: ScoringSearch) {
  const found = useQuery(scoredQuery)
  const campaigns = found.data?.campaigns ?? []
  const campaign: ScoredCampaign | null = campaigns.find(({ id }) => id === asked) ?? campaigns[0] ?? null
  const today = found.data?.today ?? ''
  return {
    found,
    campaigns,
    campaign,
    today,
    period: period ?? (campaign ? usualPeriod(campaign.from, campaign.to, today) : ''),
  }
}

/** A period whose year is known: 三季度. */
export function useShortPeriodWords(): (period: string) => string {
  const t = scoringTexts.useTexts()
  return period => {
    if (period.length === 4) return t('wholeYear')
    if (period[5] === 'Q') return t('shortQuarter', { no: t(`no.${period[6] as '1' | '2' | '3' | '4'}`) })
    return t('shortMonth', { month: String(Number(period.slice(5))) })
  }
}

/** A period in words: 2021年三季度. */
export function usePeriodWords(): (period: string) => string {
  const t = scoringTexts.useTexts()
  return period => {
    const year = period.slice(0, 4)
    if (period.length === 4) return t('year', { year })
    if (period[5] === 'Q') return t('quarter', { year, no: t(`no.${period[6] as '1' | '2' | '3' | '4'}`) })
    return t('month', { year, month: String(Number(period.slice(5))) })
  }
}
