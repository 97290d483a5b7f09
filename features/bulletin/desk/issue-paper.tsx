import { ListSkeleton, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'

import { useEffect, useRef, useState } from 'react'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue.module.css'
import { issueHtmlQuery } from './issue.queries.ts'

/** The page as the reader sees it, in a frame without scripts, as tall as what it holds. */
export function IssuePaper({ id }: { id: string }) {
  const t = bulletinTexts.useTexts()
  const html = useQuery(issueHtmlQuery(id))
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(900)

  const measure = () => {
    const page = frame.current?.contentDocument
    // While the frame is still loading its document has no body yet.
    if (!page?.body) return
    // The sheet lies on the desk's own ground, light or dark; alone in a window it brings one along.
    page.documentElement.style.background = 'transparent'
    page.body.style.background = 'transparent'
    setHeight(Math.ceil(page.documentElement.getBoundingClientRect().height))
  }
  useEffect(() => {
    const observer = new ResizeObserver(measure)
    if (frame.current) observer.observe(frame.current)
    return () => observer.disconnect()
  })

  return (
    <section className={styles['paper']} aria-label={t('reader')}>
      {html.error ? <ProblemNotice error={html.error} onRetry={() => void html.refetch()} /> : null}
      {html.isPending ? (
        <div className={styles['sheet']}>
          <ListSkeleton rows={16} />
        </div>
      ) : null}
      {html.data === undefined ? null : (
        // Same origin only so that its height can be measured; without allow-scripts nothing in it runs.
        <iframe
          ref={frame}
          className={styles['frame']}
          title={t('readerPage')}
          sandbox="allow-same-origin"
          srcDoc={withOwnAnchors(html.data)}
          style={{ height }}
          onLoad={measure}
        />
      )}
    </section>
  )
}

/** Links of its table of contents name the frame's own address: a bare #place would open this very page in it. */
function withOwnAnchors(page: string): string {
  return page.replaceAll('href="#', 'href="about:srcdoc#')
}
