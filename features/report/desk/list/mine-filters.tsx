import {
  ColumnChoice,
  DayField,
  ExportButton,
  type FilterChange,
  FoldingFilters,
  ViewMenu,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import type { MineQuery } from '../../contract/index.ts'
import { wordsQuery } from '../report.queries.ts'
import { reportTexts } from '../report.texts.ts'
import styles from './mine.module.css'
import { mineColumnsName, useMineColumns } from './mine-columns.tsx'

type MineFiltersProps = {
  readonly filters: MineQuery
  readonly onChange: (change: FilterChange<MineQuery>) => void
  readonly searchRef: Ref<InputRef>
}

export function MineFilters({ filters, onChange, searchRef }: MineFiltersProps) {
  const t = reportTexts.useTexts()
  const words = useQuery(wordsQuery)
  const columns = useMineColumns()
  const campaigns = words.data?.campaigns ?? []
  const { type, taskId, from, to, own, idle } = filters
  const set = [type, taskId, from ?? to, own, idle].filter(value => value !== undefined).length
  const { page: _page, ...order } = filters
  const types = new Map(campaigns.flatMap(campaign => campaign.types.map(({ id, name }) => [id, name])))
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
        className={styles['wide'] ?? ''}
        aria-label={t('task')}
        value={taskId ?? ''}
        onChange={id => onChange({ taskId: id || undefined })}
        options={[
          { value: '', label: t('allTasks') },
          ...campaigns.flatMap(({ name, tasks }) =>
            tasks.map(task => ({
              value: task.id,
              label: campaigns.length > 1 ? `${name} · ${task.name}` : task.name,
            })),
          ),
        ]}
      />
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('type')}
        value={type ?? ''}
        onChange={key => onChange({ type: key || undefined })}
        options={[
          { value: '', label: t('allTypes') },
          ...[...types].map(([value, label]) => ({ value, label })),
        ]}
      />
      <span className={styles['range']}>
        <span aria-hidden="true">{t('day')}</span>
        <DayField
          label={t('from')}
          value={from}
          earliest="2000-01-01"
          className={styles['day']}
          onChange={day => onChange({ from: day })}
        />
        <span aria-hidden="true">–</span>
        <DayField
          label={t('to')}
          value={to}
          earliest="2000-01-01"
          className={styles['day']}
          onChange={day => onChange({ to: day })}
        />
      </span>
      <Checkbox
        checked={own === true}
        onChange={event => onChange({ own: event.target.checked || undefined })}
      >
        {t('own')}
      </Checkbox>
      {idle ? (
        <Checkbox checked onChange={() => onChange({ idle: undefined })}>
          {t('idle')}
        </Checkbox>
      ) : null}
      <ViewMenu />
      <ColumnChoice name={mineColumnsName} columns={columns} />
      <ExportButton path="/api/reports/mine/export" order={{ body: order }} />
    </FoldingFilters>
  )
}
