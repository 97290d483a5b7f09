import { UploadOutlined } from '@ant-design/icons'
import { sendUpload } from '@jianbao/report/desk/parts'
import { ProblemNotice, receiveFile, useFocusBack } from '@jianbao/ui'
import { Alert, App, Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import type { ItemSheetCheck } from '../../../contract/index.ts'
import styles from './list.module.css'
import { useTouched } from './list.queries.ts'
import { listTexts } from './list.texts.ts'

/** A sheet of items: chosen, compared, looked at, and then written or mended. */
export function SheetDialog({ onClose }: { readonly onClose: () => void }) {
  const t = listTexts.useTexts()
  const sheet = useSheet(onClose)
  const input = useRef<HTMLInputElement>(null)
  useFocusBack()
  const { file, check, busy } = sheet
  const writes = check !== null && check.counts.new + check.counts.changed > 0 && check.counts.problems === 0
  return (
    <Modal open title={t('importTitle')} width={720} footer={null} onCancel={onClose}>
      <div className={styles['form']}>
        <p>{t('importWords')}</p>
        {sheet.moved ? <Alert type="warning" showIcon role="alert" title={t('importMoved')} /> : null}
        {check ? <Checked check={check} /> : null}
        {sheet.error ? <ProblemNotice error={sheet.error} /> : null}
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('importChoose')}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={event => {
            const [chosen] = event.target.files ?? []
            if (chosen) void sheet.choose(chosen)
            // The same file may be picked again when it was mended.
            event.target.value = ''
          }}
        />
        <div className={styles['sheetFoot']}>
          <span aria-live="polite">{busy ? t('importSending') : null}</span>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {check && check.counts.problems > 0 && file ? (
            <Button disabled={busy} onClick={() => void sheet.annotate()}>
              {t('importResult')}
            </Button>
          ) : null}
          <Button
            type={check ? 'default' : 'primary'}
            icon={<UploadOutlined aria-hidden="true" />}
            loading={busy && !check}
            onClick={() => input.current?.click()}
          >
            {t(check ? 'importAgain' : 'importChoose')}
          </Button>
          {check && writes ? (
            <Button type="primary" loading={busy} onClick={() => void sheet.write()}>
              {t('importConfirm')}
            </Button>
          ) : null}
        </div>
      </div>
    </Modal>
  )
}

/** The browser keeps the file: it is sent to be compared and, when that was seen, sent again to be written. */
function useSheet(onWritten: () => void) {
  const t = listTexts.useTexts()
  const { message } = App.useApp()
  const touched = useTouched()
  const [file, setFile] = useState<File | null>(null)
  const [check, setCheck] = useState<ItemSheetCheck | null>(null)
  const [moved, setMoved] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(false)
    }
  }
  const post = (path: string, sent: File) =>
    sendUpload<ItemSheetCheck>(`/api/ledger-items/${path}`, sent, sent.name, () => undefined)
  return {
    ...{ file, check, moved, busy, error },
    choose: (chosen: File) =>
      run(async () => {
        setFile(chosen)
        setCheck(null)
        setMoved(false)
        setCheck(await post('import-check', chosen))
      }),
    write: () =>
      run(async () => {
        const answered = await post(`import?mark=${check!.mark}`, file!)
        if (answered.done) {
          const { new: fresh, changed } = answered.counts
          void message.success(t('imported', { fresh, changed }))
          void touched()
          onWritten()
          return
        }
        setCheck(answered)
        setMoved(true)
      }),
    annotate: () =>
      run(async () => {
        const body = new FormData()
        body.set('file', file!, file!.name)
        await receiveFile('/api/ledger-items/import-result', { body })
      }),
  }
}

function Checked({ check }: { readonly check: ItemSheetCheck }) {
  const t = listTexts.useTexts()
  const { counts, problems, changes } = check
  const { new: fresh, ...others } = counts
  const cut = problems.length < counts.problems || changes.length < counts.new + counts.changed
  return (
    <section className={styles['form']} aria-label={check.fileName}>
      <strong aria-live="polite">{t('importCounts', { fresh, ...others })}</strong>
      {problems.length > 0 ? (
        <Lines title={t('importProblems')} lines={problems.map(({ message }, at) => [`${at}`, message])} />
      ) : null}
      {changes.length > 0 ? (
        <Lines
          title={t('importChanges')}
          lines={changes.map(({ row, kind, name, columns }) => [
            `${row}`,
            kind === 'new'
              ? t('importNew', { row, name })
              : t('importChanged', { row, name, columns: columns.join('、') }),
          ])}
        />
      ) : problems.length === 0 ? (
        <p>{t('importNone')}</p>
      ) : null}
      {cut ? <p>{t('importMore')}</p> : null}
    </section>
  )
}

type LinesProps = { readonly title: string; readonly lines: readonly (readonly [string, string])[] }

function Lines({ title, lines }: LinesProps) {
  return (
    <div>
      <p>{title}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it */}
      <ul className={styles['refusals']} tabIndex={0} aria-label={title}>
        {lines.map(([key, line]) => (
          <li key={key}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
