import { formatCount } from '@jianbao/ui'
import { Button } from 'antd'
import { useState } from 'react'
import type { Report, ReportFigure } from '../../contract/index.ts'
import { formTexts } from '../form/form.texts.ts'
import { useReportNames } from '../list/mine-columns.tsx'
import { reportTexts } from '../report.texts.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import styles from './report.module.css'

/** Figures by their measures; two measures are never one number. */
export function ReportFigures({ report }: { report: Report }) {
  const t = reportTexts.useTexts()
  const tf = formTexts.useTexts()
  const names = useReportNames()
  const [correcting, setCorrecting] = useState(false)
  if (report.figures.length === 0) return null
  const say = ({ qualifier, value, unit }: ReportFigure) =>
    `${tf(`say.${qualifier}`, { value: formatCount(value) })} ${unit}`
  return (
    <section className={styles['card']} aria-labelledby="report-figures">
      <h2 id="report-figures">{t('figures')}</h2>
      <dl className={styles['facts']}>
        {report.figures.map(figure => (
          <div key={figure.id}>
            <dt>{names.measure(report, figure.measure)}</dt>
            <dd>
              {figure.of ? `${figure.of} ` : null}
              <strong>{say(figure)}</strong>
            </dd>
          </div>
        ))}
      </dl>
      {report.actions.includes('correct') ? (
        <Button size="small" onClick={() => setCorrecting(true)}>
          {t('correct')}
        </Button>
      ) : null}
      {correcting ? <CorrectDialog report={report} onClose={() => setCorrecting(false)} /> : null}
    </section>
  )
}
