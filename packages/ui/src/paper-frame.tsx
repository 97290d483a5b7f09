import { useEffect, useRef, useState } from 'react'
import styles from './paper-frame.module.css'

/** A typeset page as the reader sees it, in a frame without scripts, as tall as what it holds. */
export function PaperFrame({ html, title }: { readonly html: string; readonly title: string }) {
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
  // Same origin only so that its height can be measured; without allow-scripts nothing in it runs.
  return (
    <iframe
      ref={frame}
      className={styles['frame']}
      title={title}
      sandbox="allow-same-origin"
      srcDoc={withOwnAnchors(html)}
      style={{ height }}
      onLoad={measure}
    />
  )
}

/** Links of its table of contents name the frame's own address: a bare #place would open this very page in it. */
function withOwnAnchors(page: string): string {
  return page.replaceAll('href="#', 'href="about:srcdoc#')
}
