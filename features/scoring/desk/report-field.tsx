import { FormField, usePaused } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { reportChoicesQuery } from './scoring.queries.ts'
import { scoringTexts } from './scoring.texts.ts'

type ReportFieldProps = {
  readonly campaign: string
  readonly value: string | undefined
  readonly onChange: (id: string | undefined) => void
  readonly problem: string | null
}

/** A report that was sent in, found by words of its title or its unit. */
export function ReportField({ campaign, value, onChange, problem }: ReportFieldProps) {
  const t = scoringTexts.useTexts()
  const [words, setWords] = useState('')
  const asked = usePaused(words, 200)
  const found = useQuery(reportChoicesQuery(campaign, asked))
  return (
    <FormField label={t('chooseReport')} hint={t('chooseReportHint')} problem={problem}>
      <Select
        showSearch={{ filterOption: false, onSearch: setWords }}
        value={value}
        onChange={onChange}
        notFoundContent={found.isPending ? '…' : t('nothingFound')}
        options={(found.data?.rows ?? []).map(({ id, title, unitName, submittedDay }) => ({
          value: id,
          label: t('reportChoice', { title, unit: unitName, day: submittedDay }),
        }))}
      />
    </FormField>
  )
}
