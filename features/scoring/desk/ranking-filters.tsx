import { type PickedUnit, UnitFilter } from '@jianbao/organisation/desk'
import { type FilterChange, FoldingFilters } from '@jianbao/ui'
import { type InputRef, Select } from 'antd'
import { type Ref, useState } from 'react'
import { type ScoredCampaign, silences } from '../contract/index.ts'
import { CampaignChoice, PeriodChoice } from './score-head.tsx'
import styles from './scoring.module.css'
import { scoringTexts } from './scoring.texts.ts'
import type { RankingSearch } from './scoring-search.ts'
import type { useScored } from './use-scored.ts'

type RankingFiltersProps = {
  readonly scored: ReturnType<typeof useScored>
  readonly campaign: ScoredCampaign
  readonly filters: RankingSearch
  readonly onChange: (change: FilterChange<RankingSearch>) => void
  readonly searchRef: Ref<InputRef>
}

export function RankingFilters({ scored, campaign, filters, onChange, searchRef }: RankingFiltersProps) {
  const t = scoringTexts.useTexts()
  const [unit, setUnit] = useState<PickedUnit>()
  const set = [filters.class, filters.under, filters.silence].filter(value => value !== undefined).length
  return (
    <>
      <div className={styles['filters']}>
        <CampaignChoice
          campaigns={scored.campaigns}
          campaign={campaign}
          onChange={id => onChange({ campaign: id, period: undefined, class: undefined })}
        />
        <PeriodChoice
          campaign={campaign}
          today={scored.today}
          period={scored.period}
          onChange={period => onChange({ period })}
        />
        <Select
          className={styles['classChoice'] ?? ''}
          aria-label={t('class')}
          value={filters.class ?? ''}
          onChange={id => onChange({ class: id || undefined })}
          options={[
            { value: '', label: t('allClasses') },
            ...classesOf(campaign).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <FoldingFilters
        words={filters.q}
        label={t('search')}
        onWords={q => onChange({ q })}
        searchRef={searchRef}
        className={styles['search']}
        set={set}
        more={t('more')}
      >
        <Select<(typeof silences)[number] | ''>
          className={styles['silence'] ?? ''}
          aria-label={t('silence')}
          value={filters.silence ?? ''}
          onChange={silence => onChange({ silence: silence || undefined })}
          options={[
            { value: '', label: t('allUnits') },
            ...silences.map(value => ({ value, label: t(`silence.${value}`) })),
          ]}
        />
        <UnitFilter
          name={filters.under === undefined ? null : unit?.id === filters.under ? unit.name : ''}
          onChange={chosen => {
            setUnit(chosen)
            onChange({ under: chosen?.id })
          }}
        />
      </FoldingFilters>
    </>
  )
}

/** Classes of all versions, by id: a class of former rules may still hold units. */
function classesOf({ versions }: ScoredCampaign): { id: string; name: string }[] {
  const found = new Map<string, string>()
  for (const version of versions) for (const { id, name } of version.classes ?? []) found.set(id, name)
  return [...found].map(([id, name]) => ({ id, name }))
}
