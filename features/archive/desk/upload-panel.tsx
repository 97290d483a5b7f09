import { onSignedInAgain, ProgressBar } from '@jianbao/ui'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { archiveTexts } from './archive.texts.ts'
import { useDocumentsChanged } from './document.queries.ts'
import styles from './upload.module.css'
import { isDone, isUnsuccessful, maySendAgain, progressOf, wantsSignIn } from './upload-queue.ts'
import { UploadRow } from './upload-row.tsx'
import { uploadDesk, useUploads } from './uploads.ts'

/** From here on the list scrolls by itself, so that the documents below stay near. */
const manyRows = 8
const lookAfterMs = 500

/** The files of this visit, one row each; gone when there are none. */
export function UploadPanel() {
  const t = archiveTexts.useTexts()
  const uploads = useUploads()
  const documentsChanged = useDocumentsChanged()
  const finished = uploads.filter(isDone)
  const refused = uploads.filter(isUnsuccessful).length
  // Grows with every file that was stored and with every one that was read: then the lists look again.
  const steps = uploads.filter(upload => upload.phase === 'stored').length + finished.length + refused

  // Once the sign-in is renewed, what was refused meanwhile goes out by itself.
  useEffect(() => onSignedInAgain(() => uploadDesk.retry(wantsSignIn)), [])

  // Files come faster than anybody reads lists: a look that is about to happen sees them too.
  const coming = useRef(false)
  useEffect(() => {
    if (steps === 0 || coming.current) return
    coming.current = true
    setTimeout(() => {
      coming.current = false
      documentsChanged()
    }, lookAfterMs)
  }, [steps, documentsChanged])

  if (uploads.length === 0) return null
  return (
    <section className={styles['panel']} aria-label={t('uploads')}>
      <div className={styles['panelHead']}>
        <h2 aria-live="polite">
          {t('uploadsDone', { done: finished.length, all: uploads.length })}
          {refused > 0 ? <em> · {t('uploadsRefused', { count: refused })}</em> : null}
        </h2>
        {uploads.filter(maySendAgain).length > 1 ? (
          <Button size="small" onClick={() => uploadDesk.retry(maySendAgain)}>
            {t('retryAll')}
          </Button>
        ) : null}
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
      {uploads.length > 1 && finished.length + refused < uploads.length ? (
        <ProgressBar part={progressOf(uploads)} label={t('uploads')} />
      ) : null}
      <ul
        className={styles['rows']}
        {...(uploads.length > manyRows ? { tabIndex: 0, 'data-many': true } : {})}
      >
        {uploads.map(upload => (
          <UploadRow key={upload.key} upload={upload} />
        ))}
      </ul>
      {finished.length + refused < uploads.length ? <p className={styles['hint']}>{t('leaveHint')}</p> : null}
    </section>
  )
}
