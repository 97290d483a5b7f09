import { EmptyState, formatCount, listStyles, StateTag, usePhone } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { AccountLine } from '../contract/index.ts'
import { useReasonWords, useSourceWords } from './reason-words.ts'
import styles from './scoring.module.css'
import { scoringTexts } from './scoring.texts.ts'

/** Every point with its reason: what, when, which report, by which rule of which version. */
export function AccountLines({ lines }: { readonly lines: readonly AccountLine[] }) {
  const t = scoringTexts.useTexts()
  const phone = usePhone()
  if (lines.length === 0) return <EmptyState title={t('noLines')}>{t('noLinesWords')}</EmptyState>
  return (
    <section id="lines" aria-label={t('lines')}>
      {phone ? (
        <ul className={listStyles['cards']} aria-label={t('lines')}>
          {lines.map(line => (
            <li key={line.id}>
              <LineCard line={line} />
            </li>
          ))}
        </ul>
      ) : (
        <LineTable lines={lines} />
      )}
    </section>
  )
}

function LineTable({ lines }: { readonly lines: readonly AccountLine[] }) {
  const t = scoringTexts.useTexts()
  const reason = useReasonWords()
  const source = useSourceWords()
  const sum = lines.reduce((total, line) => total + line.points, 0)
  return (
    <table className={listStyles['table']} aria-label={t('lines')}>
      <thead>
        <tr>
          <th>{t('day')}</th>
          <th>{t('what')}</th>
          <th>{t('detail')}</th>
          <th>{t('rule')}</th>
          <th className={listStyles['number']}>{t('points')}</th>
          <th>{t('why')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <tr key={line.id}>
            <td className={styles['points']} style={{ fontWeight: 400 }}>
              {line.day}
            </td>
            <td>
              <Kind line={line} />
            </td>
            <td>
              <ReportLink line={line} />
              <span className={styles['faint']}>{source(line.source)}</span>
            </td>
            <td>
              <span>{line.ruleName ?? t('noRule')}</span>
              <br />
              <span className={styles['faint']}>{line.versionName}</span>
            </td>
            <td className={listStyles['number']}>
              <Points points={line.points} />
            </td>
            <td className={styles['why']}>{reason(line)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot className={styles['foot']}>
        <tr>
          <td colSpan={4}>{t('total')}</td>
          <td className={listStyles['number']}>{formatCount(sum)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  )
}

function LineCard({ line }: { readonly line: AccountLine }) {
  const t = scoringTexts.useTexts()
  const reason = useReasonWords()
  const source = useSourceWords()
  return (
    <>
      <div className={styles['cardTop']}>
        <Kind line={line} />
        <Points points={line.points} />
      </div>
      <p className={styles['lineWords']}>
        <ReportLink line={line} />
      </p>
      <p className={styles['cardLine']}>
        <span>{line.day}</span>
        <span>{source(line.source)}</span>
      </p>
      <p className={styles['cardLine']}>
        <span>{line.ruleName ?? t('noRule')}</span>
        <span>{line.versionName}</span>
      </p>
      {reason(line) ? <p className={styles['lineWords']}>{reason(line)}</p> : null}
    </>
  )
}

function Kind({ line: { kind, points } }: { readonly line: AccountLine }) {
  const t = scoringTexts.useTexts()
  const tone = points < 0 ? 'bad' : points > 0 ? 'good' : 'quiet'
  return <StateTag tone={tone}>{t(`kind.${kind}`)}</StateTag>
}

function Points({ points }: { readonly points: number }) {
  return (
    <span className={styles['points']} data-below={points < 0}>
      {points > 0 ? `+${formatCount(points)}` : formatCount(points)}
    </span>
  )
}

function ReportLink({ line: { report } }: { readonly line: AccountLine }) {
  if (!report) return null
  return (
    <Link to="/reports/$id" params={{ id: report.id }} style={{ display: 'block' }}>
      {report.title}
    </Link>
  )
}
