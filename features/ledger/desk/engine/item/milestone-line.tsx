import type { LedgerItem } from '../../../contract/index.ts'
import { Card } from './card.tsx'
import { daysBetween } from './item.lights.ts'
import styles from './item.module.css'
import { itemTexts } from './item.texts.ts'
import { useDayWords } from './use-item-words.ts'

type Point = {
  readonly key: string
  readonly day: string
  readonly kind: 'end' | 'today' | 'done' | 'missed' | 'coming' | 'left'
}

/** The milestones on a line from the start to the deadline, with today; in words below it. */
export function MilestoneLine({ item }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  const dayWords = useDayWords()
  const { milestones, today, startDay, dueDay } = item
  if (milestones.length === 0) return null
  // Nobody reaches a milestone of what has ended.
  const ended = ['closed', 'settled', 'cancelled'].includes(item.state)
  const stateOf = ({ day, done }: { day: string; done: string | null }) =>
    done !== null ? 'done' : ended ? 'left' : day < today ? 'missed' : 'coming'
  const points: Point[] = [
    { key: 'start', day: startDay, kind: 'end' },
    ...milestones.map(one => ({ key: `m${one.no}`, day: one.day, kind: stateOf(one) }) as const),
    { key: 'due', day: dueDay, kind: 'end' },
    { key: 'today', day: today, kind: 'today' },
  ]
  const days = points.map(({ day }) => day).sort()
  const [first, last] = [days[0]!, days.at(-1)!]
  const whole = Math.max(1, daysBetween(first, last))
  return (
    <Card title={t('milestones')}>
      <div className={styles['line']} aria-hidden="true">
        {points.map(({ key, day, kind }) => (
          <i
            key={key}
            data-kind={kind}
            style={{ insetInlineStart: `${(daysBetween(first, day) / whole) * 100}%` }}
          >
            {kind === 'today' ? <span>{t('today')}</span> : null}
          </i>
        ))}
      </div>
      <ol className={styles['milestones']}>
        {milestones.map(one => {
          const kind = stateOf(one)
          return (
            <li key={one.no} data-kind={kind}>
              <strong>{one.name}</strong>
              <span>
                {kind === 'done' ? t('reached', { day: dayWords(one.done!) }) : null}
                {kind === 'missed'
                  ? t('missed', { day: dayWords(one.day), count: daysBetween(one.day, today) })
                  : null}
                {kind === 'left' ? t('leftOpen', { day: dayWords(one.day) }) : null}
                {kind === 'coming' ? t('coming', { day: dayWords(one.day) }) : null}
              </span>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
