import { ProgressBar, StateTag, type Tone } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Batch } from '../contract/index.ts'
import { batchesQuery, batchProgress, isUnfinishedBatch } from './batch.queries.ts'
import styles from './batch-list.module.css'
import { useDocumentsChanged } from './document.queries.ts'
import { importTexts } from './import.texts.ts'

/** ZIP files on their way, and the last ones that came: how far each is, and which of its files were refused. */
export function BatchList() {
  const t = importTexts.useTexts()
  const { data } = useQuery(batchesQuery)
  const rows = data?.rows ?? []
  const going = rows.filter(isUnfinishedBatch)
  const done = rows.reduce((sum, batch) => sum + batchProgress(batch).done, 0)
  const documentsChanged = useDocumentsChanged()
  useEffect(() => {
    if (done > 0) documentsChanged()
  }, [done, documentsChanged])
  const [unfolded, setUnfolded] = useState<boolean | null>(null)
  // What came or went on while somebody looked stays open when it has ended: its refusals are to be read.
  const [seen, setSeen] = useState(false)
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null)
  if (data && !before) setBefore(new Set(rows.map(batch => batch.id)))
  const came = before !== null && rows.some(batch => !before.has(batch.id))
  if ((going.length > 0 || came) && !seen) setSeen(true)
  if (rows.length === 0) return null
  const open = unfolded ?? seen
  return (
    <details
      className={styles['box']}
      open={open}
      onToggle={event => event.currentTarget.open !== open && setUnfolded(event.currentTarget.open)}
    >
      <summary>
        <h2>{t('batches')}</h2>
      </summary>
      <ul className={styles['rows']} aria-label={t('batches')}>
        {rows.slice(0, Math.max(5, going.length)).map(batch => (
          <BatchRow key={batch.id} batch={batch} />
        ))}
      </ul>
    </details>
  )
}

function BatchRow({ batch }: { batch: Batch }) {
  const t = importTexts.useTexts()
  const { documents, refused, refusedCount, known, fileName: file } = batch
  const { tone, words } = useBatchState()(batch)
  const { part } = batchProgress(batch)
  const facts = [
    t('batchFiles', { files: batch.files }),
    known > 0 ? t('batchKnown', { count: known }) : null,
    documents.read > 0 ? t('batchToReview', { count: documents.read }) : null,
    documents.accepted > 0 ? t('batchAccepted', { count: documents.accepted }) : null,
    documents.unrecognised > 0 ? t('batchPictures', { count: documents.unrecognised }) : null,
    documents.failed > 0 ? t('batchUnread', { count: documents.failed }) : null,
  ]
  return (
    <li className={styles['row']}>
      <div className={styles['head']}>
        <span className={styles['name']}>{file}</span>
        <StateTag tone={tone}>{words}</StateTag>
        {isUnfinishedBatch(batch) ? <ProgressBar part={part} label={t('batchProgress', { file })} /> : null}
        <Link to="/documents" search={{ batch: batch.id }} aria-label={t('showBatchOf', { file })}>
          {t('showBatch')}
        </Link>
      </div>
      <p className={styles['facts']}>{facts.filter(Boolean).join(' · ')}</p>
      {batch.problem ? (
        <p className={styles['problem']} role="alert">
          {batch.problem.message}
        </p>
      ) : null}
      {refused.length > 0 ? (
        <details className={styles['refused']}>
          <summary>{t('batchRefused', { count: refusedCount })}</summary>
          <ul>
            {refused.map(each => (
              <li key={each.fileName}>
                <span>{each.fileName}</span> {each.problem.message}
              </li>
            ))}
            {refusedCount > refused.length ? (
              <li>…… {t('batchRefused', { count: refusedCount - refused.length })}</li>
            ) : null}
          </ul>
        </details>
      ) : null}
    </li>
  )
}

function useBatchState(): (batch: Batch) => { tone: Tone; words: string } {
  const t = importTexts.useTexts()
  return batch => {
    const { all, done } = batchProgress(batch)
    if (batch.state === 'failed') return { tone: 'bad', words: t('batchFailed') }
    if (batch.state === 'waiting') return { tone: 'busy', words: t('batchWaiting') }
    if (batch.state === 'unpacking')
      return { tone: 'busy', words: t('batchUnpacking', { files: batch.files }) }
    if (isUnfinishedBatch(batch)) return { tone: 'busy', words: t('batchReading', { done, all }) }
    return { tone: 'good', words: t('batchDone') }
  }
}
