import { UploadOutlined } from '@ant-design/icons'
import { ProblemNotice, ProgressBar, useWindowDrop } from '@jianbao/ui'
import { Alert, Button } from 'antd'
import { useRef } from 'react'
import type { Import, ImportKind } from '../../contract/index.ts'
import styles from './import.module.css'
import { importTexts } from './import.texts.ts'
import { useSheetUpload } from './use-sheet-upload.ts'

type SheetDropProps = {
  readonly kind: ImportKind
  /** What to do here; to drop a sheet when left out. */
  readonly words?: string
  readonly onSent: (sent: Import) => void
}

/** Takes one sheet, dropped anywhere on the page or picked, and sends it. */
export function SheetDrop({ kind, words: asked, onSent }: SheetDropProps) {
  const t = importTexts.useTexts()
  const upload = useSheetUpload(kind, onSent)
  const over = useWindowDrop(({ files }) => upload.send([...files]))
  const input = useRef<HTMLInputElement>(null)
  const words = { kind: t(`kind.${kind}`) }
  return (
    <>
      <section className={styles['zone']} data-over={over} aria-label={t('chooseLabel', words)}>
        {upload.sending ? (
          <>
            <span aria-live="polite">{t('sending', { file: upload.sending.fileName })}</span>
            <ProgressBar part={upload.sending.part} label={t('uploadProgress')} />
            <Button onClick={upload.cancel}>{t('sendingCancel')}</Button>
          </>
        ) : (
          <>
            <span className={styles['drop']}>{over ? t('dropNow') : (asked ?? t('dropHere', words))}</span>
            <Button
              type="primary"
              icon={<UploadOutlined aria-hidden="true" />}
              onClick={() => input.current?.click()}
            >
              {t('choose')}
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          hidden
          aria-label={t('chooseLabel', words)}
          onChange={event => {
            upload.send([...(event.target.files ?? [])])
            // The same file may be picked again after a refusal.
            event.target.value = ''
          }}
        />
      </section>
      {upload.several ? <Alert type="warning" showIcon role="alert" title={t('onlyOne')} /> : null}
      {upload.error ? <ProblemNotice error={upload.error} /> : null}
    </>
  )
}
