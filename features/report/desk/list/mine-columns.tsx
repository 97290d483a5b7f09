import { CameraOutlined, NumberOutlined } from '@ant-design/icons'
import { type Column, formatInstant } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { MineRow } from '../../contract/index.ts'
import { wordsQuery } from '../report.queries.ts'
import { reportTexts } from '../report.texts.ts'
import { ReportStateTag } from '../report-state.tsx'
import styles from './mine.module.css'

export const mineColumnsName = 'report.mine'

export function useMineColumns(): Column<MineRow>[] {
  const t = reportTexts.useTexts()
  const names = useReportNames()
  return [
    {
      key: 'title',
      title: t('title'),
      fixed: true,
      className: styles['title'],
      cell: row => <TitleCell row={row} />,
    },
    { key: 'state', title: t('state'), cell: row => <StateCell row={row} /> },
    { key: 'task', title: t('task'), className: styles['task'], cell: row => taskWords(row) || '–' },
    { key: 'type', title: t('type'), className: styles['nowrap'], cell: row => names.type(row) || '–' },
    {
      ...{ key: 'day', title: t('day'), className: styles['nowrap'] },
      sort: { up: 'day', down: '-day' },
      cell: row => row.startDay ?? '–',
    },
    { key: 'parts', title: t('parts'), className: styles['nowrap'], cell: row => <Parts row={row} /> },
    { key: 'author', title: t('author'), className: styles['nowrap'], cell: row => row.createdName },
    {
      ...{ key: 'updated', title: t('updated'), className: styles['nowrap'] },
      sort: { up: 'updated', down: '-updated' },
      cell: row => formatInstant(row.updatedAt),
    },
    { key: 'unit', title: t('unit'), spare: true, cell: row => row.unitName },
  ]
}

/** Words for the keys of a report, by its campaign. */
export function useReportNames() {
  const words = useQuery(wordsQuery)
  const find = (row: { campaignId: string | null }) =>
    words.data?.campaigns.find(({ id }) => id === row.campaignId)
  const named = (all: readonly { id: string; name: string }[] | undefined, key: string | null) =>
    key === null ? '' : (all?.find(({ id }) => id === key)?.name ?? key)
  type Of = { readonly campaignId: string | null }
  return {
    campaign: (row: Of) => find(row)?.name ?? '',
    type: (row: Of & { readonly type: string | null }) => named(find(row)?.types, row.type),
    measure: (row: Of, key: string) => named(find(row)?.measures, key),
    column: (row: Of, key: string) => named(find(row)?.columns, key),
  }
}

export function taskWords({ taskName, periodName }: MineRow): string {
  return [taskName, periodName === taskName ? null : periodName].filter(Boolean).join(' · ')
}

function TitleCell({ row }: { row: MineRow }) {
  const t = reportTexts.useTexts()
  return (
    <>
      <Link to="/reports/$id" params={{ id: row.id }} className={styles['name'] ?? ''}>
        {row.title || t('untitled')}
      </Link>
      <Reason row={row} />
    </>
  )
}

export function Reason({ row: { reason, excerpt } }: { row: MineRow }) {
  const t = reportTexts.useTexts()
  return reason ? (
    <span className={styles['reason']}>{t('reasonIs', { reason })}</span>
  ) : (
    <span className={styles['excerpt']}>{excerpt}</span>
  )
}

/** The state, and where it is or what became of it. */
export function StateCell({ row }: { row: MineRow }) {
  const names = useReportNames()
  const columns = row.adopted.map(({ unitName, columnKey }) => `${unitName} ${names.column(row, columnKey)}`)
  const where = [...columns, ...row.issues]
  return (
    <>
      <ReportStateTag state={row.state} />
      {where.length ? <span className={styles['where']}>{where.join('；')}</span> : null}
      {!where.length && row.deskName ? <span className={styles['where']}>{row.deskName}</span> : null}
    </>
  )
}

export function Parts({ row: { figureCount, photoCount } }: { row: MineRow }) {
  const t = reportTexts.useTexts()
  if (figureCount + photoCount === 0) return '–'
  return (
    <span className={styles['parts']}>
      {figureCount ? (
        <span title={t('figureCount', { count: figureCount })}>
          <NumberOutlined aria-label={t('figures')} /> {figureCount}
        </span>
      ) : null}
      {photoCount ? (
        <span title={t('photoCount', { count: photoCount })}>
          <CameraOutlined aria-label={t('photos')} /> {photoCount}
        </span>
      ) : null}
    </span>
  )
}
