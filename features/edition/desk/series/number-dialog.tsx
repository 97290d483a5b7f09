import { ActDialog } from '@jianbao/organisation/desk/parts'
import { FormField } from '@jianbao/ui'
import { Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { numberKinds, type Series } from '../../contract/index.ts'
import { useSeriesStep } from './series.queries.ts'
import { seriesTexts } from './series.texts.ts'

export function NumberDialog({ series, onClose }: { readonly series: Series; readonly onClose: () => void }) {
  const t = seriesTexts.useTexts()
  const step = useSeriesStep(series)
  const { issueNo, specialNo, runningNo } = series.next
  const now = { issue: issueNo, special: specialNo, running: runningNo ?? 1 }
  const [kind, setKind] = useState<(typeof numberKinds)[number]>('issue')
  const [next, setNext] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const shown = next ?? now[kind]
  return (
    <ActDialog
      title={t('adjustTitle')}
      confirm={t('adjust')}
      cancel={t('cancel')}
      overtaken={t('overtaken')}
      blocked={reason.trim().length < 2 || shown === now[kind]}
      onConfirm={() => step.mutateAsync({ act: 'number', kind, next: shown, reason })}
      onClose={onClose}
    >
      <p>{t('adjustWords')}</p>
      <Radio.Group
        aria-label={t('adjustWhich')}
        value={kind}
        onChange={event => {
          setKind(event.target.value)
          setNext(null)
        }}
        options={numberKinds
          .filter(each => each !== 'running' || runningNo !== null)
          .map(value => ({ value, label: t(`number.${value}`) }))}
      />
      <FormField label={t('adjustNext')}>
        <InputNumber min={1} max={1_000_000} precision={0} value={shown} onChange={setNext} />
      </FormField>
      <FormField label={t('reason')} hint={t('reasonHint')}>
        <Input value={reason} maxLength={300} onChange={event => setReason(event.target.value)} />
      </FormField>
    </ActDialog>
  )
}
