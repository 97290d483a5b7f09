import {
  type Column,
  DataTable,
  EmptyState,
  FoldingFilters,
  formatInstant,
  holdsRole,
  ListFrame,
  PageHeader,
  useFilters,
  useHeldRoles,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef, Select } from 'antd'
import { useRef } from 'react'
import {
  type CampaignState,
  type CampaignSummary,
  campaignKeepers,
  campaignStates,
} from '../../contract/index.ts'
import { campaignsQuery } from '../campaign.queries.ts'
import { campaignTexts } from '../campaign.texts.ts'
import type { CampaignSearch } from './campaign-search.ts'
import { CampaignStateTag, useTaskWords } from './campaign-words.tsx'
import styles from './plan.module.css'

/** Plans of campaigns, the latest first. */
export default function CampaignListPage() {
  const t = campaignTexts.useTexts()
  const [filters, setFilters] = useFilters<CampaignSearch>()
  const keeps = holdsRole(useHeldRoles(), campaignKeepers)
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const list = useQuery(campaignsQuery(filters))
  const columns = useColumns()
  const narrowed = Boolean(filters.q || filters.state)
  const load = keeps ? (
    <Link to="/campaign-packs">
      <Button type="primary">{t('load')}</Button>
    </Link>
  ) : null
  return (
    <>
      <PageHeader title={t('menu')} note={t('note')} actions={load} />
      <FoldingFilters
        words={filters.q}
        label={t('search')}
        onWords={q => setFilters({ q })}
        searchRef={search}
        className={styles['search']}
        set={filters.state ? 1 : 0}
        more={t('stateFilter')}
      >
        <Select<CampaignState | ''>
          className={styles['select'] ?? ''}
          aria-label={t('stateFilter')}
          value={filters.state ?? ''}
          onChange={state => setFilters({ state: state || undefined })}
          options={[
            { value: '', label: t('allStates') },
            ...campaignStates.map(state => ({ value: state, label: t(`state.${state}`) })),
          ]}
        />
      </FoldingFilters>
      <ListFrame<CampaignSummary>
        list={list}
        onOpen={row => void navigate({ to: '/campaigns/$id', params: { id: row.id } })}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          narrowed ? (
            <EmptyState
              title={t('noMatch')}
              action={
                <Button onClick={() => setFilters({ q: undefined, state: undefined })}>{t('clear')}</Button>
              }
            />
          ) : (
            <EmptyState title={t('empty')} action={load}>
              {t(keeps ? 'emptyKeeper' : 'emptyReader')}
            </EmptyState>
          )
        }
      >
        {(rows, selected) => (
          <DataTable
            label={t('list')}
            name="campaign.campaigns"
            rows={rows}
            rowKey={row => row.id}
            columns={columns}
            selected={selected}
            card={row => <CampaignCard campaign={row} />}
          />
        )}
      </ListFrame>
    </>
  )
}

function useColumns(): Column<CampaignSummary>[] {
  const t = campaignTexts.useTexts()
  const { day } = useTaskWords()
  return [
    { key: 'name', title: t('column_name'), fixed: true, cell: row => <CampaignLink campaign={row} /> },
    { key: 'state', title: t('column_state'), cell: row => <CampaignStateTag state={row.state} /> },
    {
      key: 'span',
      title: t('column_span'),
      cell: row => t('span', { from: day(row.fromDay), to: day(row.toDay) }),
    },
    {
      key: 'tasks',
      title: t('column_tasks'),
      cell: row => t('tasksOf', { required: row.requiredTasks, chosen: row.chosenTasks }),
    },
    { key: 'unit', title: t('column_unit'), cell: row => row.unitName },
    { key: 'updated', title: t('column_updated'), cell: row => formatInstant(row.updatedAt) },
  ]
}

function CampaignLink({ campaign: { id, name } }: { campaign: CampaignSummary }) {
  return (
    <Link to="/campaigns/$id" params={{ id }} className={styles['name']}>
      {name}
    </Link>
  )
}

function CampaignCard({ campaign }: { campaign: CampaignSummary }) {
  const t = campaignTexts.useTexts()
  const { day } = useTaskWords()
  return (
    <div className={styles['card']}>
      <p>
        <CampaignLink campaign={campaign} /> <CampaignStateTag state={campaign.state} />
      </p>
      <p>{t('span', { from: day(campaign.fromDay), to: day(campaign.toDay) })}</p>
      <p>{t('tasksOf', { required: campaign.requiredTasks, chosen: campaign.chosenTasks })}</p>
      <p>{campaign.unitName}</p>
    </div>
  )
}
