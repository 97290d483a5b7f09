import { formatSize, ProgressBar, StateTag, type Tone } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { memo } from 'react'
import { type ArchiveKey, archiveTexts } from './archive.texts.ts'
import { useFailureWords, useReadingWords } from './document-words.tsx'
import { importTexts } from './import.texts.ts'
import { RecogniseButton } from './recognise-button.tsx'
import styles from './upload.module.css'
import { isBeingRead, isUnsent, mayReadAgain, maySendAgain, type Upload } from './upload-queue.ts'
import { uploadDesk } from './uploads.ts'
import { useReadingAgain } from './use-reading-again.ts'

type Look = { readonly tone: Tone; readonly word: ArchiveKey; readonly part: number | null }

/** One file of this visit: how far it is, what came of it, and what can be done about it. */
export const UploadRow = memo(function UploadRow({ upload }: { upload: Upload }) {
  const t = archiveTexts.useTexts()
  const failure = useFailureWords()
  const words = useReadingWords()
  const { document, fileName: file } = upload
  const look = lookOf(upload)
  const failed = upload.phase === 'refused' || document?.state === 'failed'
  return (
    <li className={styles['row']}>
      <div className={styles['file']}>
        <span className={styles['name']} title={file}>
          {file}
        </span>
        <span className={styles['size']}>{formatSize(upload.sizeBytes)}</span>
      </div>
      <div className={styles['course']}>
        <StateTag tone={look.tone}>{t(look.word, { percent: Math.round((look.part ?? 0) * 100) })}</StateTag>
        {look.part === null ? null : <ProgressBar part={look.part} label={t('progressOf', { file })} />}
        {document?.state === 'read' || document?.state === 'accepted' ? <span>{words(document)}</span> : null}
        {failed ? <span role="alert">{failure(document, upload.problem)}</span> : null}
      </div>
      <UploadActions upload={upload} />
    </li>
  )
})

function UploadActions({ upload }: { upload: Upload }) {
  const t = archiveTexts.useTexts()
  const { readAgain, isPending } = useReadingAgain()
  const { document, batch, fileName: file, key } = upload
  const retry = maySendAgain(upload)
    ? () => uploadDesk.retry(each => each.key === key)
    : document?.state === 'failed' && mayReadAgain(document)
      ? () => readAgain(document, uploadDesk.takeNews)
      : null
  const dismissLabel = isUnsent(upload) ? 'cancel' : 'dismiss'
  const ti = importTexts.useTexts()
  return (
    <div className={styles['actions']}>
      {batch ? (
        <Link to="/documents" search={{ batch: batch.id }} className={styles['link']}>
          {ti('showBatch')}
        </Link>
      ) : null}
      {document ? <RecogniseButton document={document} onBegun={uploadDesk.takeNews} /> : null}
      {document ? (
        <Link
          to={document.may.includes('review') ? '/documents/$id/review' : '/documents/$id'}
          params={{ id: document.id }}
          className={styles['link']}
          aria-label={document.may.includes('review') ? ti('reviewFile', { file }) : t('openFile', { file })}
        >
          {document.may.includes('review') ? ti('review') : t(upload.known ? 'openExisting' : 'open')}
        </Link>
      ) : null}
      {retry ? (
        <Button size="small" onClick={retry} loading={isPending} aria-label={t('retryFile', { file })}>
          {t('retry')}
        </Button>
      ) : null}
      {isBeingRead(upload) ? null : (
        <Button
          size="small"
          type="text"
          onClick={() => uploadDesk.dismiss(key)}
          aria-label={t(`${dismissLabel}File`, { file })}
        >
          {t(dismissLabel)}
        </Button>
      )}
    </div>
  )
}

function lookOf({ phase, sent, document, batch, known }: Upload): Look {
  if (phase === 'queued') return { tone: 'quiet', word: 'queued', part: null }
  if (phase === 'sending') return { tone: 'busy', word: 'sending', part: sent }
  if (batch) return { tone: 'good', word: 'received', part: null }
  if (phase === 'refused' || !document) return { tone: 'bad', word: 'refused', part: null }
  switch (document.state) {
    case 'waiting':
      return { tone: 'busy', word: 'waiting', part: null }
    case 'reading':
      return { tone: 'busy', word: 'reading', part: document.progress }
    case 'unrecognised':
      return { tone: 'doubt', word: 'state.unrecognised', part: null }
    case 'read':
    case 'accepted':
      return { tone: 'good', word: known ? 'known' : 'read', part: null }
    case 'failed':
      return { tone: 'bad', word: 'failed', part: null }
  }
}
