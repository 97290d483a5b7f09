import { Select } from 'antd'
import styles from './filter.module.css'

type ChoiceProps<T extends string> = {
  readonly label: string
  /** What is written when nothing is chosen. */
  readonly all: string
  readonly value: T | undefined
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T | undefined) => void
  /** Many names: typing narrows them. */
  readonly typing?: boolean
}

/** One of several, or all of them. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, all, value, options, onChange, typing = false } = props
  // What is chosen stays in the list even when the server does not offer it.
  const missing = value !== undefined && !options.some(option => option.value === value)
  const offered = missing ? [{ value, label: value as string }, ...options] : options
  return (
    <Select<T | ''>
      className={styles[typing ? 'wide' : 'select'] ?? ''}
      aria-label={label}
      value={value ?? ''}
      showSearch={typing ? { optionFilterProp: 'label' } : false}
      onChange={chosen => onChange(chosen || undefined)}
      options={[{ value: '' as const, label: all }, ...offered]}
    />
  )
}
