/** How a document is spoken of in lists: what it was read as, and its state. */
import { formatSize, StateTag, useProblemText } from '@jianbao/ui'
import type { DocumentState, DocumentSummary } from '../contract/index.ts'
import { archiveTexts } from './archive.texts.ts'
import { importTexts } from './import.texts.ts'

const tones = {
  waiting: 'busy',
  reading: 'busy',
  read: 'quiet',
  unrecognised: 'doubt',
  accepted: 'good',
  failed: 'bad',
} as const satisfies Record<DocumentState, string>

export function DocumentStateTag({ document }: { document: DocumentSummary }) {
  const t = archiveTexts.useTexts()
  const { state, progress } = document
  const words =
    state === 'reading' ? t('reading', { percent: Math.round(progress * 100) }) : t(`state.${state}`)
  return <StateTag tone={tones[state]}>{words}</StateTag>
}

/** @returns “第18期 · 5 篇文章 · 10 条活动 · 3 处存疑” for a document that was read. */
export function useReadingWords(): (document: DocumentSummary) => string {
  const t = archiveTexts.useTexts()
  const name = useIssueWords()
  return document =>
    [
      name(document),
      t('countArticles', { count: document.articles }),
      t('countEvents', { count: document.events }),
      document.doubts > 0 ? t('countWarnings', { count: document.doubts }) : t('noWarnings'),
    ].join(' · ')
}

/** @returns “PDF · 12 页 · 1.4 MB”; of a plain text only how large it is. */
export function useFileWords(): (document: DocumentSummary) => string {
  const t = importTexts.useTexts()
  return ({ kind, pages, sizeBytes }) =>
    [
      kind === null || kind === 'text' ? null : t(`kind.${kind}`),
      pages === null ? null : t('pages', { count: pages }),
      formatSize(sizeBytes),
    ]
      .filter(Boolean)
      .join(' · ')
}

/** @returns the number of the issue, or how many issues the file held. */
export function useIssueWords(): (document: DocumentSummary) => string {
  const t = archiveTexts.useTexts()
  return document => {
    if (document.issueIds.length > 1) return t('manyReadings', { count: document.issueIds.length })
    if (document.issueNo === null) return t(document.special ? 'specialOnly' : 'noIssueNo')
    return t(document.special ? 'special' : 'issueNo', { no: document.issueNo })
  }
}

/** @returns the sentence for a document that could not be read, or for an upload that was refused. */
export function useFailureWords(): (document: DocumentSummary | null, problem: unknown) => string {
  const t = archiveTexts.useTexts()
  const text = useProblemText()
  return (document, problem) => (document ? (document.problem?.message ?? t('readingFailed')) : text(problem))
}
