import { FileWordOutlined } from '@ant-design/icons'
import { ProblemNotice, useWindowDrop } from '@jianbao/ui'
import { Button, Input, Spin } from 'antd'
import { useRef, useState } from 'react'
import { proposalTextLimit, type ReportProposal } from '../../contract/index.ts'
import { readText } from '../report.queries.ts'
import styles from './form.module.css'
import { formTexts } from './form.texts.ts'
import { sendUpload } from './send-upload.ts'

type FormStartProps = {
  readonly unitId: string
  readonly campaignId: string | null
  readonly onRead: (reading: ReportProposal) => void
  /** To be written without a reading: the text as it is, be it empty. */
  readonly onText: (text: string) => void
}

const kinds = '.docx,.doc,.pdf,.txt'

/** How a report begins: a pasted text, a Word file, or nothing. */
export function FormStart({ unitId, campaignId, onRead, onText }: FormStartProps) {
  const t = formTexts.useTexts()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [again, setAgain] = useState<(() => void) | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const subject = { unitId, ...(campaignId ? { campaignId } : {}) }
  const read = async (work: () => Promise<ReportProposal>) => {
    setBusy(true)
    setError(null)
    try {
      onRead(await work())
    } catch (thrown) {
      setError(thrown)
      setAgain(() => () => void read(work))
      setBusy(false)
    }
  }
  const readTyped = (text: string) => {
    if (text.trim()) void read(() => readText(text.slice(0, proposalTextLimit), subject))
  }
  const readFile = (file: File | undefined) => {
    if (!file) return
    const query = new URLSearchParams(subject)
    const path = `/api/reports/propose-file?${query}`
    void read(() => sendUpload<ReportProposal>(path, file, file.name, () => undefined))
  }
  const over = useWindowDrop(({ files }) =>
    readFile([...files].find(file => !file.type.startsWith('image/'))),
  )
  return (
    <section className={styles['start']} data-over={over} aria-label={t('startLabel')}>
      <Spin spinning={busy} description={t('reading')}>
        <Input.TextArea
          autoFocus
          aria-label={t('paste')}
          placeholder={over ? t('dropNow') : t('pasteHint')}
          value={typed}
          autoSize={{ minRows: 7, maxRows: 16 }}
          maxLength={proposalTextLimit}
          onChange={event => setTyped(event.target.value)}
          onPaste={event => {
            // Plain words alone: marks of a web page are no part of a report.
            const pasted = event.clipboardData.getData('text/plain')
            if (typed.trim() || !pasted.trim()) return
            event.preventDefault()
            setTyped(pasted)
            readTyped(pasted)
          }}
        />
      </Spin>
      {error ? <ProblemNotice error={error} {...(again ? { onRetry: again } : {})} /> : null}
      <div className={styles['startActs']}>
        {typed.trim() ? (
          <>
            <Button type="primary" loading={busy} onClick={() => readTyped(typed)}>
              {t('read')}
            </Button>
            <Button onClick={() => onText(typed)}>{t('writeOn')}</Button>
          </>
        ) : (
          <>
            <Button
              type="primary"
              icon={<FileWordOutlined aria-hidden="true" />}
              loading={busy}
              onClick={() => input.current?.click()}
            >
              {t('chooseFile')}
            </Button>
            <Button onClick={() => onText('')}>{t('startEmpty')}</Button>
          </>
        )}
      </div>
      <p className={styles['hint']}>{t('startNote')}</p>
      <input
        ref={input}
        type="file"
        accept={kinds}
        hidden
        aria-label={t('chooseFile')}
        onChange={event => {
          readFile(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </section>
  )
}
