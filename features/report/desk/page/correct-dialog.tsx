import { ProblemNotice, useSending } from '@jianbao/ui'
import { App, Button, Input, InputNumber, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import type { Report, ReportCorrect, ReportFigure } from '../../contract/index.ts'
import { formTexts } from '../form/form.texts.ts'
import { useReportNames } from '../list/mine-columns.tsx'
import { correctReport, useRefreshReports } from '../report.queries.ts'
import { reportTexts } from '../report.texts.ts'
import styles from './report.module.css'

const qualifiers = ['exact', 'about', 'over', 'under', 'atleast'] as const
type Corrected = {
  readonly value: number | null
  readonly qualifier: ReportFigure['qualifier']
  readonly gone: boolean
}

/** 更正数据: values of figures put right at the desk, with the reason; the text stays as the unit wrote it. */
export function CorrectDialog({
  report,
  onClose,
}: {
  readonly report: Report
  readonly onClose: () => void
}) {
  const t = reportTexts.useTexts()
  const { message } = App.useApp()
  const refresh = useRefreshReports()
  const field = useId()
  const [reason, setReason] = useState('')
  const [corrected, setCorrected] = useState<ReadonlyMap<string, Corrected>>(new Map())
  const sending = useSending(() => {
    void message.success(t('done.correct'))
    onClose()
  })
  const of = (figure: ReportFigure): Corrected =>
    corrected.get(figure.id) ?? { value: figure.value, qualifier: figure.qualifier, gone: false }
  const change = (figure: ReportFigure, more: Partial<Corrected>) =>
    setCorrected(new Map(corrected).set(figure.id, { ...of(figure), ...more }))
  const figures = report.figures.flatMap((figure): ReportCorrect['figures'] => {
    const { value, qualifier, gone } = of(figure)
    if (gone) return [{ id: figure.id, to: null }]
    if (value === null || (value === figure.value && qualifier === figure.qualifier)) return []
    return [{ id: figure.id, to: { value, qualifier, unit: figure.unit } }]
  })
  const send = async () => {
    await correctReport(report.id, { version: report.version, reason: reason.trim(), figures })
    await refresh()
  }
  return (
    <Modal
      open
      title={t('correctTitle')}
      okText={t('correct')}
      cancelText={t('cancel')}
      confirmLoading={sending.busy}
      okButtonProps={{ disabled: figures.length === 0 || reason.trim().length < 2 }}
      onOk={() => void sending.send(send)}
      onCancel={onClose}
    >
      <p className={styles['note']}>{t('correctWords')}</p>
      {report.figures.map(figure => (
        <CorrectRow
          key={figure.id}
          report={report}
          figure={figure}
          corrected={of(figure)}
          onChange={more => change(figure, more)}
        />
      ))}
      <label htmlFor={field}>{t('correctReason')}</label>
      <Input.TextArea
        id={field}
        value={reason}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={event => setReason(event.target.value)}
      />
      {sending.error ? <ProblemNotice error={sending.error} /> : null}
    </Modal>
  )
}

type RowProps = {
  readonly report: Report
  readonly figure: ReportFigure
  readonly corrected: Corrected
  readonly onChange: (more: Partial<Corrected>) => void
}

function CorrectRow({ report, figure, corrected, onChange }: RowProps) {
  const t = reportTexts.useTexts()
  const tf = formTexts.useTexts()
  const measure = useReportNames().measure(report, figure.measure)
  const name = figure.of ? `${measure}（${figure.of}）` : measure
  return (
    <fieldset className={styles['correct']}>
      <legend>{name}</legend>
      {corrected.gone ? (
        <del>{`${figure.value} ${figure.unit}`}</del>
      ) : (
        <>
          <Select
            aria-label={t('correctQualifier', { name })}
            value={corrected.qualifier}
            options={qualifiers.map(value => ({ value, label: tf(`qualifier.${value}`) }))}
            onChange={qualifier => onChange({ qualifier })}
          />
          <InputNumber
            aria-label={t('correctValue', { name })}
            min={0}
            max={1e12}
            value={corrected.value}
            onChange={value => onChange({ value })}
          />
          <span>{figure.unit}</span>
        </>
      )}
      {corrected.gone ? <span className={styles['note']}>{t('correctGone')}</span> : null}
      <Button size="small" type="text" onClick={() => onChange({ gone: !corrected.gone })}>
        {t(corrected.gone ? 'correctKeep' : 'correctRemove')}
      </Button>
    </fieldset>
  )
}
