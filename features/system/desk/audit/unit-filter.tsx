import { usePaused } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import styles from './audit.module.css'
import { unitNameQuery, unitsCalledQuery } from './audit.queries.ts'
import { auditTexts } from './audit.texts.ts'

type UnitFilterProps = {
  readonly value: string | undefined
  readonly onChange: (unit: string | undefined) => void
}

/** A unit by part of its name or by its initials. */
export function UnitFilter({ value, onChange }: UnitFilterProps) {
  const t = auditTexts.useTexts()
  const [typed, setTyped] = useState('')
  const words = usePaused(typed.trim(), 250)
  const found = useQuery({ ...unitsCalledQuery(words), enabled: words !== '' })
  const named = useQuery({ ...unitNameQuery(value ?? ''), enabled: value !== undefined })
  const units = words === '' ? [] : (found.data ?? [])
  const options = units.map(({ id, name }) => ({ value: id, label: name }))
  if (value && !units.some(({ id }) => id === value))
    options.unshift({ value, label: named.data ?? t('unitFilter') })
  return (
    <Select
      className={styles['wide'] ?? ''}
      aria-label={t('unitFilter')}
      placeholder={t('unitFilter')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      value={value ?? null}
      notFoundContent={words ? t('unitNone') : null}
      onChange={unit => onChange(unit ?? undefined)}
      options={options}
    />
  )
}
