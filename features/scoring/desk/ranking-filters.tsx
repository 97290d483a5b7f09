import { CloseOutlined } from '@ant-design/icons'
import { type PickedUnit, UnitPicker } from '@jianbao/organisation/desk'
import { type FilterChange, FoldingFilters } from '@jianbao/ui'
import { Button, type InputRef, Modal, Select, Space } from 'antd'
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
        <UnderFilter under={filters.under} onChange={under => onChange({ under })} />
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

type UnderFilterProps = {
  readonly under: string | undefined
  readonly onChange: (under: string | undefined) => void
}

function UnderFilter({ under, onChange }: UnderFilterProps) {
  const t = scoringTexts.useTexts()
  const [asking, setAsking] = useState(false)
  const [unit, setUnit] = useState<PickedUnit | null>(null)
  const named = unit?.id === under ? unit : null
  const words =
    under === undefined ? t('unit') : named ? t('unitWhole', { name: named.name }) : t('unitChosen')
  return (
    <>
      <Space.Compact>
        <Button
          aria-label={`${t('unitFilter')}: ${words}`}
          aria-haspopup="dialog"
          onClick={() => setAsking(true)}
        >
          {words}
        </Button>
        {under === undefined ? null : (
          <Button
            aria-label={t('unitClear')}
            title={t('unitClear')}
            icon={<CloseOutlined aria-hidden="true" />}
            onClick={() => onChange(undefined)}
          />
        )}
      </Space.Compact>
      <Modal
        open={asking}
        destroyOnHidden
        title={t('unitFilter')}
        width={520}
        okText={t('use')}
        cancelText={t('cancel')}
        okButtonProps={{ disabled: !unit }}
        onOk={() => {
          setAsking(false)
          if (unit) onChange(unit.id)
        }}
        onCancel={() => setAsking(false)}
      >
        <UnitPicker label={t('unitChoose')} value={unit} onChange={setUnit} />
      </Modal>
    </>
  )
}
