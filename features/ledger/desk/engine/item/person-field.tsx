import { answer, api, FormField, usePaused } from '@jianbao/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { itemTexts } from './item.texts.ts'

export type PickedPerson = { readonly id: string; readonly name: string }
type PersonFieldProps = {
  readonly label: string
  readonly unitId: string
  readonly unitName: string
  readonly value: PickedPerson | null
  readonly onChange: (person: PickedPerson | null) => void
}

/** Somebody who belongs to one unit, by name or pinyin; who has left is not among them. */
export function PersonField({ label, unitId, unitName, value, onChange }: PersonFieldProps) {
  const t = itemTexts.useTexts()
  const [typed, setTyped] = useState('')
  const q = usePaused(typed.trim(), 200)
  const query = { under: unitId, only: true, pageSize: 50, ...(q ? { q } : {}) }
  const found = useQuery({
    queryKey: ['people', 'of-unit', query],
    queryFn: ({ signal }) => answer(api.GET('/api/people', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
  const rows = found.data?.rows ?? []
  const options = rows.map(({ id, name, title }) => ({
    value: id,
    label: [name, title].filter(Boolean).join(' · '),
  }))
  const kept =
    value && !rows.some(({ id }) => id === value.id) ? [{ value: value.id, label: value.name }] : []
  return (
    <FormField label={label} hint={t('handHint', { unit: unitName })}>
      <Select
        allowClear
        showSearch={{ searchValue: typed, filterOption: false, onSearch: setTyped }}
        value={value?.id ?? null}
        notFoundContent={found.isPending ? '…' : t('handNobody')}
        options={[...kept, ...options]}
        onChange={(id: string | null | undefined) => {
          const row = rows.find(one => one.id === id)
          setTyped('')
          onChange(row ? { id: row.id, name: row.name } : null)
        }}
      />
    </FormField>
  )
}
