import {
  type Column,
  DataTable,
  EmptyState,
  ExportButton,
  formatCount,
  formatInstant,
  ListFrame,
  PageHeader,
  useFilters,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Select } from 'antd'
import {
  type ContestPlayerPage,
  type ContestPlayerRow,
  type ContestPlayersQuery,
  playerOrders,
} from '../../contract/index.ts'
import { FilterTags } from './filter-tags.tsx'
import styles from './statistics.module.css'
import { playersQuery } from './statistics.queries.ts'
import { statisticsTexts } from './statistics.texts.ts'

/** The players a number counts, by masked name. */
export default function PlayerListPage() {
  const t = statisticsTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [filters, setFilters] = useFilters<ContestPlayersQuery>()
  const players = useQuery(playersQuery(id, filters))
  const navigate = useNavigate()
  const { page: _, ...under } = filters
  const place = players.data?.placeName
  const open = ({ no }: ContestPlayerRow) =>
    void navigate({ to: '/contests/$id/attempts', params: { id }, search: { player: no } })
  return (
    <>
      <PageHeader
        title={place ? t('playersOf', { place }) : t('players')}
        back={<BackToNumbers id={id} title={players.data?.title} />}
        note={t('playersNote', { total: formatCount(players.data?.total ?? 0) })}
        actions={
          <ExportButton
            path={`/api/contests/${id}/statistics/export`}
            order={{ body: { list: 'players', filters: under } }}
          />
        }
      />
      <div className={styles['tools']}>
        <Select
          aria-label={t('playerOrder')}
          className={styles['select'] ?? ''}
          value={filters.order ?? 'rank'}
          onChange={order => setFilters({ order: order === 'rank' ? undefined : order })}
          options={playerOrders.map(order => ({ value: order, label: t(`players.${order}`) }))}
        />
        <FilterTags filters={filters} onClear={setFilters} />
      </div>
      <ListFrame<ContestPlayerRow, ContestPlayerPage>
        list={players}
        onOpen={open}
        onPage={page => setFilters({ page })}
        empty={<EmptyState title={t('playersEmpty')}>{t('playersEmptyWords')}</EmptyState>}
      >
        {(rows, selected) => <PlayerRows id={id} rows={rows} selected={selected} />}
      </ListFrame>
    </>
  )
}

export function BackToNumbers({ id, title }: { readonly id: string; readonly title: string | undefined }) {
  const t = statisticsTexts.useTexts()
  return (
    <Link to="/contests/$id/statistics" params={{ id }}>
      ← {title ?? t('title')}
    </Link>
  )
}

type RowsProps = {
  readonly id: string
  readonly rows: readonly ContestPlayerRow[]
  readonly selected: number
}

function PlayerRows({ id, rows, selected }: RowsProps) {
  const t = statisticsTexts.useTexts()
  const attempts = ({ no, attempts: count }: ContestPlayerRow) => (
    <Link to="/contests/$id/attempts" params={{ id }} search={{ player: no }}>
      {formatCount(count)}
    </Link>
  )
  const columns: readonly Column<ContestPlayerRow>[] = [
    { key: 'name', title: t('colName'), cell: ({ name }) => name, fixed: true },
    { key: 'unit', title: t('colUnit'), cell: ({ unitName }) => unitName ?? t('noValue') },
    ...(rows.some(({ groupName }) => groupName)
      ? [
          {
            key: 'group',
            title: t('colGroup'),
            cell: (row: ContestPlayerRow) => row.groupName ?? t('noValue'),
          },
        ]
      : []),
    { key: 'attempts', title: t('colAttempts'), number: true, cell: attempts },
    { key: 'days', title: t('colDays'), number: true, cell: ({ days }) => formatCount(days) },
    { key: 'best', title: t('colBest'), number: true, cell: ({ best }) => formatCount(best) },
    { key: 'points', title: t('colPoints'), number: true, cell: ({ score }) => formatCount(score) },
    { key: 'last', title: t('colLast'), cell: ({ lastAt }) => formatInstant(lastAt) },
  ]
  return (
    <DataTable
      label={t('players')}
      name="contest.players"
      rows={rows}
      rowKey={({ no }) => String(no)}
      columns={columns}
      selected={selected}
      card={row => (
        <>
          <div className={styles['cardHead']}>
            <b>{row.name}</b>
            <span>
              {t('colPoints')} {formatCount(row.score)}
            </span>
          </div>
          <p className={styles['cardLine']}>
            {row.unitName ?? t('noValue')} · {t('colAttempts')} {attempts(row)} · {formatInstant(row.lastAt)}
          </p>
        </>
      )}
    />
  )
}
