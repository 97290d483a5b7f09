import { FormField } from '@jianbao/ui'
import { Input } from 'antd'

/** Yuan, kept as typed: a number would not hold it exactly. Nothing is nothing. */
export const isMoney = (text: string): boolean => text === '' || /^(0|[1-9]\d{0,11})(\.\d{1,2})?$/.test(text)

/** With a comma every three digits, as accounts are written. */
export function writtenMoney(yuan: string): string {
  const [whole = '', part] = yuan.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? grouped : `${grouped}.${part}`
}

type MoneyInputProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}

export function MoneyInput({ label, value, onChange }: MoneyInputProps) {
  return (
    <FormField label={label} problem={isMoney(value) ? null : '12345.67'}>
      <Input
        inputMode="decimal"
        maxLength={15}
        value={value}
        onChange={event => onChange(event.target.value.normalize('NFKC').replace(/[,，\s]/g, ''))}
      />
    </FormField>
  )
}
