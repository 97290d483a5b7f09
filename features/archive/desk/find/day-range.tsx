import { DayField, usePhone } from '@jianbao/ui'
import { Button } from 'antd'
import styles from './filter.module.css'
import { findTexts } from './find.texts.ts'
import { type DaysWithin, yearsBefore } from './period.ts'

type DayRangeProps = DaysWithin & {
  readonly onChange: (days: { from: string | undefined; to: string | undefined }) => void
}

/** No bulletin is older than the republic. */
const earliest = '1949-10-01'
const spans = [1, 3, 5] as const

/** From one day to another, and the spans a leader asks for: 近一年, 近三年, 近五年. */
export function DayRange({ from, to, onChange }: DayRangeProps) {
  const t = findTexts.useTexts()
  const phone = usePhone()
  const today = todayHere()
  const field = { earliest, className: styles['day'] }
  return (
    <fieldset className={styles['days']} aria-label={t('dayFilter')}>
      <DayField {...field} label={t('from')} value={from} onChange={day => onChange({ from: day, to })} />
      <span aria-hidden="true">–</span>
      <DayField {...field} label={t('to')} value={to} onChange={day => onChange({ from, to: day })} />
      {spans.map(years => {
        const start = yearsBefore(today, years)
        const set = from === start && to === undefined
        return (
          <Button
            key={years}
            size={phone ? 'middle' : 'small'}
            type={set ? 'primary' : 'default'}
            aria-pressed={set}
            onClick={() => onChange({ from: set ? undefined : start, to: undefined })}
          >
            {t(`lastYears.${years}`)}
          </Button>
        )
      })}
    </fieldset>
  )
}

/** Today where the clerk sits, `2026-11-25`. */
function todayHere(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
