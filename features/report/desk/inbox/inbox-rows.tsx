import { type Column, formatInstant, StateTag, type Tone } from '@jianbao/ui'
import { Checkbox } from 'antd'
import { useMemo } from 'react'
import type { InboxColumn, InboxRow, InboxWords, ReportState } from '../../contract/index.ts'
import styles from './inbox.module.css'
import { inboxTexts } from './inbox.texts.ts'
import { columnName, typeName } from './inbox-words.ts'

export const stateTones: Readonly<Record<ReportState, Tone>> = {
  draft: 'quiet',
  review: 'busy',
  submitted: 'busy',
  accepted: 'doubt',
  adopted: 'good',
  kept: 'quiet',
  returned: 'bad',
  withdrawn: 'quiet',
}

export type RowActs = {
  readonly selected: ReadonlySet<string>
  readonly onSelect: (row: InboxRow) => void
  readonly onOpen: (row: InboxRow) => void
}

export type InboxTableColumn = Column<InboxRow> & { readonly key: InboxColumn | 'select' }

/** Columns of the inbox; what a row is known by stands under its title. */
export function useInboxColumns(
  words: InboxWords | undefined,
  { selected, onSelect, onOpen }: RowActs,
): readonly InboxTableColumn[] {
  const t = inboxTexts.useTexts()
  return useMemo(
    () => [
      {
        key: 'select',
        title: t('colSelect'),
        fixed: true,
        className: styles['tick'],
        cell: row => (
          <Checkbox
            aria-label={t('selectRow', { title: row.title })}
            checked={selected.has(row.id)}
            onChange={() => onSelect(row)}
          />
        ),
      },
      {
        key: 'title',
        title: t('colTitle'),
        fixed: true,
        cell: row => <RowTitle row={row} words={words} onOpen={onOpen} />,
      },
      { key: 'unit', title: t('colUnit'), className: styles['narrow'], cell: row => row.unitName },
      { key: 'type', title: t('colType'), spare: true, cell: row => typeName(words, row, row.type) || '–' },
      {
        key: 'day',
        title: t('colDay'),
        className: styles['days'],
        sort: { up: 'day', down: '-day' },
        cell: row => <Days row={row} />,
      },
      { key: 'task', title: t('colTask'), spare: true, cell: row => row.taskName ?? '–' },
      {
        key: 'state',
        title: t('colState'),
        spare: true,
        cell: row => <StateTag tone={stateTones[row.state]}>{t(`state.${row.state}`)}</StateTag>,
      },
      {
        key: 'arrived',
        title: t('colArrived'),
        className: styles['days'],
        sort: { up: 'arrived', down: '-arrived' },
        cell: row => (row.arrivedAt ? formatInstant(row.arrivedAt) : '–'),
      },
      { key: 'figures', title: t('colFigures'), number: true, spare: true, cell: row => row.figureCount },
      { key: 'photos', title: t('colPhotos'), number: true, spare: true, cell: row => row.photoCount },
      {
        key: 'adopted',
        title: t('colAdopted'),
        spare: true,
        cell: row => row.adopted.map(each => columnName(words, row, each.columnKey)).join('、') || '–',
      },
      { key: 'author', title: t('colAuthor'), spare: true, cell: row => row.createdName },
      { key: 'claim', title: t('colClaim'), spare: true, cell: row => row.claim?.byName ?? '–' },
    ],
    [t, words, selected, onSelect, onOpen],
  )
}

function Days({ row }: { row: InboxRow }) {
  if (!row.startDay) return '–'
  return row.endDay && row.endDay !== row.startDay
    ? `${row.startDay} 至 ${row.endDay.slice(5)}`
    : row.startDay
}

type RowTitleProps = {
  readonly row: InboxRow
  readonly words: InboxWords | undefined
  readonly onOpen: (row: InboxRow) => void
}

function RowTitle({ row, words, onOpen }: RowTitleProps) {
  return (
    <>
      <button type="button" className={styles['title']} onClick={() => onOpen(row)}>
        {row.title}
      </button>
      <Marks row={row} words={words} />
    </>
  )
}

/** What is to be known before it is read: who is at it, what is like it, what it brings. */
function Marks({ row, words }: Omit<RowTitleProps, 'onOpen'>) {
  const t = inboxTexts.useTexts()
  const mine = row.claim?.byId === words?.me
  const marks = [
    row.figureCount > 0 ? t('figuresCount', { count: row.figureCount }) : null,
    row.photoCount > 0 ? t('photosCount', { count: row.photoCount }) : null,
  ].filter(Boolean)
  return (
    <span className={styles['marks']}>
      {row.claim ? (
        <span className={styles['held']} data-mine={mine}>
          {mine ? t('heldByMe') : t('held', { name: row.claim.byName })}
        </span>
      ) : null}
      {row.similar > 0 ? (
        <span className={styles['similar']}>{t('similarMark', { count: row.similar })}</span>
      ) : null}
      {row.commissionId ? <span className={styles['asked']}>{t('commissioned')}</span> : null}
      {marks.length ? <span>{marks.join(' · ')}</span> : null}
    </span>
  )
}

/** A report on a phone. */
export function InboxCard({
  row,
  words,
  acts,
}: {
  row: InboxRow
  words: InboxWords | undefined
  acts: RowActs
}) {
  const t = inboxTexts.useTexts()
  return (
    <div className={styles['card']}>
      <Checkbox
        aria-label={t('selectRow', { title: row.title })}
        checked={acts.selected.has(row.id)}
        onChange={() => acts.onSelect(row)}
      />
      <div>
        <RowTitle row={row} words={words} onOpen={acts.onOpen} />
        <p className={styles['soft']}>
          {row.unitName} · {row.arrivedAt ? formatInstant(row.arrivedAt) : ''}
        </p>
      </div>
    </div>
  )
}
