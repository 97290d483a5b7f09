import { HighlightedText, type MarkKind, type TextMark } from '@jianbao/ui'
import { type RefObject, useState } from 'react'
import type { DocumentSummary } from '../../contract/index.ts'
import { archiveTexts } from '../archive.texts.ts'
import { Legend } from '../legend.tsx'
import { MarkStatus } from '../mark-status.tsx'
import type { Reading } from '../reading.marks.ts'
import reading from '../reading.module.css'
import { TabRow } from '../tab-row.tsx'
import styles from './review.module.css'
import { reviewTexts } from './review.texts.ts'

type OriginalPaneProps = {
  readonly box: RefObject<HTMLDivElement | null>
  readonly document: DocumentSummary
  readonly text: string
  readonly of: Reading
  readonly marks: readonly TextMark[]
  readonly lit: string | null
  readonly onPoint: (id: string | null) => void
  readonly onPick: (id: string) => void
}

/** The decoded text with its marks, or the file itself as it came. */
export function OriginalPane({ box, document, text, of, marks, lit, onPoint, onPick }: OriginalPaneProps) {
  const t = archiveTexts.useTexts()
  const tr = reviewTexts.useTexts()
  const [off, setOff] = useState<ReadonlySet<MarkKind>>(new Set())
  const [file, setFile] = useState(false)
  const hasFile = document.kind !== null && document.kind !== 'text'
  return (
    <>
      <div className={styles['paneHead']}>
        {hasFile ? (
          <TabRow
            label={tr('originals')}
            tabs={[
              { key: 'text', text: tr('text') },
              { key: 'file', text: tr('file') },
            ]}
            chosen={file ? 'file' : 'text'}
            onChoose={key => setFile(key === 'file')}
          />
        ) : null}
        {file ? null : <Legend marks={marks} off={off} onChange={setOff} />}
      </div>
      {/* Kept while the file is shown, so that the way back leads to the same line. */}
      <div ref={box} className={reading['paper']} hidden={file}>
        <HighlightedText
          text={text}
          marks={marks}
          off={off}
          lit={lit}
          label={t('originalOf', { file: document.fileName })}
          describedBy="mark-status"
          onPoint={onPoint}
          onWalk={onPick}
          onOpen={onPick}
        />
      </div>
      {file ? <OriginalFile document={document} /> : <MarkStatus reading={of} lit={lit} />}
    </>
  )
}

function OriginalFile({ document }: { document: DocumentSummary }) {
  const t = reviewTexts.useTexts()
  const { kind, fileName } = document
  const address = `/api/documents/${document.id}/original`
  const label = t('fileOf', { file: fileName })
  return (
    <div className={styles['file']}>
      {kind === 'picture' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className={styles['scan']} tabIndex={0} aria-label={label}>
          <img src={address} alt={label} />
        </section>
      ) : kind === 'pdf' ? (
        <iframe src={address} title={label} />
      ) : (
        <p>{t('fileNoView')}</p>
      )}
      <a href={`${address}?download=true`} download={fileName}>
        {t('fileDownload')}
      </a>
    </div>
  )
}
