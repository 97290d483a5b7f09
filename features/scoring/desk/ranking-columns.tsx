import { type Column, formatCount, StateTag } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CountedThing, RankedUnit } from '../contract/index.ts'
import { percent } from './percent.ts'
import styles from './scoring.module.css'
import { scoringTexts } from './scoring.texts.ts'
import { useShortPeriodWords } from './use-scored.ts'

type Place = { readonly campaign: string; readonly period: string } | null

export function useRankingColumns(place: Place, partial: boolean): Column<RankedUnit>[] {
  const t = scoringTexts.useTexts()
  const sort = (key: string) => ({ up: key, down: `-${key}` })
  const counted = (
    of: CountedThing,
    title: string,
    more: Partial<Column<RankedUnit>> = {},
  ): Column<RankedUnit> => ({
    key: of,
    title,
    number: true,
    cell: row => <Counted unit={row} of={of} place={place} />,
    ...more,
  })
  return [
    { key: 'rank', title: t('rank'), number: true, sort: sort('rank'), cell: row => row.placed },
    {
      key: 'unit',
      title: t('unitName'),
      fixed: true,
      sort: sort('name'),
      cell: row => (
        <Link
          className={styles['unit']}
          to="/scoring/units/$id"
          params={{ id: row.unitId }}
          search={place ?? {}}
        >
          {row.unitName}
        </Link>
      ),
    },
    { key: 'class', title: t('className'), className: styles['class'], cell: row => row.className },
    ...(partial
      ? [
          {
            key: 'overall',
            title: t('overall'),
            number: true,
            cell: (row: RankedUnit) => `${row.rank}/${row.of}`,
          },
        ]
      : []),
    {
      key: 'points',
      title: t('points'),
      number: true,
      // Most people want the most first.
      sort: { up: '-points', down: 'points' },
      cell: row => (
        <Link
          className={styles['points']}
          to="/scoring/units/$id"
          params={{ id: row.unitId }}
          search={place ?? {}}
        >
          {formatCount(row.points)}
        </Link>
      ),
    },
    counted('reported', t('reported'), { sort: { up: '-reported', down: 'reported' } }),
    counted('adopted', t('adopted'), { sort: { up: '-adopted', down: 'adopted' } }),
    {
      key: 'rate',
      title: t('rate'),
      number: true,
      sort: { up: '-rate', down: 'rate' },
      cell: row => percent(row.adopted, row.reported),
    },
    counted('adoptions', t('adoptions')),
    counted('late', t('late')),
    counted('omitted', t('omitted')),
    { key: 'named', title: t('named'), cell: row => <Namings unit={row} /> },
  ]
}

type CountedProps = { readonly unit: RankedUnit; readonly of: CountedThing; readonly place: Place }

/** A figure that opens the list it counts. */
function Counted({ unit, of, place }: CountedProps): ReactNode {
  if (unit[of] === 0) return <span className={styles['faint']}>0</span>
  return (
    <Link to="/scoring/units/$id" params={{ id: unit.unitId }} search={{ ...place, of }}>
      {formatCount(unit[of])}
    </Link>
  )
}

export function Namings({ unit }: { readonly unit: RankedUnit }): ReactNode {
  const t = scoringTexts.useTexts()
  const words = useShortPeriodWords()
  // A year of nothing says more than its quarters.
  const longest = unit.named.filter(
    naming =>
      !unit.named.some(
        other =>
          other.on === naming.on &&
          other.period.length < naming.period.length &&
          naming.period.startsWith(other.period),
      ),
  )
  if (longest.length === 0 && !unit.noAward) return null
  return (
    <span className={styles['named']}>
      {unit.noAward ? <StateTag tone="bad">{t('noAward')}</StateTag> : null}
      {[...Map.groupBy(longest, naming => `${naming.name} ${naming.open}`)].map(([key, [first, ...rest]]) => (
        <StateTag key={key} tone={first!.open ? 'quiet' : 'doubt'}>
          {t(first!.open ? 'namingOpen' : 'naming', {
            name: first!.name,
            period: [first!, ...rest].map(({ period }) => words(period)).join(t('comma')),
          })}
        </StateTag>
      ))}
    </span>
  )
}

/** What a phone shows of a unit. */
export function RankedCard({ unit, place }: { readonly unit: RankedUnit; readonly place: Place }) {
  const t = scoringTexts.useTexts()
  return (
    <>
      <div className={styles['cardTop']}>
        <Link to="/scoring/units/$id" params={{ id: unit.unitId }} search={place ?? {}}>
          <strong>
            {unit.placed}. {unit.unitName}
          </strong>
        </Link>
        <span className={styles['points']}>{t('pointsOf', { points: formatCount(unit.points) })}</span>
      </div>
      <p className={styles['cardLine']}>
        <span>{unit.className}</span>
        {unit.rank === unit.placed ? null : <span>{t('rankOf', { rank: unit.rank, of: unit.of })}</span>}
      </p>
      <p className={styles['cardLine']}>
        <span>
          {t('reported')} <Counted unit={unit} of="reported" place={place} />
        </span>
        <span>
          {t('adopted')} <Counted unit={unit} of="adopted" place={place} />
        </span>
        <span>
          {t('rate')} {percent(unit.adopted, unit.reported)}
        </span>
      </p>
      <Namings unit={unit} />
    </>
  )
}
