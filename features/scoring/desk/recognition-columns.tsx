import { type Column, formatCount, formatInstant, StateTag } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Recognition } from '../contract/index.ts'
import styles from './scoring.module.css'
import { scoringTexts } from './scoring.texts.ts'

type Revoke = (row: Recognition) => void

export function useRecognitionColumns(onRevoke: Revoke): Column<Recognition>[] {
  const t = scoringTexts.useTexts()
  return [
    { key: 'day', title: t('onDay'), fixed: true, cell: row => row.day },
    { key: 'what', title: t('what'), cell: row => t(`kind.${row.kind}`) },
    { key: 'detail', title: t('detail'), cell: row => <Detail row={row} /> },
    { key: 'report', title: t('report'), cell: row => <Report row={row} /> },
    { key: 'points', title: t('points'), number: true, cell: row => <Given row={row} /> },
    {
      key: 'by',
      title: t('by'),
      cell: row => (
        <>
          {row.byName}
          <br />
          <span className={styles['faint']}>{formatInstant(row.at)}</span>
        </>
      ),
    },
    { key: 'status', title: t('status'), cell: row => <Status row={row} onRevoke={onRevoke} /> },
  ]
}

function Detail({ row }: { readonly row: Recognition }) {
  const words = [row.name, row.detail].filter(Boolean).join(' · ')
  return (
    <>
      {row.link ? (
        <a href={row.link} target="_blank" rel="noreferrer noopener">
          {words}
        </a>
      ) : (
        words
      )}
      {row.note ? (
        <>
          <br />
          <span className={styles['faint']}>{row.note}</span>
        </>
      ) : null}
    </>
  )
}

function Report({ row }: { readonly row: Recognition }) {
  return (
    <>
      <Link to="/reports/$id" params={{ id: row.reportId }}>
        {row.reportTitle}
      </Link>
      <br />
      <span className={styles['faint']}>{row.unitName}</span>
    </>
  )
}

function Given({ row }: { readonly row: Recognition }) {
  const t = scoringTexts.useTexts()
  if (row.revokedAt !== null) return <span className={styles['faint']}>—</span>
  if (row.points === null) return <span className={styles['faint']}>{t('pending')}</span>
  return (
    <Link
      className={styles['points']}
      to="/scoring/units/$id"
      params={{ id: row.unitId }}
      search={accountOf(row)}
    >
      {formatCount(row.points)}
    </Link>
  )
}

const accountOf = ({ campaignId, day }: Recognition) =>
  campaignId === null ? {} : { campaign: campaignId, period: day.slice(0, 7) }

function Status({ row, onRevoke }: { readonly row: Recognition; readonly onRevoke: Revoke }) {
  const t = scoringTexts.useTexts()
  if (row.revokedAt !== null)
    return (
      <>
        <StateTag tone="quiet">{t('revoked')}</StateTag>
        <br />
        <span className={styles['faint']}>
          {t('revokedWhy', { name: row.revokedName ?? '', reason: row.revokeReason ?? '' })}
        </span>
      </>
    )
  return (
    <>
      <StateTag tone="good">{t('valid')}</StateTag>
      {row.actions.includes('revoke') ? (
        <>
          {' '}
          <Button size="small" onClick={() => onRevoke(row)}>
            {t('revoke')}
          </Button>
        </>
      ) : null}
    </>
  )
}

export function RecognitionCard({ row, onRevoke }: { readonly row: Recognition; readonly onRevoke: Revoke }) {
  const t = scoringTexts.useTexts()
  return (
    <>
      <div className={styles['cardTop']}>
        <span>
          {row.day} {t(`kind.${row.kind}`)}
        </span>
        <Given row={row} />
      </div>
      <p className={styles['lineWords']}>
        <Detail row={row} />
      </p>
      <p className={styles['lineWords']}>
        <Report row={row} />
      </p>
      <p className={styles['lineWords']}>
        <Status row={row} onRevoke={onRevoke} />
      </p>
    </>
  )
}
