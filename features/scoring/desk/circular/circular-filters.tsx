import { type FilterChange, FoldingFilters, ViewMenu } from '@jianbao/ui'
import { type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import { type CircularQuery, circularStates } from '../../contract/index.ts'
import styles from './circular.module.css'
import { circularTexts } from './circular.texts.ts'

type CircularFiltersProps = {
  readonly filters: CircularQuery
  readonly onChange: (change: FilterChange<CircularQuery>) => void
  readonly searchRef: Ref<InputRef>
}

export function CircularFilters({ filters, onChange, searchRef }: CircularFiltersProps) {
  const t = circularTexts.useTexts()
  const set = filters.state === undefined ? 0 : 1
  return (
    <FoldingFilters
      words={filters.q}
      label={t('search')}
      onWords={q => onChange({ q })}
      searchRef={searchRef}
      className={styles['search']}
      set={set}
      more={set > 0 ? t('moreFiltersSet', { count: set }) : t('moreFilters')}
    >
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('stateFilter')}
        value={(filters.state ?? '') as string}
        onChange={choice => onChange({ state: circularStates.find(state => state === choice) })}
        options={[
          { value: '', label: t('allStates') },
          ...circularStates.map(state => ({ value: state, label: t(`state.${state}`) })),
        ]}
      />
      <ViewMenu />
    </FoldingFilters>
  )
}
