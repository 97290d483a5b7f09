import {
  type Column,
  DataTable,
  EmptyState,
  ExportButton,
  type FilterChange,
  formatCount,
  ListFrame,
  SearchField,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, type InputRef, Segmented } from 'antd'
import { useRef, useState } from 'react'
import type { ContestUnitPage, ContestUnitRow, ContestUnitsQuery } from '../../contract/index.ts'
import { ExpectedDialog } from './expected-dialog.tsx'
import { percentOf } from './percent.ts'
import { Count } from './series-card.tsx'
import styles from './statistics.module.css'
import { unitsQuery } from './statistics.queries.ts'
import { statisticsTexts } from './statistics.texts.ts'
import type { StatisticsSearch } from './statistics-search.ts'

type UnitsProps = {
  readonly id: string
  readonly filters: StatisticsSearch
  readonly keeps: boolean
  readonly onChange: (change: FilterChange<StatisticsSearch>) => void
}

/** Cities, and the units of one of them, with what was counted there. */
export function UnitsView({ id, filters, keeps, onChange }: UnitsProps) {
  const t = statisticsTexts.useTexts()
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const [entering, setEntering] = useState(false)
  const { by = 'city', city, q, order, page } = filters
  const query = withoutBlanks({ by, city, q, order })
  const units = useQuery(unitsQuery(id, withoutBlanks({ ...query, page })))
  const open = ({ no }: ContestUnitRow) => {
    if (by === 'city' && no > 0) onChange({ by: 'unit', city: no, q: undefined })
    else void navigate({ to: '/contests/$id/players', params: { id }, search: { unit: no } })
  }
  return (
    <>
      <div className={styles['tools']}>
        <Segmented
          aria-label={t('unitsBy')}
          value={by}
          onChange={next => onChange({ by: next === 'city' ? undefined : next, city: undefined })}
          options={(['city', 'unit'] as const).map(value => ({ value, label: t(`by.${value}`) }))}
        />
        <div className={styles['search']}>
          <SearchField
            label={t('searchUnits')}
            value={q ?? ''}
            onSearch={words => onChange({ q: words || undefined })}
            ref={search}
          />
        </div>
        {city === undefined ? null : (
          <Button onClick={() => onChange({ by: undefined, city: undefined })}>{t('allCities')}</Button>
        )}
        <span className={styles['grow']} />
        {keeps ? <Button onClick={() => setEntering(true)}>{t('enterExpected')}</Button> : null}
        <ExportButton
          path={`/api/contests/${id}/statistics/export`}
          order={{ body: { list: 'units', filters: query } }}
        />
      </div>
      {city !== undefined && units.data?.cityName ? (
        <h2 className={styles['sub']}>{t('cityUnits', { name: units.data.cityName })}</h2>
      ) : null}
      <ListFrame<ContestUnitRow, ContestUnitPage>
        list={units}
        onOpen={open}
        onPage={next => onChange({ page: next })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          <EmptyState
            title={t('unitsEmpty')}
            action={<Button onClick={() => onChange({ q: undefined, city: undefined })}>{t('clear')}</Button>}
          >
            {t('unitsEmptyWords')}
          </EmptyState>
        }
      >
        {(rows, selected, data) => (
          <>
            <UnitRows
              id={id}
              by={by}
              rows={rows}
              selected={selected}
              order={order}
              onOrder={next => onChange({ order: next as ContestUnitsQuery['order'] })}
              onCity={no => onChange({ by: 'unit', city: no, q: undefined })}
            />
            <p className={styles['sum']}>
              {t('sum')}：{t('people')} {formatCount(data.sum.people)}，{t('attempts')}{' '}
              {formatCount(data.sum.attempts)}，{t('viewed')} {formatCount(data.sum.views)}
            </p>
          </>
        )}
      </ListFrame>
      <p className={styles['note']}>{t('rateNote')}</p>
      {entering ? <ExpectedDialog id={id} onClose={() => setEntering(false)} /> : null}
    </>
  )
}

const withoutBlanks = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never

type RowsProps = {
  readonly id: string
  readonly by: 'city' | 'unit'
  readonly rows: readonly ContestUnitRow[]
  readonly selected: number
  readonly order: string | undefined
  readonly onOrder: (order: string | undefined) => void
  readonly onCity: (no: number) => void
}

function UnitRows({ id, by, rows, selected, order, onOrder, onCity }: RowsProps) {
  const t = statisticsTexts.useTexts()
  const sort = (name: string) => ({ up: name, down: `-${name}` })
  const place = (no: number) => (by === 'city' ? { city: no } : { unit: no })
  const drills = ({ no, units }: ContestUnitRow) => by === 'city' && no > 0 && units > 1
  const name = (row: ContestUnitRow) =>
    drills(row) ? (
      <Button type="link" className={styles['name'] ?? ''} onClick={() => onCity(row.no)}>
        {row.name}
      </Button>
    ) : (
      row.name
    )
  const count = (row: ContestUnitRow, measure: 'people' | 'attempts') => (
    <Count
      to={measure === 'people' ? '/contests/$id/players' : '/contests/$id/attempts'}
      id={id}
      search={place(row.no)}
      count={row[measure]}
    />
  )
  const columns: readonly Column<ContestUnitRow>[] = [
    { key: 'name', title: t('colUnit'), cell: name, fixed: true, sort: { up: 'place', down: '-place' } },
    ...(by === 'city'
      ? [
          {
            key: 'units',
            title: t('colUnits'),
            number: true,
            cell: (row: ContestUnitRow) => formatCount(row.units),
          },
        ]
      : [{ key: 'city', title: t('colCity'), cell: (row: ContestUnitRow) => row.cityName ?? t('noValue') }]),
    {
      key: 'people',
      title: t('people'),
      number: true,
      sort: sort('people'),
      cell: row => count(row, 'people'),
    },
    {
      key: 'attempts',
      title: t('attempts'),
      number: true,
      sort: sort('attempts'),
      cell: row => count(row, 'attempts'),
    },
    {
      key: 'views',
      title: t('viewed'),
      number: true,
      sort: sort('views'),
      cell: row => formatCount(row.views),
    },
    {
      ...{ key: 'expected', title: t('colExpected'), number: true, sort: sort('expected') },
      cell: row => (row.expected === null ? t('noValue') : formatCount(row.expected)),
    },
    {
      ...{ key: 'rate', title: t('colRate'), number: true, sort: sort('rate') },
      cell: row => (row.rate === null ? t('noValue') : percentOf(row.rate)),
    },
    {
      ...{ key: 'average', title: t('colAverage'), number: true, sort: sort('average') },
      cell: row => (row.average === null ? t('noValue') : row.average.toFixed(1)),
    },
  ]
  return (
    <DataTable
      label={t('unitsTable')}
      name="contest.units"
      rows={rows}
      rowKey={({ no }) => String(no)}
      columns={columns}
      selected={selected}
      order={order ?? '-people'}
      onOrder={onOrder}
      card={row => (
        <>
          <div className={styles['cardHead']}>
            <b>{name(row)}</b>
            {row.rate === null ? null : <span>{percentOf(row.rate)}</span>}
          </div>
          <p className={styles['cardLine']}>
            {t('people')} {count(row, 'people')} · {t('attempts')} {count(row, 'attempts')} · {t('viewed')}{' '}
            {formatCount(row.views)}
          </p>
        </>
      )}
    />
  )
}
