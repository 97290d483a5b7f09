import { FormField } from '@jianbao/ui'
import { Input } from 'antd'

type WordsFieldProps = {
  readonly label: string
  readonly hint?: string
  readonly problem?: string | null
  readonly value: string
  readonly onChange: (words: string) => void
  readonly rows?: number
}

/** What a deed is done with in words. */
export function WordsField({ label, hint, problem, value, onChange, rows = 3 }: WordsFieldProps) {
  return (
    <FormField label={label} hint={hint} problem={problem}>
      <Input.TextArea
        autoSize={{ minRows: rows, maxRows: 10 }}
        maxLength={1000}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </FormField>
  )
}

/** Two letters at least: a point is no reason. */
export const isSaid = (words: string): boolean => words.trim().length >= 2
