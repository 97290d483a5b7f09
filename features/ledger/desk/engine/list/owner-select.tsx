import { answer, api, usePaused } from '@jianbao/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { PickedPerson } from '../item/person-field.tsx'
import styles from './list.module.css'
import { listTexts } from './list.texts.ts'

type OwnerSelectProps = {
  readonly label: string
  readonly unitId: string
  readonly value: PickedPerson | null
  readonly onChange: (person: PickedPerson | null) => void
  readonly onClose: () => void
}

/** Somebody of the unit, in a cell of a table. */
export function OwnerSelect({ label, unitId, value, onChange, onClose }: OwnerSelectProps) {
  const t = listTexts.useTexts()
  const [typed, setTyped] = useState('')
  const q = usePaused(typed.trim(), 200)
  const query = { under: unitId, only: true, pageSize: 50, ...(q ? { q } : {}) }
  const found = useQuery({
    queryKey: ['people', 'of-unit', query],
    queryFn: ({ signal }) => answer(api.GET('/api/people', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
  const rows = (found.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const kept =
    value && !rows.some(each => each.value === value.id) ? [{ value: value.id, label: value.name }] : []
  return (
    <Select
      allowClear
      defaultOpen
      className={styles['owner'] ?? ''}
      popupMatchSelectWidth={220}
      aria-label={label}
      showSearch={{ searchValue: typed, filterOption: false, onSearch: setTyped }}
      value={value?.id ?? null}
      notFoundContent={found.isPending ? '…' : t('ownerNone')}
      options={[...kept, ...rows]}
      onOpenChange={open => {
        if (!open) onClose()
      }}
      onChange={(id: string | null | undefined) => {
        const row = [...kept, ...rows].find(each => each.value === id)
        onChange(row ? { id: row.value, name: row.label } : null)
      }}
    />
  )
}
