import { usePhone } from '@jianbao/ui'
import { Button, Input } from 'antd'
import { useState } from 'react'
import styles from './filter.module.css'
import { findTexts } from './find.texts.ts'
import { type DaysWithin, yearsBefore } from './period.ts'

type DayRangeProps = DaysWithin & {
  readonly onChange: (days: { from: string | undefined; to: string | undefined }) => void
}

const spans = [1, 3, 5] as const

/** From one day to another, and the spans a leader asks for: 近一年, 近三年, 近五年. */
export function DayRange({ from, to, onChange }: DayRangeProps) {
  const t = findTexts.useTexts()
  const phone = usePhone()
  const today = todayHere()
  return (
    <fieldset className={styles['days']} aria-label={t('dayFilter')}>
      <DayField label={t('from')} value={from} onChange={day => onChange({ from: day, to })} />
      <span aria-hidden="true">–</span>
      <DayField label={t('to')} value={to} onChange={day => onChange({ from, to: day })} />
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

type DayFieldProps = {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
}

/** A day is taken when it is whole: while it is typed the browser gives years like 0002. */
function DayField({ label, value, onChange }: DayFieldProps) {
  const [typed, setTyped] = useState(value ?? '')
  const [shown, setShown] = useState(value)
  if (value !== shown) {
    setShown(value)
    setTyped(value ?? '')
  }
  return (
    <Input
      type="date"
      className={styles['day'] ?? ''}
      aria-label={label}
      value={typed}
      min="1949-10-01"
      max="2199-12-31"
      onChange={event => {
        const day = event.target.value
        setTyped(day)
        if (day === '' || day >= '1949') onChange(day || undefined)
      }}
    />
  )
}

/** Today where the clerk sits, `2026-11-25`. */
function todayHere(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
