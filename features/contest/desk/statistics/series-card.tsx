import { EmptyState, formatCount, formatDay, useLanguage } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { ContestPlace, ContestStatistics, SeriesPoint } from '../../contract/index.ts'
import styles from './statistics.module.css'
import { statisticsTexts } from './statistics.texts.ts'

const SeriesChart = lazy(() => import('./series-chart.tsx'))

type SeriesProps = {
  readonly id: string
  readonly numbers: ContestStatistics
  readonly place: ContestPlace
  readonly day: string | undefined
  readonly onDay: (day: string | undefined) => void
}

/** The measures by day, or by hour of one day; as a picture and as a table. */
export function SeriesCard({ id, numbers, place, day, onDay }: SeriesProps) {
  const t = statisticsTexts.useTexts()
  const language = useLanguage()
  const [shown, setShown] = useState<'chart' | 'table'>('chart')
  const { series, by } = numbers
  const hourly = by === 'hour' && day !== undefined
  const empty = series.every(({ attempts, views }) => attempts === 0 && views === 0)
  return (
    <section className={styles['card']} aria-labelledby="contest-series">
      <div className={styles['cardHead']}>
        <h2 id="contest-series">
          {hourly ? t('seriesHour', { day: formatDay(day, language) }) : t('seriesDay')}
        </h2>
        {hourly ? (
          <Button size="small" onClick={() => onDay(undefined)}>
            {t('backToDays')}
          </Button>
        ) : null}
        <Segmented
          size="small"
          aria-label={t('showAs')}
          value={shown}
          onChange={setShown}
          options={(['chart', 'table'] as const).map(value => ({ value, label: t(value) }))}
        />
      </div>
      {empty ? (
        <EmptyState title={t('seriesEmpty')}>{t('seriesEmptyWords')}</EmptyState>
      ) : shown === 'chart' ? (
        <Suspense fallback={<div className={styles['canvas']} />}>
          <SeriesChart
            points={series}
            names={{ people: t('people'), attempts: t('attempts'), views: t('viewed') }}
            label={t('seriesChart')}
            onPick={at => {
              if (!hourly) onDay(series[at]?.at)
            }}
          />
        </Suspense>
      ) : (
        <SeriesTable id={id} points={series} place={place} day={hourly ? day : undefined} onDay={onDay} />
      )}
      <p className={styles['note']}>{t('definePeopleDay')}</p>
    </section>
  )
}

type TableProps = Pick<SeriesProps, 'id' | 'place' | 'day' | 'onDay'> & {
  readonly points: readonly SeriesPoint[]
}

function SeriesTable({ id, points, place, day, onDay }: TableProps) {
  const t = statisticsTexts.useTexts()
  const spanOf = (at: string) => (day === undefined ? { day: at } : { day, hour: Number(at.slice(0, 2)) })
  const rows = day === undefined ? [...points].reverse() : points
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles['scroll']} tabIndex={0} aria-label={t('seriesTable')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('colTime')}</th>
            <th scope="col">{t('people')}</th>
            <th scope="col">{t('attempts')}</th>
            <th scope="col">{t('viewed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, people, attempts, views }) => (
            <tr key={at}>
              <th scope="row">
                {day === undefined ? (
                  <Button type="link" size="small" onClick={() => onDay(at)}>
                    {at}
                  </Button>
                ) : (
                  at
                )}
              </th>
              <td>
                <Count
                  to="/contests/$id/players"
                  id={id}
                  search={{ ...place, ...spanOf(at) }}
                  count={people}
                />
              </td>
              <td>
                <Count
                  to="/contests/$id/attempts"
                  id={id}
                  search={{ ...place, ...spanOf(at) }}
                  count={attempts}
                />
              </td>
              <td>{formatCount(views)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type CountProps = {
  readonly to: string
  readonly id: string
  readonly search: object
  readonly count: number
}

/** A number that opens what it counts; nothing opens nothing. */
export function Count({ to, id, search, count }: CountProps) {
  if (count === 0) return <span className={styles['zero']}>0</span>
  return (
    <Link to={to} params={{ id }} search={search}>
      {formatCount(count)}
    </Link>
  )
}
