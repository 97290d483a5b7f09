import { formatDay, formatInstant, listStyles, useLanguage, usePhone, useRowInSight } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import type { DocumentSummary } from '../contract/index.ts'
import { archiveTexts } from './archive.texts.ts'
import styles from './document-list.module.css'
import {
  DocumentStateTag,
  useFailureWords,
  useFileWords,
  useIssueWords,
  useReadingWords,
} from './document-words.tsx'
import { importTexts } from './import.texts.ts'
import { RecogniseButton } from './recognise-button.tsx'
import { isClear } from './use-acceptance.tsx'
import { useRemoval } from './use-removal.tsx'

type DocumentRowsProps = {
  readonly rows: readonly DocumentSummary[]
  /** The row the keyboard is on. */
  readonly selected: number
  /** Ids of the documents to be accepted together. */
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

type RowProps = { readonly document: DocumentSummary; readonly box: ReactNode }

/** A table on a desk, cards on a phone. */
export function DocumentRows({ rows, selected, chosen, onChoose }: DocumentRowsProps) {
  const t = archiveTexts.useTexts()
  const ti = importTexts.useTexts()
  const phone = usePhone()
  const box = useRowInSight(selected)
  const clear = rows.filter(isClear)
  const boxOf = (document: DocumentSummary) =>
    isClear(document) ? (
      <Checkbox
        checked={chosen.has(document.id)}
        aria-label={ti('select', { file: document.fileName })}
        onChange={event => onChoose(toggled(chosen, document.id, event.target.checked))}
      />
    ) : null
  const allBox =
    clear.length > 0 ? (
      <Checkbox
        checked={clear.every(document => chosen.has(document.id))}
        indeterminate={chosen.size > 0 && !clear.every(document => chosen.has(document.id))}
        aria-label={ti('selectAll')}
        onChange={event => onChoose(new Set(event.target.checked ? clear.map(({ id }) => id) : []))}
      />
    ) : null
  const current = (at: number) => (at === selected ? { 'aria-current': true as const } : {})
  return (
    <div ref={box}>
      {phone ? (
        <ul className={listStyles['cards']} aria-label={t('list')}>
          {rows.map((document, at) => (
            <li key={document.id} {...current(at)}>
              <DocumentCard document={document} box={boxOf(document)} />
            </li>
          ))}
        </ul>
      ) : (
        <table className={listStyles['table']} aria-label={t('list')}>
          <DocumentTableHead box={allBox} />
          <tbody>
            {rows.map((document, at) => (
              <tr key={document.id} {...current(at)}>
                <DocumentCells document={document} box={boxOf(document)} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function toggled(chosen: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(chosen)
  if (on) next.add(id)
  else next.delete(id)
  return next
}

function DocumentTableHead({ box }: { box: ReactNode }) {
  const t = archiveTexts.useTexts()
  return (
    <thead>
      <tr>
        <td className={styles['choice']}>{box}</td>
        <th>{t('colFile')}</th>
        <th>{t('colResult')}</th>
        <th>{t('colState')}</th>
        <th className={listStyles['number']}>{t('colArticles')}</th>
        <th className={listStyles['number']}>{t('colEvents')}</th>
        <th className={listStyles['number']}>{t('colWarnings')}</th>
        <th>{t('colReceived')}</th>
        <th>{t('colActions')}</th>
      </tr>
    </thead>
  )
}

function DocumentCells({ document, box }: RowProps) {
  const language = useLanguage()
  const issue = useIssueWords()
  const fileWords = useFileWords()
  const failure = useFailureWords()
  const read = document.state === 'read' || document.state === 'accepted'
  return (
    <>
      <td className={styles['choice']}>{box}</td>
      <td className={styles['file']}>
        <DocumentLink document={document} />
        <span className={styles['size']}>{fileWords(document)}</span>
      </td>
      <td className={styles['result']}>
        {read ? (
          <>
            {document.series ? <span className={styles['series']}>{document.series}</span> : null}
            <span className={styles['issue']}>
              {[issue(document), document.date ? formatDay(document.date, language) : null]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        ) : null}
        {document.state === 'failed' ? (
          <span className={styles['failure']}>{failure(document, null)}</span>
        ) : null}
      </td>
      <td>
        <DocumentStateTag document={document} />
      </td>
      <td className={listStyles['number']}>{read ? document.articles : '–'}</td>
      <td className={listStyles['number']}>{read ? document.events : '–'}</td>
      <td className={listStyles['number']}>
        <span data-doubt={document.doubts > 0}>{read ? document.doubts : '–'}</span>
      </td>
      <td className={styles['instant']}>{formatInstant(document.createdAt)}</td>
      <td className={styles['acts']}>
        <ReviewLink document={document} />
        <RecogniseButton document={document} />
        <RemoveButton document={document} />
      </td>
    </>
  )
}

function DocumentCard({ document, box }: RowProps) {
  const words = useReadingWords()
  const failure = useFailureWords()
  return (
    <>
      <p className={styles['cardHead']}>
        {box}
        <DocumentLink document={document} />
      </p>
      {document.state === 'read' || document.state === 'accepted' ? (
        <p className={styles['cardWords']}>
          {document.series ? `${document.series} ` : ''}
          {words(document)}
        </p>
      ) : null}
      {document.state === 'failed' ? <p className={styles['failure']}>{failure(document, null)}</p> : null}
      <div className={styles['cardFoot']}>
        <DocumentStateTag document={document} />
        <span className={styles['instant']}>{formatInstant(document.createdAt)}</span>
      </div>
      <div className={styles['cardActs']}>
        <ReviewLink document={document} />
        <RecogniseButton document={document} />
        <RemoveButton document={document} />
      </div>
    </>
  )
}

function ReviewLink({ document }: { document: DocumentSummary }) {
  const t = importTexts.useTexts()
  if (!document.may.includes('review')) return null
  return (
    <Link
      to="/documents/$id/review"
      params={{ id: document.id }}
      className={styles['review']}
      aria-label={t('reviewFile', { file: document.fileName })}
    >
      {t('review')}
    </Link>
  )
}

function DocumentLink({ document }: { document: DocumentSummary }) {
  return (
    <Link to="/documents/$id" params={{ id: document.id }} className={styles['name']}>
      {document.fileName}
    </Link>
  )
}

function RemoveButton({ document }: { document: DocumentSummary }) {
  const t = archiveTexts.useTexts()
  const removal = useRemoval()
  if (!document.may.includes('remove')) return null
  return (
    <Button
      size="small"
      type="text"
      className={styles['quiet'] ?? ''}
      aria-label={t('removeFile', { file: document.fileName })}
      onClick={() => removal(document)}
    >
      {t('remove')}
    </Button>
  )
}
