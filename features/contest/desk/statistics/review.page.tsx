import {
  AbsentRecord,
  EmptyState,
  formatCount,
  isMissing,
  ListFrame,
  ListTabs,
  PageHeader,
  useFilters,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import {
  type ContestAttemptPage,
  type ContestAttemptRow,
  type ContestAttemptsQuery,
  type ContestReview,
  flagNames,
  reviewStates,
} from '../../contract/index.ts'
import { AttemptRows, attemptKey } from './attempt-rows.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { BackToNumbers } from './player-list.page.tsx'
import styles from './statistics.module.css'
import { HeadLink } from './statistics.page.tsx'
import { attemptsQuery, reviewQuery } from './statistics.queries.ts'
import { statisticsTexts } from './statistics.texts.ts'

/** Attempts the program flagged: a person says of each, or of many, whether it counts. */
export default function ReviewPage() {
  const t = statisticsTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const review = useQuery(reviewQuery(id))
  if (!review.data || isMissing(review.error))
    return (
      <AbsentRecord
        query={review}
        list="/contests"
        title={t('reviewTitle')}
        back={t('back')}
        missing={t('missing')}
        goList={t('goList')}
      />
    )
  return <OpenReview key={id} id={id} review={review.data} />
}

function OpenReview({ id, review }: { readonly id: string; readonly review: ContestReview }) {
  const t = statisticsTexts.useTexts()
  const [filters, setFilters] = useFilters<ContestAttemptsQuery>()
  const { state = 'waiting', flag, unit, page } = filters
  const query = { flag: flag ?? 'any', state, ...(unit === undefined ? {} : { unit }) } as const
  const attempts = useQuery(attemptsQuery(id, { ...query, ...(page ? { page } : {}) }))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState<'valid' | 'void' | null>(null)
  const rows = attempts.data?.rows ?? []
  const taken = rows.filter(row => chosen.has(attemptKey(row)))
  const choose = (keys: readonly string[], wanted: boolean) =>
    setChosen(before => {
      const next = new Set(before)
      for (const key of keys) wanted ? next.add(key) : next.delete(key)
      return next
    })
  const narrow = (change: Partial<Record<keyof ContestAttemptsQuery, unknown>>) => {
    setChosen(new Set())
    setFilters(change as ContestAttemptsQuery)
  }
  return (
    <>
      <PageHeader
        title={t('reviewTitle')}
        back={<BackToNumbers id={id} title={review.head.title} />}
        note={t('reviewNote')}
        actions={
          <HeadLink to="/contests/$id/statistics" id={id}>
            {t('toStatistics')}
          </HeadLink>
        }
      />
      <div className={styles['reviewPage']}>
        <div className={styles['reviewMain']}>
          <ListTabs
            label={t('colState')}
            chosen={state}
            onChoose={next => narrow({ state: next === 'waiting' ? undefined : next })}
            tabs={reviewStates.map(tab => ({
              tab,
              words: t(`review.${tab}`),
              count: review.counts[tab],
              wanted: tab === 'waiting' && review.counts.waiting > 0,
            }))}
          />
          <div className={styles['tools']}>
            <Select
              aria-label={t('reviewFlags')}
              className={styles['select'] ?? ''}
              value={flag ?? ''}
              onChange={next => narrow({ flag: next || undefined })}
              options={[
                { value: '', label: t('allFlags') },
                ...flagNames.map(each => ({ value: each, label: t(`flag.${each}`) })),
              ]}
            />
            {unit === undefined ? null : (
              <Button onClick={() => narrow({ unit: undefined })}>{t('placeClear')}</Button>
            )}
            {review.mayReview && rows.length > 0 ? (
              <>
                <Checkbox
                  checked={taken.length === rows.length}
                  indeterminate={taken.length > 0 && taken.length < rows.length}
                  onChange={event => choose(rows.map(attemptKey), event.target.checked)}
                >
                  {t('selectPage')}
                </Checkbox>
                <span className={styles['grow']} />
                <span role="status">{t('selected', { count: taken.length })}</span>
                <Button disabled={taken.length === 0} onClick={() => setAsking('valid')}>
                  {t('decideValid')}
                </Button>
                <Button danger disabled={taken.length === 0} onClick={() => setAsking('void')}>
                  {t('decideVoid')}
                </Button>
              </>
            ) : null}
          </div>
          {review.mayReview ? null : <p className={styles['note']}>{t('reviewClosed')}</p>}
          <ListFrame<ContestAttemptRow, ContestAttemptPage>
            list={attempts}
            onOpen={row => choose([attemptKey(row)], !chosen.has(attemptKey(row)))}
            onPage={next => narrow({ page: next })}
            empty={<EmptyState title={t('reviewEmpty')}>{t('reviewEmptyWords')}</EmptyState>}
          >
            {(shown, selected) => (
              <AttemptRows
                rows={shown}
                selected={selected}
                choice={
                  review.mayReview ? { chosen, onChoose: (key, wanted) => choose([key], wanted) } : null
                }
              />
            )}
          </ListFrame>
        </div>
        <aside className={styles['reviewSide']} aria-label={t('boundsTitle')}>
          <Bounds review={review} />
          <FlaggedUnits review={review} unit={unit} onUnit={(no, of) => narrow({ unit: no, state: of })} />
        </aside>
      </div>
      {asking ? (
        <DecideDialog
          id={id}
          decision={asking}
          attempts={taken}
          onClose={() => setAsking(null)}
          onDone={() => setChosen(new Set())}
        />
      ) : null}
    </>
  )
}

function Bounds({ review: { bounds } }: { readonly review: ContestReview }) {
  const t = statisticsTexts.useTexts()
  return (
    <section className={styles['card']} aria-labelledby="review-bounds">
      <h2 id="review-bounds">{t('boundsTitle')}</h2>
      <ul className={styles['bounds']}>
        <li>{t('bounds.fast', { seconds: bounds.fastMs / 1000 })}</li>
        <li>{t('bounds.regular', { percent: Math.round(bounds.spread * 100) })}</li>
        <li>{t('bounds.late')}</li>
        <li>{t('bounds.restarted')}</li>
      </ul>
    </section>
  )
}

type UnitsProps = {
  readonly review: ContestReview
  readonly unit: number | undefined
  readonly onUnit: (no: number, state: 'void' | undefined) => void
}

/** Of units, never of a person. */
function FlaggedUnits({ review: { units }, unit, onUnit }: UnitsProps) {
  const t = statisticsTexts.useTexts()
  if (units.length === 0) return null
  return (
    <section className={styles['card']} aria-labelledby="review-units">
      <h2 id="review-units">{t('unitsFlagged')}</h2>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('colUnit')}</th>
            <th scope="col">{t('colFlagged')}</th>
            <th scope="col">{t('colWaiting')}</th>
            <th scope="col">{t('colVoided')}</th>
          </tr>
        </thead>
        <tbody>
          {units.slice(0, 30).map(({ no, name, flagged, waiting, voided }) => (
            <tr key={no} {...(no === unit ? { 'aria-current': true as const } : {})}>
              <th scope="row">
                <Button
                  type="link"
                  size="small"
                  className={styles['name'] ?? ''}
                  onClick={() => onUnit(no, undefined)}
                >
                  {name ?? t('withoutUnit')}
                </Button>
              </th>
              <td>{formatCount(flagged)}</td>
              <td>
                <Flagged count={waiting} onOpen={() => onUnit(no, undefined)} />
              </td>
              <td>
                <Flagged count={voided} onOpen={() => onUnit(no, 'void')} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Flagged({ count, onOpen }: { readonly count: number; readonly onOpen: () => void }) {
  if (count === 0) return <span className={styles['zero']}>0</span>
  return (
    <Button type="link" size="small" className={styles['name'] ?? ''} onClick={onOpen}>
      {formatCount(count)}
    </Button>
  )
}
