import { type Column, DataTable, formatInstant, StateTag } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { NextNumbers, SeriesSummary } from '../../contract/index.ts'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'

export function SeriesTag({ state }: { readonly state: SeriesSummary['state'] }) {
  const t = seriesTexts.useTexts()
  return <StateTag tone={state === 'active' ? 'good' : 'quiet'}>{t(`state.${state}`)}</StateTag>
}

/** 2026年第3期（总第41期）. */
export function useNextWords(): (next: NextNumbers) => string {
  const t = seriesTexts.useTexts()
  return ({ year, issueNo, runningNo }) =>
    t('next', { year, no: issueNo }) + (runningNo === null ? '' : `（${t('running', { no: runningNo })}）`)
}

export function SeriesRows(props: { readonly rows: readonly SeriesSummary[]; readonly selected: number }) {
  const t = seriesTexts.useTexts()
  const nextWords = useNextWords()
  const columns: readonly Column<SeriesSummary>[] = [
    { key: 'name', title: t('colName'), cell: row => <Name row={row} />, fixed: true },
    { key: 'unit', title: t('colUnit'), cell: row => row.unitName },
    { key: 'layout', title: t('colLayout'), cell: row => t(`layout.${row.layout}`) },
    { key: 'next', title: t('colNext'), cell: row => nextWords(row.next) },
    { key: 'issued', title: t('colIssued'), cell: row => <Issued row={row} />, number: true },
    { key: 'open', title: t('colOpen'), cell: row => <Open row={row} />, number: true },
    { key: 'recipients', title: t('colRecipients'), cell: row => row.recipients, number: true },
    { key: 'state', title: t('colState'), cell: row => <SeriesTag state={row.state} /> },
    { key: 'updated', title: t('colUpdated'), cell: row => formatInstant(row.updatedAt), spare: true },
  ]
  return (
    <DataTable
      {...props}
      label={t('list')}
      name="edition.series"
      rowKey={({ id }) => id}
      columns={columns}
      card={row => (
        <>
          <div className={styles['cardHead']}>
            <Name row={row} />
            <SeriesTag state={row.state} />
          </div>
          <p className={styles['faint']}>
            {[
              row.unitName,
              t(`layout.${row.layout}`),
              `${t('colNext')} ${nextWords(row.next)}`,
              `${t('colIssued')} ${row.issued}`,
              `${t('colOpen')} ${row.open}`,
            ].join(' · ')}
          </p>
        </>
      )}
    />
  )
}

function Name({ row }: { readonly row: SeriesSummary }) {
  return (
    <span className={styles['name']}>
      <Link to="/series/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
      <span className={styles['faint']}>{row.publisher}</span>
    </span>
  )
}

function Open({ row }: { readonly row: SeriesSummary }) {
  if (row.open === 0) return 0
  return (
    <Link to="/editions" search={{ series: row.id }}>
      {row.open}
    </Link>
  )
}

function Issued({ row }: { readonly row: SeriesSummary }) {
  if (row.issued === 0) return 0
  return (
    <Link to="/editions" search={{ tab: 'issued', series: row.id }}>
      {row.issued}
    </Link>
  )
}
