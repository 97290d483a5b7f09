import { FormField } from '@jianbao/ui'
import { Input } from 'antd'
import { useState } from 'react'
import { localOf, momentOf } from './contest-values.ts'

type MomentFieldProps = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (moment: string) => void
}

/** Day and time in Asia/Shanghai; taken when it is whole. */
export function MomentField({ label, hint, value, onChange }: MomentFieldProps) {
  const [typed, setTyped] = useState(() => localOf(value))
  const [shown, setShown] = useState(value)
  if (value !== shown) {
    setShown(value)
    setTyped(localOf(value))
  }
  return (
    <FormField label={label} hint={hint}>
      <Input
        type="datetime-local"
        value={typed}
        max="2199-12-31T23:59"
        onChange={event => {
          setTyped(event.target.value)
          const moment = momentOf(event.target.value)
          if (moment === null) return
          setShown(moment)
          onChange(moment)
        }}
      />
    </FormField>
  )
}
