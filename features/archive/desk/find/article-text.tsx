import { usePhone } from '@jianbao/ui'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { FoundArticle } from '../../contract/index.ts'
import styles from './article.module.css'
import { findTexts } from './find.texts.ts'
import { MarkedText } from './marked-text.tsx'

/** The article as it is read, the words of the search lit; n goes on to the next of them. */
export function ArticleText({ article, words }: { article: FoundArticle; words: string | undefined }) {
  const t = findTexts.useTexts()
  const phone = usePhone()
  const box = useRef<HTMLElement>(null)
  const { count, at, next } = useMarks(box, article)
  return (
    <section ref={box} className={styles['paper']} aria-label={t('articleText')}>
      {words ? (
        <p className={styles['lit']} aria-live="polite">
          <span>
            {count > 0
              ? t(at < 0 ? 'litCount' : 'litAt', { words, count, at: at + 1 })
              : t('litNothing', { words })}
          </span>
          {count > 0 ? (
            <Button size="small" onClick={next} aria-keyshortcuts="n">
              {t(phone ? 'nextLitTap' : 'nextLit')}
            </Button>
          ) : null}
        </p>
      ) : null}
      {article.headline ? (
        <h2>
          <MarkedText {...article.headline} />
        </h2>
      ) : null}
      {article.contributor ? <p className={styles['contributor']}>{article.contributor}</p> : null}
      {article.paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never change places
        <p key={index}>
          <MarkedText {...paragraph} />
        </p>
      ))}
    </section>
  )
}

/** Walks the lit places with n, from anywhere on the page but its fields. */
function useMarks(box: React.RefObject<HTMLElement | null>, { headline, paragraphs }: FoundArticle) {
  const count = [...(headline ? [headline] : []), ...paragraphs].reduce(
    (sum, part) => sum + part.marks.length,
    0,
  )
  const [at, setAt] = useState(-1)
  const next = () => {
    if (count === 0) return
    const to = (at + 1) % count
    setAt(to)
    const marks = [...(box.current?.querySelectorAll('mark') ?? [])]
    for (const [index, mark] of marks.entries()) mark.toggleAttribute('data-here', index === to)
    marks[to]?.scrollIntoView({ block: 'center' })
  }
  const latest = useRef(next)
  useEffect(() => {
    latest.current = next
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const field = event.target instanceof Element && event.target.closest('input, textarea, select')
      if (event.key !== 'n' || field || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return { count, at, next }
}
