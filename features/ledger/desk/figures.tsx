import { formatCount } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { doneOf, type EntryGroup, gapOf, ratesOf, type Tally } from '../contract/index.ts'
import styles from './figures.module.css'
import { ledgerTexts } from './ledger.texts.ts'
import type { GapSearch } from './ledger-search.ts'
import { percent } from './percent.ts'

const shown = ['expected', 'done', 'on-time', 'late', 'under-way', 'silent', 'near', 'early'] as const

const figureOf: Readonly<Record<EntryGroup, (tally: Tally) => number>> = {
  expected: tally => tally.expected,
  done: doneOf,
  'on-time': tally => tally.onTime,
  late: tally => tally.late,
  gap: gapOf,
  'under-way': tally => tally.underWay,
  silent: tally => tally.silent,
  near: tally => tally.near,
  early: tally => tally.early,
}

/** What all of it comes to; every number opens the list it counts. */
export function Figures({ sum, search }: { readonly sum: Tally; readonly search: GapSearch }) {
  const t = ledgerTexts.useTexts()
  const rates = ratesOf(sum)
  return (
    <dl className={styles['figures']} aria-label={t('figures')}>
      {rates ? (
        <>
          <Rate name={t('rate')} rate={rates.reported} />
          <Rate name={t('onTimeRate')} rate={rates.onTime} />
          <Rate name={t('gapRate')} rate={rates.gap} bad={rates.gap > 0} />
        </>
      ) : null}
      {shown.map(group => (
        <div key={group} data-group={group} data-bad={group === 'silent' && sum.silent > 0}>
          <dt>{t(`group.${group}`)}</dt>
          <dd>
            <Link to="/gaps" search={{ ...search, group }}>
              {formatCount(figureOf[group](sum))}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Rate({
  name,
  rate,
  bad = false,
}: {
  readonly name: string
  readonly rate: number
  readonly bad?: boolean
}) {
  return (
    <div data-rate data-bad={bad}>
      <dt>{name}</dt>
      <dd>{percent(rate)}</dd>
    </div>
  )
}
