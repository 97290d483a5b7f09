import { formatInstant } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { Adoption, Report } from '../../contract/index.ts'
import { useReportNames } from '../list/mine-columns.tsx'
import { reportTexts } from '../report.texts.ts'
import styles from './report.module.css'
import { TextDiff } from './text-diff.tsx'

/** What became of it: why it came back, to which column it was adopted, in which issue it ran, what was changed. */
export function ReportOutcome({ report }: { report: Report }) {
  const t = reportTexts.useTexts()
  const back = report.state === 'returned' ? report.steps.findLast(({ reason }) => reason !== null) : null
  return (
    <>
      {back ? (
        <Alert
          type="warning"
          showIcon
          title={t('returnedBy', { by: [back.unitName, back.byName].filter(Boolean).join(' ') })}
          description={back.reason}
        />
      ) : null}
      {report.adoptions.map(adoption => (
        <OneAdoption key={adoption.id} report={report} adoption={adoption} />
      ))}
    </>
  )
}

function OneAdoption({ report, adoption }: { report: Report; adoption: Adoption }) {
  const t = reportTexts.useTexts()
  const names = useReportNames()
  const { unitName, columnKey, byName, at, issue, printed, revokedAt, revokeReason } = adoption
  const edited = adoption.title !== report.title || adoption.body !== report.body
  const id = `adoption-${adoption.id}`
  return (
    <section className={styles['card']} aria-labelledby={id} data-revoked={revokedAt !== null}>
      <h2 id={id}>
        {t(revokedAt ? 'adoptedOnce' : 'adoptedTo', {
          desk: unitName,
          column: names.column(report, columnKey),
        })}
      </h2>
      <p className={styles['note']}>
        {byName} · {formatInstant(at)}
      </p>
      {revokedAt ? <p>{t('revokedWhy', { reason: revokeReason ?? '' })}</p> : null}
      {issue ? (
        <p>
          {t('ranIn')}
          <Link to="/issues/$id" params={{ id: issue.id }}>
            {issue.name}
          </Link>
          {issue.date ? ` · ${issue.date}` : null}
        </p>
      ) : revokedAt ? null : (
        <p className={styles['note']}>{t('notRun')}</p>
      )}
      {edited ? (
        <details className={styles['details']} open={!revokedAt}>
          <summary>{t('whatChanged')}</summary>
          <TextDiff before={report} after={adoption} label={t('asEdited')} />
        </details>
      ) : (
        <p className={styles['note']}>{t('unchanged')}</p>
      )}
      {printed ? (
        <details className={styles['details']}>
          <summary>{t('whatPrinted')}</summary>
          <TextDiff before={report} after={printed} label={t('asPrinted')} />
        </details>
      ) : null}
    </section>
  )
}
