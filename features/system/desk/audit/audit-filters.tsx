import { DayField, type FilterChange, FoldingFilters, SearchField, useLanguage } from '@jianbao/ui'
import { Button, type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import {
  type AuditAction,
  type AuditEntry,
  type AuditOutcome,
  type AuditQuery,
  auditActions,
  auditNouns,
  auditOutcomes,
} from '../../contract/index.ts'
import styles from './audit.module.css'
import { auditTexts } from './audit.texts.ts'
import { UnitFilter } from './unit-filter.tsx'

type AuditFiltersProps = {
  readonly filters: AuditQuery
  readonly onChange: (change: FilterChange<AuditQuery>) => void
  readonly searchRef: Ref<InputRef>
  /** What is shown: a person who was chosen by id has a name there. */
  readonly rows: readonly AuditEntry[]
}

/** What the links of an entry put in for its person. */
const id = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
/** No trail begins before. */
const earliest = '2000-01-01'
const folded = ['person', 'action', 'outcome', 'unit', 'from', 'to', 'object'] as const

export function AuditFilters({ filters, onChange, searchRef, rows }: AuditFiltersProps) {
  const t = auditTexts.useTexts()
  const set = folded.filter(name => filters[name] !== undefined).length
  return (
    <FoldingFilters
      words={filters.words}
      label={t('search')}
      onWords={words => onChange({ words })}
      searchRef={searchRef}
      className={styles['search']}
      set={set}
      more={set > 0 ? t('moreFiltersSet', { count: set }) : t('moreFilters')}
    >
      <Choices filters={filters} onChange={onChange} rows={rows} />
    </FoldingFilters>
  )
}

function Choices({ filters, onChange, rows }: Omit<AuditFiltersProps, 'searchRef'>) {
  const t = auditTexts.useTexts()
  const actions = useActionOptions()
  const day = { earliest, className: styles['day'] }
  return (
    <>
      {filters.person && id.test(filters.person) ? (
        <Chosen onClear={() => onChange({ person: undefined })}>
          {t('personSet', { person: rows[0]?.actorName ?? filters.person })}
        </Chosen>
      ) : (
        <div className={styles['person']}>
          <SearchField
            value={filters.person ?? ''}
            label={t('personFilter')}
            onSearch={person => onChange({ person: person || undefined })}
          />
        </div>
      )}
      <UnitFilter value={filters.unit} onChange={unit => onChange({ unit })} />
      <Select
        className={styles['wide'] ?? ''}
        aria-label={t('actionFilter')}
        showSearch={{ optionFilterProp: 'label' }}
        value={filters.action ?? ''}
        onChange={action => onChange({ action: action || undefined })}
        options={[{ value: '', label: t('allActions') }, ...actions]}
      />
      <Select<AuditOutcome | ''>
        className={styles['select'] ?? ''}
        aria-label={t('outcomeFilter')}
        value={filters.outcome ?? ''}
        onChange={outcome => onChange({ outcome: outcome || undefined })}
        options={[
          { value: '', label: t('allOutcomes') },
          ...auditOutcomes.map(outcome => ({ value: outcome, label: t(`outcome.${outcome}`) })),
        ]}
      />
      <fieldset className={styles['days']} aria-label={t('days')}>
        <DayField {...day} label={t('from')} value={filters.from} onChange={from => onChange({ from })} />
        <span aria-hidden="true">–</span>
        <DayField {...day} label={t('to')} value={filters.to} onChange={to => onChange({ to })} />
      </fieldset>
      {filters.object ? (
        <Chosen onClear={() => onChange({ object: undefined })}>
          {t('objectSet', { object: rows[0]?.words ?? filters.object })}
        </Chosen>
      ) : null}
    </>
  )
}

/** What was chosen by a link; a click lets go of it. */
function Chosen({ children, onClear }: { children: string; onClear: () => void }) {
  return (
    <Button onClick={onClear} title={children}>
      <span className={styles['chosen']}>{children}</span>
      <span aria-hidden="true">✕</span>
    </Button>
  )
}

/** Actions in words, under what they are done with; each heading can be chosen itself. */
function useActionOptions() {
  const t = auditTexts.useTexts()
  const language = useLanguage()
  const actions = Object.keys(auditActions) as AuditAction[]
  return Object.entries(auditNouns).map(([noun, words]) => ({
    label: words[language],
    title: noun,
    options: [
      { value: noun, label: t('allOf', { noun: words[language] }) },
      ...actions
        .filter(action => action.startsWith(`${noun}.`))
        .map(action => ({ value: action as string, label: auditActions[action][language] })),
    ],
  }))
}
