import { Input } from 'antd'
import { useState } from 'react'
import styles from './audit.module.css'

type DayFieldProps = {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
}

/** A day is taken when it is whole: while it is typed the browser gives years like 0002. */
export function DayField({ label, value, onChange }: DayFieldProps) {
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
      min="2000-01-01"
      max="2199-12-31"
      onChange={event => {
        const day = event.target.value
        setTyped(day)
        if (day === '' || day >= '2000') onChange(day || undefined)
      }}
    />
  )
}
