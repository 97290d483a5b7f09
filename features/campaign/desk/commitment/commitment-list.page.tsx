import {
  type Column,
  ColumnChoice,
  DataTable,
  EmptyState,
  ExportButton,
  FoldingFilters,
  formatInstant,
  holdsRole,
  ListFrame,
  PageHeader,
  useFilters,
  useHeldRoles,
  ViewMenu,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, type InputRef, Select } from 'antd'
import { useRef } from 'react'
import {
  type CommitmentSummary,
  campaignKeepers,
  commitmentSigners,
  commitmentStates,
} from '../../contract/index.ts'
import { commitmentsQuery } from '../campaign.queries.ts'
import { useTaskWords } from '../plan/campaign-words.tsx'
import styles from './commitment.module.css'
import { commitmentTexts } from './commitment.texts.ts'
import type { CommitmentSearch } from './commitment-search.ts'
import { CommitmentStateTag } from './commitment-words.tsx'

/** Who signed what, those who did not first. */
export default function CommitmentListPage() {
  const t = commitmentTexts.useTexts()
  const [filters, setFilters] = useFilters<CommitmentSearch>()
  const roles = useHeldRoles()
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const list = useQuery(commitmentsQuery(filters))
  const columns = useColumns()
  const { page: _, ...filter } = filters
  const { sort: __, ...narrowing } = filter
  const narrowed = Object.keys(narrowing).length > 0
  const clear = () =>
    setFilters({ q: undefined, state: undefined, campaign: undefined, key: undefined, own: undefined })
  const ofCampaign = filters.campaign ? (list.data?.rows[0]?.campaignName ?? '') : ''
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={t('note')}
        actions={
          <>
            <ViewMenu />
            <ColumnChoice name="campaign.commitments" columns={columns} />
            <ExportButton path="/api/commitments/export" order={{ body: filter }} />
          </>
        }
      />
      <FoldingFilters
        words={filters.q}
        label={t('search')}
        onWords={q => setFilters({ q })}
        searchRef={search}
        className={styles['search']}
        set={[filters.state, filters.own, filters.campaign].filter(Boolean).length}
        more={t('filters')}
      >
        <Select<CommitmentSummary['state'] | ''>
          className={styles['select'] ?? ''}
          aria-label={t('stateFilter')}
          value={filters.state ?? ''}
          onChange={state => setFilters({ state: state || undefined })}
          options={[
            { value: '', label: t('allStates') },
            ...commitmentStates.map(state => ({ value: state, label: t(`state.${state}`) })),
          ]}
        />
        {holdsRole(roles, commitmentSigners) ? (
          <Checkbox
            checked={filters.own ?? false}
            onChange={event => setFilters({ own: event.target.checked || undefined })}
          >
            {t('onlyOwn')}
          </Checkbox>
        ) : null}
        {filters.campaign ? (
          <span className={styles['of']}>
            {ofCampaign ? t('ofCampaign', { name: ofCampaign }) : null}
            <Button size="small" onClick={() => setFilters({ campaign: undefined, key: undefined })}>
              {t('clearCampaign')}
            </Button>
          </span>
        ) : null}
      </FoldingFilters>
      <ListFrame<CommitmentSummary>
        list={list}
        onOpen={row => void navigate({ to: '/commitments/$id', params: { id: row.id } })}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          narrowed ? (
            <EmptyState title={t('noMatch')} action={<Button onClick={clear}>{t('clear')}</Button>} />
          ) : (
            <EmptyState title={t('empty')}>
              {t(holdsRole(roles, campaignKeepers) ? 'emptyKeeper' : 'emptyReader')}
            </EmptyState>
          )
        }
      >
        {(rows, selected) => (
          <DataTable
            label={t('list')}
            name="campaign.commitments"
            rows={rows}
            rowKey={row => row.id}
            columns={columns}
            selected={selected}
            order={filters.sort}
            onOrder={sort => setFilters({ sort: sort as CommitmentSearch['sort'] })}
            card={row => <CommitmentCard commitment={row} />}
          />
        )}
      </ListFrame>
    </>
  )
}

function useColumns(): Column<CommitmentSummary>[] {
  const t = commitmentTexts.useTexts()
  const { day } = useTaskWords()
  return [
    {
      key: 'unit',
      title: t('column_unit'),
      fixed: true,
      sort: { up: 'unit', down: '-unit' },
      cell: row => row.unitName,
    },
    { key: 'name', title: t('column_name'), fixed: true, cell: row => <CommitmentLink commitment={row} /> },
    { key: 'state', title: t('column_state'), cell: row => <CommitmentStateTag state={row.state} /> },
    {
      key: 'until',
      title: t('column_until'),
      sort: { up: 'until', down: '-until' },
      cell: row => day(row.untilDay),
    },
    {
      key: 'signed',
      title: t('column_signed'),
      sort: { up: 'signed', down: '-signed' },
      cell: row =>
        row.signedAt ? t('signedBy', { by: row.signedByName ?? '', at: formatInstant(row.signedAt) }) : '',
    },
  ]
}

function CommitmentLink({ commitment: { id, name } }: { commitment: CommitmentSummary }) {
  return (
    <Link to="/commitments/$id" params={{ id }}>
      {name}
    </Link>
  )
}

function CommitmentCard({ commitment }: { commitment: CommitmentSummary }) {
  const t = commitmentTexts.useTexts()
  const { day } = useTaskWords()
  return (
    <div className={styles['card']}>
      <p>
        <CommitmentLink commitment={commitment} /> <CommitmentStateTag state={commitment.state} />
      </p>
      <p>{commitment.unitName}</p>
      <p className={styles['soft']}>
        {commitment.signedAt
          ? t('signedBy', { by: commitment.signedByName ?? '', at: formatInstant(commitment.signedAt) })
          : t('until', { day: day(commitment.untilDay) })}
      </p>
    </div>
  )
}
