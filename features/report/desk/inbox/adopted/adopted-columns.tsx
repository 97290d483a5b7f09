import { type Column, formatInstant } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import type { AdoptionPage, InboxWords } from '../../../contract/index.ts'
import { columnName } from '../inbox-words.ts'
import styles from './adopted.module.css'
import { adoptedTexts } from './adopted.texts.ts'

export type AdoptedRow = AdoptionPage['rows'][number]
export type AdoptedDeed = 'edit' | 'register' | 'unregister' | 'match'
export type AdoptedActs = {
  readonly words: InboxWords | undefined
  readonly onDeed: (deed: AdoptedDeed, row: AdoptedRow) => void
}

export function useAdoptedColumns({ words, onDeed }: AdoptedActs): readonly Column<AdoptedRow>[] {
  const t = adoptedTexts.useTexts()
  return useMemo(
    () => [
      {
        key: 'title',
        title: t('colTitle'),
        fixed: true,
        className: styles['wide'],
        cell: row => <Title row={row} />,
      },
      { key: 'unit', title: t('colUnit'), cell: row => row.unitName },
      { key: 'column', title: t('colColumn'), cell: row => columnName(words, row, row.columnKey) },
      { key: 'at', title: t('colAt'), className: styles['day'], cell: row => formatInstant(row.at) },
      { key: 'by', title: t('colBy'), spare: true, cell: row => row.byName },
      { key: 'issue', title: t('colIssue'), cell: row => <Issue row={row} onDeed={onDeed} /> },
      { key: 'acts', title: t('colActs'), fixed: true, cell: row => <Deeds row={row} onDeed={onDeed} /> },
    ],
    [t, words, onDeed],
  )
}

function Title({ row }: { row: AdoptedRow }) {
  const t = adoptedTexts.useTexts()
  return (
    <>
      <Link to="/reports/$id" params={{ id: row.reportId }}>
        <strong>{row.title}</strong>
      </Link>
      {row.composite && row.composite.reports > 1 ? (
        <span className={styles['soft']}>{t('together', { count: row.composite.reports })}</span>
      ) : null}
    </>
  )
}

type Deedable = { readonly row: AdoptedRow; readonly onDeed: AdoptedActs['onDeed'] }

function Issue({ row, onDeed }: Deedable) {
  const t = adoptedTexts.useTexts()
  if (row.issue)
    return (
      <>
        {row.issue.name}
        {row.issue.date ? <span className={styles['soft']}>{row.issue.date}</span> : null}
      </>
    )
  if (!row.match) return '–'
  return (
    <span className={styles['match']}>
      <span>
        {t('seems')} {row.match.issueName}
        <span className={styles['soft']}>
          {row.match.headline ?? t('noHeadline')} ·{' '}
          {t('likeness', { percent: Math.round(row.match.likeness * 100) })}
        </span>
      </span>
      <Button size="small" onClick={() => onDeed('match', row)}>
        {t('registerThis')}
      </Button>
    </span>
  )
}

function Deeds({ row, onDeed }: Deedable) {
  const t = adoptedTexts.useTexts()
  return (
    <span className={styles['deeds']}>
      <Button size="small" onClick={() => onDeed('edit', row)}>
        {t('edit')}
      </Button>
      <Button size="small" onClick={() => onDeed('register', row)}>
        {t(row.issue ? 'registerAgain' : 'register')}
      </Button>
      {row.actions.includes('unregister') ? (
        <Button size="small" onClick={() => onDeed('unregister', row)}>
          {t('unregister')}
        </Button>
      ) : null}
    </span>
  )
}

/** An adoption on a phone. */
export function AdoptedCard({ row, words, onDeed }: AdoptedActs & { row: AdoptedRow }) {
  return (
    <div className={styles['card']}>
      <Title row={row} />
      <p className={styles['soft']}>
        {row.unitName} · {columnName(words, row, row.columnKey)} · {formatInstant(row.at)}
      </p>
      <Issue row={row} onDeed={onDeed} />
      <Deeds row={row} onDeed={onDeed} />
    </div>
  )
}
