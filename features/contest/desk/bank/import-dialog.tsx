import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { ProblemNotice, receiveFile, useFocusBack } from '@jianbao/ui'
import { App, Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import type { BankImport } from '../../contract/index.ts'
import styles from './bank.module.css'
import { markedFileOrder, sendQuestionFile, useRefreshBanks } from './bank.queries.ts'
import { bankTexts } from './bank.texts.ts'
import { ImportReport } from './import-report.tsx'

type ImportDialogProps = { readonly bankId: string; readonly onClose: () => void }

/** A file of questions: chosen, compared, looked at, and then written or mended. */
export function ImportDialog({ bankId, onClose }: ImportDialogProps) {
  const t = bankTexts.useTexts()
  const { file, report, busy, error, choose, write, mark } = useImport(bankId, onClose)
  const input = useRef<HTMLInputElement>(null)
  useFocusBack()
  const faulty = report !== null && report.counts.faulty + report.problems.length > 0
  return (
    <Modal open title={t('importTitle')} width={760} footer={null} onCancel={onClose}>
      <div className={styles['form']}>
        <p>
          {t('importWords')} {t('importOwnWords')}
        </p>
        <div className={styles['buttons']}>
          <Template form="xlsx" />
          <Template form="docx" />
        </div>
        {report ? <ImportReport report={report} /> : null}
        {error ? <ProblemNotice error={error} /> : null}
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('importChoose')}
          accept=".xlsx,.docx,.doc,.txt"
          onChange={event => {
            const [chosen] = event.target.files ?? []
            if (chosen) choose(chosen)
            // The same file may be picked again when it was mended.
            event.target.value = ''
          }}
        />
        <div className={styles['foot']}>
          <span aria-live="polite" className={styles['note']}>
            {busy ? t('importSending') : null}
          </span>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {faulty && file && report.form === 'xlsx' ? (
            <Button icon={<DownloadOutlined aria-hidden="true" />} disabled={busy} onClick={mark}>
              {t('importResult')}
            </Button>
          ) : null}
          <Button
            type={report ? 'default' : 'primary'}
            icon={<UploadOutlined aria-hidden="true" />}
            loading={busy && !report}
            onClick={() => input.current?.click()}
          >
            {t(report ? 'importAgain' : 'importChoose')}
          </Button>
          {report && !faulty && report.counts.new > 0 ? (
            <Button type="primary" loading={busy} onClick={write}>
              {t('importConfirm', { fresh: report.counts.new })}
            </Button>
          ) : null}
        </div>
      </div>
    </Modal>
  )
}

function Template({ form }: { readonly form: 'xlsx' | 'docx' }) {
  const t = bankTexts.useTexts()
  return (
    <a className={styles['link']} href={`/api/question-banks/template?form=${form}`} download>
      <DownloadOutlined aria-hidden="true" /> {t(form === 'xlsx' ? 'templateSheet' : 'templateDocument')}
    </a>
  )
}

/** The browser keeps the file: it is sent to be compared and, when that was seen, sent again to be written. */
function useImport(bankId: string, onWritten: () => void) {
  const t = bankTexts.useTexts()
  const { message } = App.useApp()
  const refresh = useRefreshBanks()
  const [file, setFile] = useState<File | null>(null)
  const [report, setReport] = useState<BankImport | null>(null)
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
  return {
    ...{ file, report, busy, error },
    choose: (chosen: File) =>
      void run(async () => {
        setFile(chosen)
        setReport(null)
        setReport(await sendQuestionFile(bankId, 'import-check', chosen))
      }),
    write: () =>
      void run(async () => {
        const { counts } = await sendQuestionFile(bankId, 'import', file!)
        void message.success(t('imported', { fresh: counts.new }))
        void refresh()
        onWritten()
      }),
    mark: () =>
      void run(() => receiveFile(`/api/question-banks/${bankId}/import-result`, markedFileOrder(file!))),
  }
}
