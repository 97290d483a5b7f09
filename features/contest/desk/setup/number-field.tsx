import { FormField } from '@jianbao/ui'
import { InputNumber } from 'antd'

type NumberFieldProps = {
  readonly label: string
  readonly hint?: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
}

/** A whole number; while the field is empty what it was stays. */
export function NumberField({ label, hint, value, min, max, onChange }: NumberFieldProps) {
  return (
    <FormField label={label} hint={hint}>
      <InputNumber
        min={min}
        max={max}
        precision={0}
        value={value}
        style={{ width: '100%' }}
        onChange={typed => {
          if (typed !== null) onChange(typed)
        }}
      />
    </FormField>
  )
}

type LimitFieldProps = Omit<NumberFieldProps, 'value' | 'onChange'> & {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

/** A whole number, or none: no limit. */
export function LimitField({ label, hint, value, min, max, onChange }: LimitFieldProps) {
  return (
    <FormField label={label} hint={hint}>
      <InputNumber
        min={min}
        max={max}
        precision={0}
        value={value}
        style={{ width: '100%' }}
        onChange={typed => onChange(typed)}
      />
    </FormField>
  )
}
