/** The filters that the matrix and its lists have in common. */
import { unitKinds } from '@jianbao/organisation/contract'
import { UnitFilter } from '@jianbao/organisation/desk'
import { Select } from 'antd'
import type { Coverage } from '../contract/index.ts'
import styles from './filters.module.css'
import { ledgerTexts } from './ledger.texts.ts'
import type { CoverageSearch } from './ledger-search.ts'

type Shared = Pick<CoverageSearch, 'campaign' | 'unit' | 'kind' | 'task'>
type SharedFiltersProps = {
  readonly filters: Shared & { readonly only?: boolean }
  readonly frame: Pick<Coverage, 'campaign' | 'campaigns' | 'under' | 'tasks'> | undefined
  readonly mayNarrow?: boolean
  readonly onChange: (
    change: { [K in keyof Shared]?: Shared[K] | undefined } & {
      only?: boolean | undefined
      period?: undefined
    },
  ) => void
}

export function SharedFilters({ filters, frame, mayNarrow = false, onChange }: SharedFiltersProps) {
  const t = ledgerTexts.useTexts()
  const className = styles['select'] ?? ''
  const campaigns = frame?.campaigns ?? []
  return (
    <>
      {campaigns.length > 1 ? (
        <Select
          className={styles['wide'] ?? ''}
          aria-label={t('campaign')}
          value={filters.campaign ?? frame?.campaign?.id ?? ''}
          onChange={campaign => onChange({ campaign, task: undefined, period: undefined })}
          options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <UnitFilter
        name={filters.unit ? (frame?.under?.name ?? '') : null}
        only={filters.only}
        mayNarrow={mayNarrow}
        onChange={(unit, only) =>
          onChange({ unit: unit?.id, ...(mayNarrow ? { only: only || undefined } : {}) })
        }
      />
      <Select
        className={className}
        aria-label={t('kindFilter')}
        value={filters.kind ?? ''}
        onChange={kind => onChange({ kind: kind === '' ? undefined : (kind as Shared['kind']) })}
        options={[
          { value: '', label: t('anyKind') },
          ...unitKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) })),
        ]}
      />
      <Select
        className={styles['wide'] ?? ''}
        aria-label={t('taskFilter')}
        value={filters.task ?? ''}
        onChange={task => onChange({ task: task === '' ? undefined : task, period: undefined })}
        options={[
          { value: '', label: t('allTasks') },
          ...(frame?.tasks ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  )
}
