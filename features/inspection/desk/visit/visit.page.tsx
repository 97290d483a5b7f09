import { AbsentRecord, BackToList, formatDay, PageHeader, useLanguage } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Visit } from '../../contract/index.ts'
import styles from '../finding/finding.module.css'
import { findingTexts } from '../finding/finding.texts.ts'
import { FindingTag } from '../finding/finding-rows.tsx'
import { visitQuery } from '../inspection.queries.ts'
import { VisitTag } from './visit-list.page.tsx'

export default function VisitPage() {
  const t = findingTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const visit = useQuery(visitQuery(id))
  if (visit.data) return <OpenVisit visit={visit.data} />
  return (
    <AbsentRecord
      query={visit}
      list="/visits"
      title={t('visit')}
      back={t('visitBack')}
      missing={t('visitMissing')}
      goList={t('visitGoList')}
    />
  )
}

/** What the visited unit is told: who comes when and why, and what was confirmed. */
function OpenVisit({ visit }: { readonly visit: Visit }) {
  const t = findingTexts.useTexts()
  const language = useLanguage()
  const facts: [string, string][] = [
    [t('visitDay'), formatDay(visit.day, language)],
    [t('visitUnit'), visit.unitName],
    [t('visitBy'), visit.byUnitName],
    [t('visitLeader'), visit.leaderName ?? ''],
    [t('visitTeam'), visit.team.join('、')],
    [t('visitPurpose'), visit.purpose],
  ]
  return (
    <>
      <PageHeader
        title={visit.tourName}
        back={<BackToList to="/visits">{t('visitBack')}</BackToList>}
        note={<VisitTag visit={visit} />}
      />
      {visit.tourState === 'cancelled' ? (
        <p role="status">{t('visitCancelled', { reason: visit.reason ?? '' })}</p>
      ) : null}
      <section className={styles['card']} aria-label={t('visit')}>
        <Facts rows={facts} />
      </section>
      <section className={styles['card']} aria-labelledby="visit-findings">
        <h2 id="visit-findings">{t('visitFindings')}</h2>
        {visit.findingList.length === 0 ? (
          <p className={styles['note']}>{t('visitNoFindings')}</p>
        ) : (
          visit.findingList.map(finding => (
            <article key={finding.id} className={styles['raise']} aria-label={finding.problem}>
              <div className={styles['cardHead']}>
                <strong>{finding.problem}</strong>
                <FindingTag state={finding.state} />
              </div>
              <Facts
                rows={[
                  [t('colSeriousness'), t(`seriousness.${finding.seriousness}`)],
                  [t('basis'), finding.basis],
                  [t('suggested'), finding.measure],
                  [t('suggestedDue'), finding.dueDay ? formatDay(finding.dueDay, language) : ''],
                ]}
              />
              {finding.item ? (
                <Link to="/ledger-items/$id" params={{ id: finding.item.id }}>
                  {t('itemState', { state: t(`item.${finding.item.state}`) })}
                </Link>
              ) : null}
            </article>
          ))
        )}
      </section>
    </>
  )
}

function Facts({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
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
  )
}
