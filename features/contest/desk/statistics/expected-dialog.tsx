import { ExportButton, FormField, ProblemNotice, send, useSending } from '@jianbao/ui'
import { Alert, App, Button, Input, Modal, Upload } from 'antd'
import { useState } from 'react'
import type { ExpectedOutcome } from '../../contract/index.ts'
import { readExpectedLines } from './expected-lines.ts'
import styles from './statistics.module.css'
import { useSetExpected } from './statistics.queries.ts'
import { statisticsTexts } from './statistics.texts.ts'

type DialogProps = { readonly id: string; readonly onClose: () => void }

/** Whom units expect: typed, pasted from two columns, or taken from a workbook; all lines are written or none. */
export function ExpectedDialog({ id, onClose }: DialogProps) {
  const t = statisticsTexts.useTexts()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const [problems, setProblems] = useState<ExpectedOutcome['problems']>([])
  const reading = useSending(() => undefined)
  const setting = useSetExpected(id)
  const { rows, bad } = readExpectedLines(text)
  const takeSheet = async (file: File) => {
    const form = new FormData()
    form.append('file', file)
    const response = await send('POST', `/api/contests/${id}/expected/sheet`, { body: form })
    const read = (await response.json()) as { rows: { unit: string; expected: string }[] }
    setProblems([])
    setText(read.rows.map(row => `${row.unit}\t${row.expected || '-'}`).join('\n'))
  }
  const save = async () => {
    const outcome = await setting.mutateAsync({ rows: [...rows] })
    setProblems(outcome.problems)
    if (outcome.problems.length > 0) return
    void message.success(t('expectedSaved', { count: outcome.changed }))
    onClose()
  }
  return (
    <Modal
      open={true}
      title={t('expectedTitle')}
      width={620}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: rows.length === 0 || bad.length > 0, loading: setting.isPending }}
      onOk={() => void save().catch(() => undefined)}
      onCancel={onClose}
    >
      <div className={styles['dialog']}>
        <p className={styles['note']}>{t('expectedHelp')}</p>
        <FormField label={t('expectedField')} hint={t('expectedRead', { rows: rows.length })}>
          <Input.TextArea
            rows={10}
            value={text}
            placeholder={t('expectedSample')}
            onChange={event => {
              setText(event.target.value)
              setProblems([])
            }}
          />
        </FormField>
        <div className={styles['tools']}>
          <Upload
            accept=".xlsx"
            showUploadList={false}
            beforeUpload={file => {
              void reading.send(() => takeSheet(file))
              return false
            }}
          >
            <Button loading={reading.busy}>{t('expectedFile')}</Button>
          </Upload>
          <ExportButton
            path={`/api/contests/${id}/statistics/export`}
            order={{ body: { list: 'units', filters: { by: 'unit', order: 'place' } } }}
          />
        </div>
        {reading.error ? <ProblemNotice error={reading.error} /> : null}
        {setting.error ? <ProblemNotice error={setting.error} /> : null}
        {bad.length + problems.length > 0 ? (
          <Alert
            type="warning"
            title={t('expectedNothing')}
            description={
              <ul className={styles['problems']}>
                {bad.slice(0, 8).map(({ row, text: words }) => (
                  <li key={row}>{t('expectedBadLine', { row, text: words })}</li>
                ))}
                {problems.slice(0, 8).map(({ row, unit, meant }) => (
                  <li key={row}>
                    {meant ? t('expectedMeant', { row, unit, meant }) : t('expectedUnknown', { row, unit })}
                  </li>
                ))}
              </ul>
            }
          />
        ) : null}
      </div>
    </Modal>
  )
}
