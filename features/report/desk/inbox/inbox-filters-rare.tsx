import { DayField, type FilterChange } from '@jianbao/ui'
import { Select } from 'antd'
import type { InboxWords } from '../../contract/index.ts'
import styles from './inbox.module.css'
import { inboxTexts } from './inbox.texts.ts'
import type { InboxSearch } from './inbox-search.ts'
import { allOf } from './inbox-words.ts'

const earliest = '2000-01-01'
const days = ['from', 'to', 'arrivedFrom', 'arrivedTo'] as const
const dayLabels = {
  from: 'dayFrom',
  to: 'dayTo',
  arrivedFrom: 'arrivedFrom',
  arrivedTo: 'arrivedTo',
} as const

export type RareFiltersProps = {
  readonly filters: InboxSearch
  readonly onChange: (change: FilterChange<InboxSearch>) => void
  readonly words: InboxWords | undefined
}

/** Filters that are wanted now and then. */
export function RareFilters({ filters, onChange, words }: RareFiltersProps) {
  const t = inboxTexts.useTexts()
  const className = styles['select'] ?? ''
  const desks = words?.desks ?? []
  return (
    <>
      {days.map(day => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the field is the child
        <label key={day} className={styles['day']}>
          <span aria-hidden="true">{t(dayLabels[day])}</span>
          <DayField
            label={t(dayLabels[day])}
            value={filters[day]}
            earliest={earliest}
            onChange={value => onChange({ [day]: value })}
          />
        </label>
      ))}
      <Flag
        label={t('photosFilter')}
        value={filters.photos}
        words={[t('photos.any'), t('photos.with'), t('photos.without')]}
        onChange={photos => onChange({ photos })}
      />
      <Flag
        label={t('figuresFilter')}
        value={filters.figures}
        words={[t('figures.any'), t('figures.with'), t('figures.without')]}
        onChange={figures => onChange({ figures })}
      />
      <Flag
        label={t('commissionFilter')}
        value={filters.commissioned}
        words={[t('commission.any'), t('commission.with'), t('commission.without')]}
        onChange={commissioned => onChange({ commissioned })}
      />
      <Select
        className={className}
        aria-label={t('columnFilter')}
        value={filters.column ?? ''}
        onChange={column => onChange({ column: column || undefined })}
        options={[
          { value: '', label: t('anyColumn') },
          ...allOf(words, 'columns').map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {desks.length > 1 ? (
        <Select
          className={className}
          aria-label={t('deskFilter')}
          value={filters.desk ?? ''}
          onChange={desk => onChange({ desk: desk || undefined })}
          options={[
            { value: '', label: t('anyDesk') },
            ...desks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
    </>
  )
}

type FlagProps = {
  readonly label: string
  readonly value: boolean | undefined
  /** Either, yes, no. */
  readonly words: readonly [string, string, string]
  readonly onChange: (value: boolean | undefined) => void
}

function Flag({ label, value, words, onChange }: FlagProps) {
  return (
    <Select
      className={styles['select'] ?? ''}
      aria-label={label}
      value={value === undefined ? '' : String(value)}
      onChange={chosen => onChange(chosen === '' ? undefined : chosen === 'true')}
      options={['', 'true', 'false'].map((key, at) => ({ value: key, label: words[at] }))}
    />
  )
}
