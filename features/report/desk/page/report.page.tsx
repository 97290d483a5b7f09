import {
  AbsentRecord,
  BackToList,
  formatDay,
  formatInstant,
  holdsRole,
  PageHeader,
  useHeldRoles,
  useLanguage,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Report } from '../../contract/index.ts'
import { reportWriters } from '../finders.ts'
import { useReportNames } from '../list/mine-columns.tsx'
import { reportQuery } from '../report.queries.ts'
import { reportTexts } from '../report.texts.ts'
import { ReportStateTag } from '../report-state.tsx'
import styles from './report.module.css'
import { ReportActs } from './report-acts.tsx'
import { ReportFigures } from './report-figures.tsx'
import { ReportHistory } from './report-history.tsx'
import { ReportOutcome } from './report-outcome.tsx'
import { ReportText } from './report-text.tsx'
import { ReportWay } from './report-way.tsx'

/** One report: where it is, what became of it, and what it says. */
export default function ReportPage() {
  const t = reportTexts.useTexts()
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(reportQuery(id))
  const report = query.data
  // Others come here from places of their own.
  const writes = holdsRole(useHeldRoles(), reportWriters)
  if (!report)
    return (
      <AbsentRecord
        query={query}
        list="/reports"
        title={t('one')}
        back={t('mine')}
        missing={t('missing')}
        goList={t('goMine')}
      />
    )
  return (
    <>
      <PageHeader
        title={report.title || t('untitled')}
        back={writes ? <BackToList to="/reports">{t('mine')}</BackToList> : null}
        note={
          <>
            <ReportStateTag state={report.state} /> {report.unitName} · {report.createdName} ·{' '}
            {formatInstant(report.updatedAt)}
          </>
        }
      />
      <ReportWay report={report} />
      <div className={styles['page']}>
        <div className={styles['main']}>
          <ReportOutcome report={report} />
          <ReportText report={report} />
          <Photos report={report} />
        </div>
        <aside className={styles['side']} aria-label={t('facts')}>
          <ReportActs report={report} />
          <Facts report={report} />
          <ReportFigures report={report} />
          <ReportHistory report={report} />
        </aside>
      </div>
    </>
  )
}

function Facts({ report }: { report: Report }) {
  const t = reportTexts.useTexts()
  const language = useLanguage()
  const names = useReportNames()
  const days = [report.startDay, report.endDay].flatMap(day => (day ? [formatDay(day, language)] : []))
  const { taskName, periodName, dueDay, lock } = report
  const task = [taskName, periodName === taskName ? null : periodName].filter(Boolean).join(' · ')
  const rows: [string, string][] = [
    [t('campaign'), names.campaign(report)],
    [t('task'), task ? `${task}${dueDay ? t('dueIs', { due: dueDay }) : ''}` : ''],
    [t('type'), names.type(report)],
    [t('day'), days.join(' — ')],
    [t('place'), report.place ?? ''],
    [t('partners'), report.partners.map(({ name }) => name).join('、')],
    [t('submitted'), report.submittedAt ? formatInstant(report.submittedAt) : ''],
  ]
  return (
    <section className={styles['card']} aria-labelledby="report-facts">
      <h2 id="report-facts">{t('facts')}</h2>
      <dl className={styles['facts']}>
        {rows
          .filter(([, words]) => words)
          .map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
      {lock ? (
        <p className={styles['lock']}>
          {t('lockedSince', { since: lock.since, who: lock.openers.join('、') })}
        </p>
      ) : null}
    </section>
  )
}

function Photos({ report: { photos } }: { report: Report }) {
  const t = reportTexts.useTexts()
  if (photos.length === 0) return null
  return (
    <section className={styles['card']} aria-labelledby="report-photos">
      <h2 id="report-photos">{t('photos')}</h2>
      <ul className={styles['photos']}>
        {photos.map((photo, at) => (
          <li key={photo.id}>
            <a href={photo.url} target="_blank" rel="noreferrer">
              <img
                src={`${photo.url}?size=thumb`}
                alt={photo.caption || t('photoNo', { no: at + 1 })}
                loading="lazy"
              />
            </a>
            {photo.caption ? <span>{photo.caption}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
