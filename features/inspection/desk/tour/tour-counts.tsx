import { formatCount } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import {
  findingStates,
  type Question,
  type QuestionCount,
  seriousnesses,
  type Tour,
} from '../../contract/index.ts'
import { findingTexts } from '../finding/finding.texts.ts'
import styles from './tour.module.css'
import { tourTexts } from './tour.texts.ts'

type TourCountsProps = {
  readonly tour: Tour
  /** Opens the stops behind a number. */
  readonly onOpen: (question: string, value: string | undefined) => void
}

/** What the stops add up to; every number opens what it counts. */
export function TourCounts({ tour, onOpen }: TourCountsProps) {
  const t = tourTexts.useTexts()
  return (
    <>
      <section className={styles['card']} aria-labelledby="tour-sum">
        <h2 id="tour-sum">{t('summary')}</h2>
        <dl className={styles['sums']}>
          <div>
            <dt>{t('sumStops')}</dt>
            <dd>{t('stopsDone', { done: tour.stopsDone, count: tour.stops })}</dd>
          </div>
          <div>
            <dt>{t('sumFindings')}</dt>
            <dd>
              <Link to="/findings" search={{ tour: tour.id }}>
                {t('findingsCount', { count: tour.findings })}
              </Link>
            </dd>
          </div>
          <div>
            <dt>{t('sumTalks')}</dt>
            <dd>{t('talksOf', { count: tour.talks, people: tour.talkedWith })}</dd>
          </div>
        </dl>
        <FindingTable tour={tour} />
      </section>
      {tour.checklist.length > 0 ? (
        <section className={styles['card']} aria-labelledby="tour-answers">
          <h2 id="tour-answers">{t('answers')}</h2>
          <p className={styles['faint']}>{t('answersNote')}</p>
          <ol className={styles['questions']}>
            {tour.checklist.map(question => (
              <Row
                key={question.id}
                question={question}
                count={tour.questions.find(({ questionId }) => questionId === question.id)!}
                onOpen={value => onOpen(question.id, value)}
              />
            ))}
          </ol>
        </section>
      ) : null}
    </>
  )
}

function FindingTable({ tour }: { readonly tour: Tour }) {
  const t = tourTexts.useTexts()
  const words = findingTexts.useTexts()
  if (tour.findings === 0) return <p className={styles['note']}>{t('noFindings')}</p>
  const count = (seriousness: string, state: string) =>
    tour.findingCounts.find(each => each.seriousness === seriousness && each.state === state)?.findings ?? 0
  return (
    <div className={styles['scroll']}>
      <table className={styles['counts']} aria-label={t('findingsBy')}>
        <thead>
          <tr>
            <th>{t('bySeriousness')}</th>
            {findingStates.map(state => (
              <th key={state}>{words(`state.${state}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seriousnesses.map(seriousness => (
            <tr key={seriousness}>
              <th scope="row">{words(`seriousness.${seriousness}`)}</th>
              {findingStates.map(state => {
                const findings = count(seriousness, state)
                return (
                  <td key={state}>
                    {findings === 0 ? (
                      '0'
                    ) : (
                      <Link to="/findings" search={{ tour: tour.id, seriousness, state }}>
                        {formatCount(findings)}
                      </Link>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = {
  readonly question: Question
  readonly count: QuestionCount
  readonly onOpen: (value: string | undefined) => void
}

function Row({ question, count, onOpen }: RowProps) {
  const t = tourTexts.useTexts()
  const said = (value: string) =>
    question.kind === 'yes-no' && (value === 'yes' || value === 'no') ? t(value) : value
  return (
    <li>
      <span>{question.text}</span>
      <span className={styles['numbers']}>
        {count.values.map(({ value, stops }) => (
          <button key={value} type="button" onClick={() => onOpen(value)}>
            {said(value)} {formatCount(stops)}
          </button>
        ))}
        {count.sum === null ? null : (
          <span>{t('sum', { sum: formatCount(count.sum), measure: question.measure })}</span>
        )}
        {count.answered > 0 ? (
          <button type="button" onClick={() => onOpen(undefined)}>
            {t('answered', { count: count.answered })}
          </button>
        ) : (
          <span className={styles['faint']}>{t('answered', { count: 0 })}</span>
        )}
      </span>
    </li>
  )
}
