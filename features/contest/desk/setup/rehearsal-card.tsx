import { formatCount, ProgressBar } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import type { ContestRecord, Rehearsal } from '../../contract/index.ts'
import { rehearsalQuery } from './contest.queries.ts'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

/** How the last rehearsal goes, or went. Nothing where there was none. */
export function RehearsalCard({ contest: { id, steps } }: { readonly contest: ContestRecord }) {
  const t = setupTexts.useTexts()
  const held = steps.some(({ action }) => action === 'rehearse')
  const { data } = useQuery({ ...rehearsalQuery(id), enabled: held })
  if (!data) return null
  return (
    <section className={styles['card']} aria-labelledby="contest-rehearsal">
      <h2 id="contest-rehearsal">{t('rehearsalLast')}</h2>
      <Progress rehearsal={data} />
      {data.report ? <Report report={data.report} /> : null}
    </section>
  )
}

function Progress({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const t = setupTexts.useTexts()
  const { state, players, joined, papers, report } = rehearsal
  const fault = useFaultWords(rehearsal.fault)
  if (state === 'failed') return <p className={styles['warned']}>{t('rehearsalFailed', { fault })}</p>
  const rate = formatCount(report?.papersPerMinute ?? 0)
  return (
    <>
      <p role="status">
        {state === 'waiting'
          ? t('rehearsalWaiting')
          : state === 'playing'
            ? t('rehearsalPlaying', { joined, players, papers })
            : t('rehearsalDone', { players, papers: formatCount(papers), rate })}
      </p>
      {state === 'done' ? null : (
        <ProgressBar part={players ? joined / players : 0} label={t('rehearsalProgress')} />
      )}
    </>
  )
}

function useFaultWords(fault: string | null): string {
  const t = setupTexts.useTexts()
  if (fault === 'rehearsal-ended' || fault === 'rehearsal-broken') return t(`rehearsalFault.${fault}`)
  return fault ?? ''
}

type ReportProps = { readonly report: NonNullable<Rehearsal['report']> }

function Report({ report }: ReportProps) {
  const t = setupTexts.useTexts()
  const { askedLeast, askedMost, neverAsked, nobodyRight, everybodyRight, refused } = report
  return (
    <>
      <p>{t('askedSpread', { least: askedLeast, most: askedMost, never: neverAsked })}</p>
      <Named label={t('nobodyRight')} questions={nobodyRight} />
      <Named label={t('everybodyRight')} questions={everybodyRight} />
      <Spread scores={report.scores} />
      {refused.length ? (
        <div className={styles['warned']}>
          {t('refusals')}
          <ul>
            {refused.map(({ code, times }) => (
              <li key={code}>{t('refusedTimes', { code, times })}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p className={styles['ready']}>{t('noRefusals')}</p>
      )}
    </>
  )
}

type NamedProps = { readonly label: string; readonly questions: ReportProps['report']['nobodyRight'] }

function Named({ label, questions }: NamedProps) {
  const t = setupTexts.useTexts()
  if (!questions.length) return null
  return (
    <div>
      <h3 className={styles['hintsHead']}>{label}</h3>
      <ul>
        {questions.map(({ no, stem, asked }) => (
          <li key={no}>
            {stem} <span className={styles['quiet']}>{t('askedTimes', { count: asked })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How many papers got which share of the points; bars beside their numbers. */
function Spread({ scores }: { readonly scores: readonly number[] }) {
  const t = setupTexts.useTexts()
  const most = Math.max(1, ...scores)
  return (
    <table className={styles['spread']}>
      <caption>{t('scoreSpread')}</caption>
      <thead>
        <tr>
          <th>{t('scoreBand')}</th>
          <th>{t('scorePapers')}</th>
        </tr>
      </thead>
      <tbody>
        {scores.map((papers, tenth) => {
          const band = tenth === 10 ? t('scoreFull') : `${tenth * 10}–${tenth * 10 + 9}%`
          return (
            <tr key={band}>
              <th scope="row">{band}</th>
              <td>
                <span
                  aria-hidden="true"
                  className={styles['bar']}
                  style={{ inlineSize: `${(papers / most) * 100}%` }}
                />
                <span className={styles['barCount']}>{formatCount(papers)}</span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
