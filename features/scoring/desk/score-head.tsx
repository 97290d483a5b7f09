/** The way between the pages of scoring, and the choice of campaign and period that they share. */
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ScoredCampaign } from '../contract/index.ts'
import { periodOptions } from './period-options.ts'
import styles from './scoring.module.css'
import { scoringTexts } from './scoring.texts.ts'
import { usePeriodWords } from './use-scored.ts'

const pages = [
  ['/scoring', 'ranking'],
  ['/scoring/recognitions', 'recognitions'],
  ['/scoring/rules', 'rules'],
] as const

export function ScoreTabs({ campaign }: { readonly campaign: string | undefined }) {
  const t = scoringTexts.useTexts()
  return (
    <nav className={styles['tabs']} aria-label={t('pages')}>
      {pages.map(([to, key]) => (
        <Link
          key={to}
          to={to}
          search={campaign ? { campaign } : {}}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {t(key)}
        </Link>
      ))}
    </nav>
  )
}

type CampaignChoiceProps = {
  readonly campaigns: readonly ScoredCampaign[]
  readonly campaign: ScoredCampaign
  readonly onChange: (id: string) => void
}

/** Nothing to choose where there is one alone. */
export function CampaignChoice({ campaigns, campaign, onChange }: CampaignChoiceProps) {
  const t = scoringTexts.useTexts()
  if (campaigns.length < 2) return null
  return (
    <Select
      className={styles['campaign'] ?? ''}
      aria-label={t('campaign')}
      value={campaign.id}
      onChange={onChange}
      options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

type PeriodChoiceProps = {
  readonly campaign: ScoredCampaign
  readonly today: string
  readonly period: string
  readonly onChange: (period: string) => void
}

export function PeriodChoice({ campaign, today, period, onChange }: PeriodChoiceProps) {
  const t = scoringTexts.useTexts()
  const words = usePeriodWords()
  const groups = periodOptions(campaign.from, campaign.to, today)
  const known = groups.some(({ periods }) => periods.includes(period))
  return (
    <Select
      className={styles['period'] ?? ''}
      aria-label={t('period')}
      value={period}
      onChange={onChange}
      options={[
        ...(known ? [] : [{ value: period, label: words(period) }]),
        ...groups.flatMap(({ periods }) => periods.map(value => ({ value, label: words(value) }))),
      ]}
    />
  )
}
