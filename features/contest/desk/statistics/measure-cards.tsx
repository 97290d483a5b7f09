import { formatCount } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { ContestPlace, ContestStatistics } from '../../contract/index.ts'
import { percentOf } from './percent.ts'
import styles from './statistics.module.css'
import { statisticsTexts } from './statistics.texts.ts'

type CardsProps = {
  readonly id: string
  readonly numbers: ContestStatistics
  readonly place: ContestPlace
}

/** 人数, 人次, 浏览量 with what each means; each opens what it counts, pages the units they were read in. */
export function MeasureCards({ id, numbers, place }: CardsProps) {
  const t = statisticsTexts.useTexts()
  const { total, today, expected, expectedPeople, averageScore, averageSeconds, fullScore } = numbers
  return (
    <section aria-label={t('measures')}>
      <dl className={styles['measures']}>
        <div>
          <dt>{t('people')}</dt>
          <dd>
            <Link
              to="/contests/$id/players"
              params={{ id }}
              search={place}
              className={styles['figure'] ?? ''}
            >
              {formatCount(total.people)}
            </Link>
            <Today to="/contests/$id/players" id={id} place={place} count={today.people} />
            <p>{t('define.people')}</p>
          </dd>
        </div>
        <div>
          <dt>{t('attempts')}</dt>
          <dd>
            <Link
              to="/contests/$id/attempts"
              params={{ id }}
              search={place}
              className={styles['figure'] ?? ''}
            >
              {formatCount(total.attempts)}
            </Link>
            <Today to="/contests/$id/attempts" id={id} place={place} count={today.attempts} />
            <p>{t('define.attempts')}</p>
          </dd>
        </div>
        <div>
          <dt>{t('viewed')}</dt>
          <dd>
            <Link
              to="/contests/$id/statistics"
              params={{ id }}
              search={{ view: 'units', order: '-views' }}
              className={styles['figure'] ?? ''}
            >
              {formatCount(total.views)}
            </Link>
            <span>{t('today', { count: formatCount(today.views) })}</span>
            <p>{t('define.views')}</p>
          </dd>
        </div>
        <div>
          <dt>{t('participation')}</dt>
          <dd>
            <b className={styles['figure']}>
              {expected > 0 ? percentOf(expectedPeople / expected) : t('noValue')}
            </b>
            <p>
              {expected > 0
                ? t('define.participation', {
                    people: formatCount(expectedPeople),
                    expected: formatCount(expected),
                  })
                : t('participationNone')}
            </p>
          </dd>
        </div>
        <div>
          <dt>{t('average')}</dt>
          <dd>
            <b className={styles['figure']}>
              {averageScore === null ? t('noValue') : averageScore.toFixed(1)}
            </b>
            {averageSeconds === null ? null : (
              <p>{t('averageNote', { full: fullScore, seconds: Math.round(averageSeconds) })}</p>
            )}
          </dd>
        </div>
      </dl>
    </section>
  )
}

const todayInChina = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

type TodayProps = Pick<CardsProps, 'id' | 'place'> & { readonly to: string; readonly count: number }

function Today({ to, id, place, count }: TodayProps) {
  const t = statisticsTexts.useTexts()
  const words = t('today', { count: formatCount(count) })
  if (count === 0) return <span>{words}</span>
  return (
    <span>
      <Link to={to} params={{ id }} search={{ ...place, day: todayInChina() }}>
        {words}
      </Link>
    </span>
  )
}
