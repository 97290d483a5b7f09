import { formatInstant } from '@jianbao/ui'
import { useTranslation } from 'react-i18next'
import type { Report, ReportStep } from '../../contract/index.ts'
import { useReportNames } from '../list/mine-columns.tsx'
import { reportTexts } from '../report.texts.ts'
import styles from './report.module.css'

/** Everything that was done with it, the newest first. */
export function ReportHistory({ report }: { report: Report }) {
  const t = reportTexts.useTexts()
  return (
    <section className={styles['card']} aria-labelledby="report-history">
      <h2 id="report-history">{t('history')}</h2>
      <ol className={styles['steps']}>
        {report.steps.toReversed().map(step => (
          <li key={step.seq}>
            <StepWords report={report} step={step} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function StepWords({ report, step }: { report: Report; step: ReportStep }) {
  const names = useReportNames()
  const { t, i18n } = useTranslation(reportTexts.namespace)
  const key = `did.${step.action}`
  const column =
    typeof step.details['column'] === 'string' ? names.column(report, step.details['column']) : ''
  const changes = String(step.details['changes'] ?? '')
  const issue = String(step.details['issue'] ?? '')
  const values = { desk: step.deskName ?? '', column, changes, issue }
  const words = i18n.exists(key, { ns: reportTexts.namespace }) ? t(key, values) : t('did.other')
  return (
    <>
      <strong>{words}</strong>
      <span className={styles['note']}>
        {[step.unitName, step.byName].filter(Boolean).join(' ')} ·{' '}
        <time dateTime={step.at}>{formatInstant(step.at)}</time>
      </span>
      {step.reason ? <q>{step.reason}</q> : null}
    </>
  )
}
