import { Input } from 'antd'
import { useState } from 'react'

type DayFieldProps = {
  readonly label: string
  /** ISO day, `2021-08-20`. */
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
  /** The first day that can be meant, ISO; nothing before its year is taken. */
  readonly earliest: string
  readonly className?: string | undefined
}

/** A day is taken when it is whole: while it is typed the browser gives years like 0002. */
export function DayField({ label, value, onChange, earliest, className }: DayFieldProps) {
  const [typed, setTyped] = useState(value ?? '')
  const [shown, setShown] = useState(value)
  if (value !== shown) {
    setShown(value)
    setTyped(value ?? '')
  }
  return (
    <Input
      type="date"
      className={className ?? ''}
      aria-label={label}
      value={typed}
      min={earliest}
      max="2199-12-31"
      onChange={event => {
        const day = event.target.value
        setTyped(day)
        if (day === '' || day >= earliest.slice(0, 4)) onChange(day || undefined)
      }}
    />
  )
}
