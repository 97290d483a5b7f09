import { type FilterChange, usePhone, ViewMenu } from '@jianbao/ui'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { type Coverage, coverageLines } from '../contract/index.ts'
import styles from './filters.module.css'
import { ledgerTexts } from './ledger.texts.ts'
import { type CoverageSearch, countFilters } from './ledger-search.ts'
import { SharedFilters } from './shared-filters.tsx'

type CoverageFiltersProps = {
  readonly filters: CoverageSearch
  readonly frame: Coverage
  readonly onChange: (change: FilterChange<CoverageSearch>) => void
}

/** On a phone what is rarely changed is folded away. */
export function CoverageFilters({ filters, frame, onChange }: CoverageFiltersProps) {
  const t = ledgerTexts.useTexts()
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const set = countFilters(filters)
  return (
    <search className={styles['bar']}>
      {phone ? (
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {set > 0 ? t('filtersSet', { count: set }) : t('filters')}
        </Button>
      ) : null}
      {open || !phone ? (
        <>
          <SharedFilters
            filters={filters}
            frame={frame}
            onChange={({ only: _, period: __, ...change }) => onChange(change)}
          />
          <Segmented
            aria-label={t('linesChoice')}
            value={filters.lines ?? 'below'}
            onChange={lines => onChange({ lines: lines === 'below' ? undefined : lines })}
            options={coverageLines.map(lines => ({ value: lines, label: t(`lines.${lines}`) }))}
          />
          {phone ? null : (
            <Segmented
              aria-label={t('lookChoice')}
              value={filters.look ?? 'light'}
              onChange={look => onChange({ look: look === 'heat' ? look : undefined })}
              options={(['light', 'heat'] as const).map(look => ({ value: look, label: t(`look.${look}`) }))}
            />
          )}
          <ViewMenu />
        </>
      ) : null}
    </search>
  )
}
