import { ListSkeleton, usePaused, useProblemText } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { Missive, MissiveWords } from '../contract/index.ts'
import styles from './missive.module.css'
import { missivePagesQuery } from './missive.queries.ts'
import { missiveTexts } from './missive.texts.ts'

const pauseMs = 350

type PaneProps = { readonly missive: Missive; readonly words: Partial<MissiveWords> }

/** The pages as they will print, with the words that are being written. */
export function PagesPane({ missive, words }: PaneProps) {
  const t = missiveTexts.useTexts()
  const text = useProblemText()
  const typed = usePaused(words, pauseMs)
  const pages = useQuery(missivePagesQuery(missive.id, missive.version, typed))
  const shown = pages.data
  return (
    <section className={styles['pages']} aria-label={t('pages')} aria-busy={pages.isFetching}>
      {pages.error ? (
        <Alert
          type="error"
          showIcon
          title={t('notSet', { reason: text(pages.error) })}
          action={<Button onClick={() => void pages.refetch()}>{t('retryPages')}</Button>}
        />
      ) : null}
      {shown && shown.missing.length > 0 ? (
        <Alert type="warning" showIcon title={t('missingGlyphs', { letters: shown.missing.join('') })} />
      ) : null}
      {!shown && !pages.error ? <ListSkeleton rows={12} /> : null}
      {shown?.pages.map(({ svg }, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: pages have no name but their number
          key={at}
          className={styles['sheet']}
          role="img"
          aria-label={t('pageName', { page: at + 1 })}
          style={{ aspectRatio: String(shown.widthPt / shown.heightPt) }}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own engine: outlines, no script, no words of others
          dangerouslySetInnerHTML={{ __html: svg ?? '' }}
        />
      ))}
    </section>
  )
}
