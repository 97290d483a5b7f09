import { type Column, DataTable, formatInstant, StateTag } from '@jianbao/ui'
import { Checkbox } from 'antd'
import type { ContestAttemptRow } from '../../contract/index.ts'
import { MarksChart } from './marks-chart.tsx'
import styles from './statistics.module.css'
import { statisticsTexts } from './statistics.texts.ts'

export type AttemptChoice = {
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (key: string, chosen: boolean) => void
}

export const attemptKey = ({ player, n }: Pick<ContestAttemptRow, 'player' | 'n'>): string => `${player}-${n}`

type RowsProps = {
  readonly rows: readonly ContestAttemptRow[]
  readonly selected: number
  /** Null where nothing is chosen from. */
  readonly choice: AttemptChoice | null
}

export function AttemptRows({ rows, selected, choice }: RowsProps) {
  const t = statisticsTexts.useTexts()
  const box = (row: ContestAttemptRow) =>
    choice ? (
      <Checkbox
        aria-label={t('select')}
        checked={choice.chosen.has(attemptKey(row))}
        onChange={event => choice.onChoose(attemptKey(row), event.target.checked)}
      />
    ) : null
  const who = (row: ContestAttemptRow) => (
    <>
      {row.name}
      <span className={styles['faint']}>{t('nth', { n: row.n + 1 })}</span>
    </>
  )
  const tight = styles['tight']
  const columns: readonly Column<ContestAttemptRow>[] = [
    ...(choice ? [{ key: 'box', title: t('colBox'), cell: box, fixed: true }] : []),
    { key: 'name', title: t('colName'), cell: who, fixed: true, className: tight },
    { key: 'unit', title: t('colUnit'), cell: ({ unitName }) => unitName ?? t('noValue') },
    { key: 'started', title: t('colStarted'), cell: ({ startedAt }) => formatInstant(startedAt) },
    {
      ...{ key: 'used', title: t('colUsed'), number: true, className: tight },
      cell: ({ usedSeconds }) => t('seconds', { seconds: usedSeconds.toFixed(1) }),
    },
    {
      ...{ key: 'score', title: t('colScoreOf'), number: true, className: tight },
      cell: row => (
        <>
          {row.score}
          <span className={styles['faint']}>
            {t('rightOf', { right: row.rightCount, all: row.questionCount })}
          </span>
        </>
      ),
    },
    { key: 'marks', title: t('colMarks'), cell: row => <MarksChart attempt={row} /> },
    { key: 'flags', title: t('colFlags'), cell: row => <Flags row={row} /> },
    { key: 'state', title: t('colState'), cell: row => <Decision row={row} /> },
  ]
  return (
    <DataTable
      label={t('attemptsTitle')}
      name={choice ? 'contest.review' : 'contest.attempts'}
      rows={rows}
      rowKey={attemptKey}
      columns={columns}
      selected={selected}
      card={row => (
        <>
          <div className={styles['cardHead']}>
            <span>
              {box(row)} <b>{row.name}</b> {t('nth', { n: row.n + 1 })}
            </span>
            <b>{row.score}</b>
          </div>
          <p className={styles['cardLine']}>
            {row.unitName ?? t('noValue')} · {formatInstant(row.startedAt)} ·{' '}
            {t('seconds', { seconds: row.usedSeconds.toFixed(1) })}
          </p>
          <MarksChart attempt={row} />
          <Flags row={row} />
          <Decision row={row} />
        </>
      )}
    />
  )
}

function Flags({ row: { flags } }: { readonly row: ContestAttemptRow }) {
  const t = statisticsTexts.useTexts()
  return (
    <span className={styles['tags']}>
      {flags.map(flag => (
        <StateTag key={flag} tone="doubt">
          {t(`flag.${flag}`)}
        </StateTag>
      ))}
    </span>
  )
}

function Decision({ row }: { readonly row: ContestAttemptRow }) {
  const t = statisticsTexts.useTexts()
  const { voided, reviewedName, reviewedAt, note, flags } = row
  const state = voided ? 'void' : reviewedAt ? 'valid' : flags.length > 0 ? 'waiting' : null
  if (!state) return null
  return (
    <>
      <StateTag tone={({ void: 'bad', valid: 'good', waiting: 'busy' } as const)[state]}>
        {t(`review.${state}`)}
      </StateTag>
      {reviewedName ? (
        <span className={styles['faint']}>{t('reviewedBy', { name: reviewedName, note: note ?? '' })}</span>
      ) : null}
    </>
  )
}
