import { formatCount } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import styles from './filter.module.css'
import { unitsQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'

type UnitSelectProps = {
  readonly unit: string | undefined
  readonly unitOnly: boolean | undefined
  readonly onChange: (change: { unit: string | undefined; unitOnly: boolean | undefined }) => void
}

/** A unit by its name; with it comes everything below it unless it is to stand alone. */
export function UnitSelect({ unit, unitOnly, onChange }: UnitSelectProps) {
  const t = findTexts.useTexts()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const found = useQuery({ ...unitsQuery(typed ? { q: typed } : {}), enabled: open })
  const rows = found.data?.rows ?? []
  return (
    <div className={styles['unitFilter']}>
      <Select
        className={styles['wide'] ?? ''}
        aria-label={t('unitFilter')}
        placeholder={t('allUnits')}
        allowClear
        value={unit ?? null}
        showSearch={{ filterOption: false, onSearch: words => setTyped(words.trim().slice(0, 100)) }}
        onOpenChange={setOpen}
        notFoundContent={found.isFetching ? t('loading') : t('noSuchUnit')}
        onChange={name => onChange({ unit: name ?? undefined, unitOnly: name ? unitOnly : undefined })}
        options={rows.map(row => ({
          value: row.name,
          label: row.name,
          title: t('countEvents', { count: row.events, number: formatCount(row.events) }),
        }))}
      />
      {unit === undefined ? null : (
        <Checkbox
          checked={unitOnly ?? false}
          onChange={event => onChange({ unit, unitOnly: event.target.checked || undefined })}
        >
          {t('unitOnly')}
        </Checkbox>
      )}
    </div>
  )
}
