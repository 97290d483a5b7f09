import { type Column, DataTable, formatCount } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { ContestSummary } from '../../contract/index.ts'
import { ContestTag } from './contest-tag.tsx'
import { momentWords } from './contest-values.ts'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

export const columnsName = 'contest.contests'

/** The columns of the list, also for the choice which of them are shown. */
export function useContestColumns(): readonly Column<ContestSummary>[] {
  const t = setupTexts.useTexts()
  return [
    { key: 'title', title: t('colTitle'), cell: row => <Title row={row} />, fixed: true },
    { key: 'state', title: t('colState'), cell: row => <ContestTag state={row.state} /> },
    { key: 'unit', title: t('colUnit'), cell: row => row.unitName },
    { key: 'opens', title: t('colOpens'), cell: row => momentWords(row.opensAt) },
    { key: 'closes', title: t('colCloses'), cell: row => momentWords(row.closesAt) },
    { key: 'people', title: t('colPeople'), number: true, cell: row => <Counted row={row} of="people" /> },
    {
      key: 'attempts',
      title: t('colAttempts'),
      number: true,
      cell: row => <Counted row={row} of="attempts" />,
    },
    { key: 'views', title: t('colViews'), number: true, cell: row => <Counted row={row} of="views" /> },
    { key: 'updated', title: t('colUpdated'), cell: row => momentWords(row.updatedAt) },
  ]
}

export function ContestRows(props: { readonly rows: readonly ContestSummary[]; readonly selected: number }) {
  const t = setupTexts.useTexts()
  const columns = useContestColumns()
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
            <Title row={row} />
            <ContestTag state={row.state} />
          </div>
          <p className={styles['note']}>
            {momentWords(row.opensAt)} – {momentWords(row.closesAt)}
          </p>
          {row.state === 'draft' || row.state === 'rehearsal' ? null : (
            <p className={styles['note']}>
              {t('colPeople')} <Counted row={row} of="people" /> · {t('colAttempts')}{' '}
              <Counted row={row} of="attempts" /> · {t('colViews')} <Counted row={row} of="views" />
            </p>
          )}
        </>
      )}
    />
  )
}

function Title({ row }: { readonly row: ContestSummary }) {
  const t = setupTexts.useTexts()
  return (
    <span className={styles['title']}>
      <Link to={homeOf(row)} params={{ id: row.id }}>
        {row.title}
      </Link>
      <span className={styles['faint']}>{row.whole ? `/play/${row.slug}` : t('takesPart')}</span>
    </span>
  )
}

/** Of another unit's contest there are one's own numbers alone. */
export const homeOf = ({ whole }: ContestSummary) => (whole ? '/contests/$id' : '/contests/$id/statistics')

type CountedProps = { readonly row: ContestSummary; readonly of: keyof typeof countedAt }

function Counted({ row, of }: CountedProps) {
  if (row.state === 'draft' || row.state === 'rehearsal') return '–'
  return (
    <Link {...countedAt[of]} params={{ id: row.id }}>
      {formatCount(row[of])}
    </Link>
  )
}

/** Where a number leads: the players and papers it counts; pages have no names, their units have. */
export const countedAt = {
  people: { to: '/contests/$id/players' },
  attempts: { to: '/contests/$id/attempts' },
  views: { to: '/contests/$id/statistics', search: { view: 'units', order: '-views' } },
} as const
