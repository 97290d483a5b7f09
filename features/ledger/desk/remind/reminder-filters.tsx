import { UnitFilter } from '@jianbao/organisation/desk'
import { DayField, type FilterChange } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type ReminderPage, type RemindKind, remindKinds } from '../../contract/index.ts'
import styles from './remind.module.css'
import { unitNameQuery } from './remind.queries.ts'
import { remindTexts } from './remind.texts.ts'
import type { ReminderSearch } from './remind-search.ts'

type ReminderFiltersProps = {
  readonly filters: ReminderSearch
  readonly counts: ReminderPage['counts'] | undefined
  readonly onChange: (change: FilterChange<ReminderSearch>) => void
}

/** No reminder is older than the program. */
const earliest = '2000-01-01'

export function ReminderFilters({ filters, counts, onChange }: ReminderFiltersProps) {
  const t = remindTexts.useTexts()
  const { unit } = filters
  const named = useQuery({ ...unitNameQuery(unit ?? ''), enabled: unit !== undefined })
  const name = unit === undefined ? null : (named.data ?? '')
  const day = { earliest, className: styles['day'] }
  return (
    <search className={styles['filters']} aria-label={t('filters')}>
      <Ways filters={filters} counts={counts} onChange={onChange} />
      <UnitFilter name={name} onChange={chosen => onChange({ unit: chosen?.id })} />
      <Select<RemindKind | ''>
        className={styles['select'] ?? ''}
        aria-label={t('kindFilter')}
        value={filters.kind ?? ''}
        onChange={kind => onChange({ kind: kind || undefined })}
        options={[
          { value: '', label: t('allKinds') },
          ...remindKinds.map(kind => ({ value: kind, label: t(`remindKind.${kind}`) })),
        ]}
      />
      <fieldset className={styles['days']} aria-label={t('days')}>
        <DayField {...day} label={t('from')} value={filters.from} onChange={from => onChange({ from })} />
        <span aria-hidden="true">–</span>
        <DayField {...day} label={t('to')} value={filters.to} onChange={to => onChange({ to })} />
      </fieldset>
    </search>
  )
}

/** Each number is the list it opens. */
function Ways({ filters: { way, unreached }, counts, onChange }: ReminderFiltersProps) {
  const t = remindTexts.useTexts()
  const ways = [
    { key: 'all', on: !way && !unreached, set: {} },
    { key: 'automatic', on: way === 'automatic', set: { way: 'automatic' } },
    { key: 'manual', on: way === 'manual', set: { way: 'manual' } },
    { key: 'unreached', on: unreached === true, set: { unreached: true } },
  ] as const
  return (
    <div className={styles['ways']}>
      {ways.map(({ key, on, set }) => (
        <button
          key={key}
          type="button"
          aria-pressed={on}
          onClick={() => onChange({ way: undefined, unreached: undefined, ...set })}
        >
          {t(key, { count: counts?.[key] ?? '…' })}
        </button>
      ))}
    </div>
  )
}
