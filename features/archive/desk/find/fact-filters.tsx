import { activityTypes } from '@jianbao/intake/contract'
import type { FilterChange } from '@jianbao/ui'
import type { TimelineQuery } from '../../contract/index.ts'
import { archiveTexts } from '../archive.texts.ts'
import { Choice } from './choice.tsx'
import { DayRange } from './day-range.tsx'
import styles from './filter.module.css'
import { FilterBar } from './filter-bar.tsx'
import { findTexts } from './find.texts.ts'
import { noFilters } from './find-search.ts'
import { UnitSelect } from './unit-select.tsx'

type Filters = TimelineQuery & { readonly partner?: string }

type FactFiltersProps = {
  readonly filters: Filters
  readonly onChange: (change: FilterChange<Filters>) => void
  readonly order?: React.ReactNode
}

/** What events, figures and the timeline are narrowed by. */
export function FactFilters({ filters, onChange, order }: FactFiltersProps) {
  const t = findTexts.useTexts()
  const facts = archiveTexts.useTexts()
  return (
    <>
      <FilterBar
        set={countSet(filters)}
        onClear={() => onChange({ ...noFilters, measure: filters.measure })}
        order={order}
      >
        <UnitSelect unit={filters.unit} unitOnly={filters.unitOnly} onChange={onChange} />
        <Choice
          label={t('typeFilter')}
          all={t('allTypes')}
          value={filters.type}
          options={activityTypes.map(type => ({ value: type, label: facts(`event.${type}`) }))}
          onChange={type => onChange({ type })}
        />
        <DayRange from={filters.from} to={filters.to} onChange={onChange} />
      </FilterBar>
      <Narrowed filters={filters} onChange={onChange} />
    </>
  )
}

const lesser = ['partner', 'column', 'series', 'without'] as const

function countSet(filters: Filters): number {
  const days = filters.from !== undefined || filters.to !== undefined ? 1 : 0
  return (
    [...lesser, 'unit', 'type'].filter(name => filters[name as keyof Filters] !== undefined).length + days
  )
}

/** Filters that come from a link, without a field of their own: named, and to be taken away. */
export function Narrowed({
  filters,
  onChange,
}: Pick<FactFiltersProps, 'filters'> & { onChange: (change: FilterChange<Filters>) => void }) {
  const t = findTexts.useTexts()
  const set = lesser.filter(name => filters[name] !== undefined)
  if (set.length === 0) return null
  const words = (name: (typeof lesser)[number]): string =>
    name === 'without'
      ? t(`without.${filters.without ?? 'day'}`)
      : t(`narrowed.${name}`, { name: filters[name] ?? '' })
  return (
    <p className={styles['narrowed']}>
      {set.map(name => (
        <button
          key={name}
          type="button"
          onClick={() => onChange({ [name]: undefined })}
          title={t('takeAway')}
        >
          {words(name)} <span aria-hidden="true">×</span>
        </button>
      ))}
    </p>
  )
}
