import { Button } from 'antd'
import { useEffect } from 'react'
import { archiveTexts } from './archive.texts.ts'
import { useDocumentsChanged } from './document.queries.ts'
import styles from './upload.module.css'
import { isFinished } from './upload-queue.ts'
import { UploadRow } from './upload-row.tsx'
import { uploadDesk, useUploads } from './uploads.ts'

/** The files of this visit, one row each; gone when there are none. */
export function UploadPanel() {
  const t = archiveTexts.useTexts()
  const uploads = useUploads()
  const documentsChanged = useDocumentsChanged()
  const finished = uploads.filter(isFinished)
  const stored = uploads.filter(upload => upload.phase === 'stored').length

  useEffect(() => {
    if (stored > 0) documentsChanged()
  }, [stored, finished.length])

  if (uploads.length === 0) return null
  return (
    <section className={styles['panel']} aria-label={t('uploads')}>
      <div className={styles['panelHead']}>
        <h2 aria-live="polite">{t('uploadsBusy', { done: finished.length, all: uploads.length })}</h2>
        {finished.length > 0 ? (
          <Button
            size="small"
            type="text"
            onClick={() => {
              for (const upload of finished) uploadDesk.dismiss(upload.key)
            }}
          >
            {t('clearFinished')}
          </Button>
        ) : null}
      </div>
      <ul className={styles['rows']}>
        {uploads.map(upload => (
          <UploadRow key={upload.key} upload={upload} />
        ))}
      </ul>
      {finished.length < uploads.length ? <p className={styles['hint']}>{t('leaveHint')}</p> : null}
    </section>
  )
}
