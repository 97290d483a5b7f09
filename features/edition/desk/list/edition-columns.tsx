import { type Column, formatInstant } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { EditionSummary } from '../../contract/index.ts'
import { distributionTexts } from '../distribution/distribution.texts.ts'
import { EditionStateTag, useNumberWords } from './edition-words.tsx'
import styles from './list.module.css'
import { listTexts } from './list.texts.ts'

export function useEditionColumns(): readonly Column<EditionSummary>[] {
  const t = listTexts.useTexts()
  return useMemo(
    () => [
      { key: 'issue', title: t('colIssue'), fixed: true, cell: row => <Numbered row={row} /> },
      { key: 'title', title: t('colTitle'), className: styles['wide'], cell: row => <Lead row={row} /> },
      { key: 'state', title: t('colState'), cell: row => <State row={row} /> },
      { key: 'items', title: t('colItems'), number: true, cell: row => row.items },
      { key: 'date', title: t('colDate'), className: styles['day'], cell: row => row.date ?? '–' },
      { key: 'edited', title: t('colEdited'), className: styles['day'], cell: row => <Edited row={row} /> },
      { key: 'unit', title: t('colUnit'), spare: true, cell: row => row.unitName },
      {
        key: 'running',
        title: t('colRunning'),
        number: true,
        spare: true,
        cell: row => row.runningNo ?? '–',
      },
      {
        key: 'issued',
        title: t('colIssued'),
        className: styles['day'],
        spare: true,
        cell: row => (row.issuedAt ? formatInstant(row.issuedAt) : '–'),
      },
    ],
    [t],
  )
}

type Row = { readonly row: EditionSummary }

function Numbered({ row }: Row) {
  const words = useNumberWords()
  // Whose turn it is to sign reads it first.
  const signs = row.actions.some(action => action === 'pass' || action === 'sign')
  return (
    <Link
      to={signs ? '/editions/$id/sign' : '/editions/$id'}
      params={{ id: row.id }}
      className={styles['number']}
    >
      <strong>{row.seriesName}</strong>
      <span>{words(row)}</span>
    </Link>
  )
}

/** What is issued goes on with who has read it. */
function State({ row }: Row) {
  const t = distributionTexts.useTexts()
  return (
    <>
      <EditionStateTag {...row} />
      {row.state === 'issued' ? (
        <>
          {' '}
          <Link to="/editions/$id/distribution" params={{ id: row.id }}>
            {t('distribution')}
          </Link>
        </>
      ) : null}
    </>
  )
}

function Lead({ row }: Row) {
  const t = listTexts.useTexts()
  return row.title || <span className={styles['soft']}>{t(row.items === 0 ? 'untitled' : 'noLead')}</span>
}

function Edited({ row }: Row) {
  const t = listTexts.useTexts()
  return t('edited', { name: row.editedName, at: formatInstant(row.updatedAt) })
}

/** An issue on a phone. */
export function EditionCard({ row }: Row) {
  const t = listTexts.useTexts()
  return (
    <div className={styles['card']}>
      <Numbered row={row} />
      <Lead row={row} />
      <p className={styles['soft']}>
        <State row={row} /> · {t('itemsCount', { count: row.items })}
      </p>
      <p className={styles['soft']}>
        <Edited row={row} />
      </p>
    </div>
  )
}
