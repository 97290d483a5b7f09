import { type Column, DataTable, StateTag } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { TourState, TourSummary } from '../../contract/index.ts'
import styles from './tour.module.css'
import { tourTexts } from './tour.texts.ts'

const tones = { planned: 'doubt', open: 'busy', done: 'good', cancelled: 'quiet' } as const

export function TourTag({ state }: { readonly state: TourState }) {
  const t = tourTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}

export const columnsName = 'inspection.tours'

/** The columns of the list, also for the choice which of them are shown. */
export function useTourColumns(): readonly Column<TourSummary>[] {
  const t = tourTexts.useTexts()
  return [
    { key: 'name', title: t('colName'), cell: row => <Name row={row} />, fixed: true },
    { key: 'days', title: t('colDays'), cell: row => t('days', { from: row.fromDay, to: row.toDay }) },
    { key: 'state', title: t('colState'), cell: row => <TourTag state={row.state} /> },
    {
      key: 'stops',
      title: t('colStops'),
      cell: row => t('stopsDone', { done: row.stopsDone, count: row.stops }),
    },
    { key: 'findings', title: t('colFindings'), cell: row => <Findings row={row} /> },
    { key: 'leader', title: t('colLeader'), cell: row => row.leaderName ?? '' },
    { key: 'unit', title: t('colUnit'), cell: row => row.unitName },
  ]
}

export function TourRows(props: { readonly rows: readonly TourSummary[]; readonly selected: number }) {
  const t = tourTexts.useTexts()
  const columns = useTourColumns()
  return (
    <DataTable
      {...props}
      label={t('list')}
      name={columnsName}
      rowKey={({ id }) => id}
      columns={columns}
      card={row => (
        <>
          <div className={styles['cardHead']}>
            <Name row={row} />
            <TourTag state={row.state} />
          </div>
          <p className={styles['note']}>
            {[
              t('days', { from: row.fromDay, to: row.toDay }),
              t('stopsDone', { done: row.stopsDone, count: row.stops }),
            ].join(' · ')}
          </p>
        </>
      )}
    />
  )
}

function Name({ row }: { readonly row: TourSummary }) {
  const t = tourTexts.useTexts()
  return (
    <span className={styles['name']}>
      <Link to="/tours/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
      <span className={styles['faint']}>
        {[row.campaignName, row.announced ? null : t('unannounced')].filter(Boolean).join(' · ')}
      </span>
    </span>
  )
}

function Findings({ row }: { readonly row: TourSummary }) {
  const t = tourTexts.useTexts()
  if (row.findings === 0) return null
  return (
    <Link to="/findings" search={{ tour: row.id }}>
      {row.findingsOpen > 0
        ? t('findingsOpen', { count: row.findings, open: row.findingsOpen })
        : t('findingsCount', { count: row.findings })}
    </Link>
  )
}
