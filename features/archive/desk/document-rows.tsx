import {
  formatDay,
  formatInstant,
  formatSize,
  listStyles,
  useLanguage,
  usePhone,
  useRowInSight,
} from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { DocumentSummary } from '../contract/index.ts'
import { archiveTexts } from './archive.texts.ts'
import styles from './document-list.module.css'
import { DocumentStateTag, useFailureWords, useIssueWords, useReadingWords } from './document-words.tsx'
import { useRemoval } from './use-removal.tsx'

type DocumentRowsProps = { readonly rows: readonly DocumentSummary[]; readonly selected: number }

/** A table on a desk, cards on a phone. */
export function DocumentRows({ rows, selected }: DocumentRowsProps) {
  const t = archiveTexts.useTexts()
  const phone = usePhone()
  const box = useRowInSight(selected)
  const current = (at: number) => (at === selected ? { 'aria-current': true as const } : {})
  return (
    <div ref={box}>
      {phone ? (
        <ul className={listStyles['cards']} aria-label={t('list')}>
          {rows.map((document, at) => (
            <li key={document.id} {...current(at)}>
              <DocumentCard document={document} />
            </li>
          ))}
        </ul>
      ) : (
        <table className={listStyles['table']} aria-label={t('list')}>
          <DocumentTableHead />
          <tbody>
            {rows.map((document, at) => (
              <tr key={document.id} {...current(at)}>
                <DocumentCells document={document} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function DocumentTableHead() {
  const t = archiveTexts.useTexts()
  return (
    <thead>
      <tr>
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

function DocumentCells({ document }: { document: DocumentSummary }) {
  const language = useLanguage()
  const issue = useIssueWords()
  const failure = useFailureWords()
  const read = document.state === 'read'
  return (
    <>
      <td className={styles['file']}>
        <DocumentLink document={document} />
        <span className={styles['size']}>{formatSize(document.sizeBytes)}</span>
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
        <span data-doubt={document.warnings > 0}>{read ? document.warnings : '–'}</span>
      </td>
      <td className={styles['instant']}>{formatInstant(document.createdAt)}</td>
      <td>
        <RemoveButton document={document} />
      </td>
    </>
  )
}

function DocumentCard({ document }: { document: DocumentSummary }) {
  const words = useReadingWords()
  const failure = useFailureWords()
  return (
    <>
      <DocumentLink document={document} />
      {document.state === 'read' ? (
        <p className={styles['cardWords']}>
          {document.series ? `${document.series} ` : ''}
          {words(document)}
        </p>
      ) : null}
      {document.state === 'failed' ? <p className={styles['failure']}>{failure(document, null)}</p> : null}
      <div className={styles['cardFoot']}>
        <DocumentStateTag document={document} />
        <span className={styles['instant']}>{formatInstant(document.createdAt)}</span>
        <RemoveButton document={document} />
      </div>
    </>
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
