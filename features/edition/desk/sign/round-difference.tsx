import { formatInstant, ListSkeleton, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { Edition, EditionRound } from '../../contract/index.ts'
import { DifferenceList } from './difference-list.tsx'
import styles from './sign.module.css'
import { differenceQuery } from './sign.queries.ts'
import { signTexts } from './sign.texts.ts'

type RoundDifferenceProps = { readonly edition: Edition; readonly rounds: readonly EditionRound[] }

/** What changed from one round to another, or since then: since the newest one when nobody chose. */
export function RoundDifference({ edition, rounds }: RoundDifferenceProps) {
  const t = signTexts.useTexts()
  const newest = rounds.at(-1)?.no ?? 0
  const [chosen, setChosen] = useState<{ from: number; to: number | null } | null>(null)
  const { from, to } = chosen ?? usualRounds(newest)
  const named = ({ no, at, byName }: EditionRound) => ({
    value: no,
    label: t('roundAt', { no, at: formatInstant(at), name: byName }),
  })
  return (
    <section className={styles['block']} aria-label={t('rounds')}>
      <h2>{t('rounds')}</h2>
      {newest === 0 ? <p className={styles['faint']}>{t('noRounds')}</p> : null}
      {newest > 0 ? (
        <>
          <div className={styles['choice']}>
            <Select
              aria-label={t('from')}
              value={from}
              options={rounds.map(named)}
              onChange={no => setChosen({ from: no, to: to !== null && to <= no ? null : to })}
            />
            <Select
              aria-label={t('to')}
              value={to ?? 0}
              options={[...rounds.filter(({ no }) => no > from).map(named), { value: 0, label: t('now') }]}
              onChange={no => setChosen({ from, to: no || null })}
            />
          </div>
          <Differences edition={edition} from={from} to={to} />
        </>
      ) : null}
    </section>
  )
}

/** Since the round before; in the first one since it was sent. */
export function usualRounds(newest: number): { from: number; to: number | null } {
  return { from: Math.max(1, newest - 1), to: null }
}

type DifferencesProps = { readonly edition: Edition; readonly from: number; readonly to: number | null }

export function Differences({ edition, from, to }: DifferencesProps) {
  const difference = useQuery(differenceQuery(edition.id, edition.version, from, to))
  if (difference.error)
    return <ProblemNotice error={difference.error} onRetry={() => void difference.refetch()} />
  if (!difference.data) return <ListSkeleton rows={3} />
  return <DifferenceList difference={difference.data} />
}
