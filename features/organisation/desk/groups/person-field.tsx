import { answer, api, FormField } from '@jianbao/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { groupTexts } from './group.texts.ts'

type Found = {
  readonly personId: string
  readonly name: string
  readonly title: string | null
  readonly unitName: string
}
type PersonFieldProps = { readonly taken: readonly string[]; readonly onPick: (person: Found) => void }

const pauseMs = 200

/** People by name, pinyin or user name; whoever is chosen goes into the list, and the field is free again. */
export function PersonField({ taken, onPick }: PersonFieldProps) {
  const t = groupTexts.useTexts()
  const [typed, setTyped] = useState('')
  const words = usePaused(typed.trim(), pauseMs)
  const found = useQuery({
    queryKey: ['people', 'for-group', words],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/people', { params: { query: { q: words, pageSize: 20 } }, signal })),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })
  const rows = words === '' ? [] : (found.data?.rows ?? []).filter(row => !taken.includes(row.id))
  return (
    <FormField label={t('addMember')} hint={t('addMemberHint')}>
      <Select
        value={null}
        showSearch={{ searchValue: typed, filterOption: false, onSearch: setTyped }}
        suffixIcon={null}
        notFoundContent={words === '' || found.isFetching ? t('addMemberHint') : t('noPerson')}
        options={rows.map(row => ({
          value: row.id,
          label: [row.name, row.unitName, row.title].filter(Boolean).join(' · '),
        }))}
        onChange={(id: string | null) => {
          const row = rows.find(one => one.id === id)
          setTyped('')
          if (row) onPick({ personId: row.id, name: row.name, title: row.title, unitName: row.unitName })
        }}
      />
    </FormField>
  )
}

/** The value as it was when typing last paused. */
function usePaused(value: string, pause: number): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return value === '' ? '' : paused
}
