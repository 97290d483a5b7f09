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

/** 人数, 人次, 浏览量 with what each means; the first two open what they count. */
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
            <span>{t('today', { count: formatCount(today.people) })}</span>
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
            <span>{t('today', { count: formatCount(today.attempts) })}</span>
            <p>{t('define.attempts')}</p>
          </dd>
        </div>
        <div>
          <dt>{t('viewed')}</dt>
          <dd>
            <b className={styles['figure']}>{formatCount(total.views)}</b>
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
