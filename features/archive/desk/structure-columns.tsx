import { memo, useState } from 'react'
import { archiveTexts } from './archive.texts.ts'
import { EventCard } from './event-card.tsx'
import { eventsByParagraph, markId, type Reading, type ReadingArticle } from './reading.marks.ts'
import styles from './structure.module.css'

type StructureColumnsProps = { readonly reading: Reading; readonly shown: number }

/** Columns, articles and paragraphs in reading order; the first `shown` articles. */
export function StructureColumns({ reading, shown }: StructureColumnsProps) {
  const t = archiveTexts.useTexts()
  let before = 0
  return reading.columns.map((column, c) => {
    const first = before
    before += column.articles.length
    if (first >= shown && first > 0) return null
    return (
      <section key={markId.column(c)} className={styles['column']}>
        <h2>
          {column.name === null ? (
            <span className={styles['missing']}>{t('noColumn')}</span>
          ) : (
            <button type="button" className={styles['plain']} data-marks={markId.column(c)}>
              {column.name}
            </button>
          )}
        </h2>
        {column.articles.slice(0, shown - first).map((article, a) => (
          <Article key={markId.headline(c, a)} article={article} c={c} a={a} />
        ))}
      </section>
    )
  })
}

type ArticleProps = { readonly article: ReadingArticle; readonly c: number; readonly a: number }

const Article = memo(function Article({ article, c, a }: ArticleProps) {
  const t = archiveTexts.useTexts()
  const [open, setOpen] = useState(false)
  const headline = article.headline ?? t(`article.${article.kind}`)
  return (
    <article className={styles['article']}>
      <header className={styles['articleHead']}>
        <h3>
          {article.headline === null ? (
            <span className={styles['missing']}>
              {article.kind === 'briefs'
                ? t('briefs', { count: article.paragraphs.length })
                : t('noHeadline')}
            </span>
          ) : (
            <button type="button" className={styles['plain']} data-marks={markId.headline(c, a)}>
              {article.headline}
            </button>
          )}
        </h3>
        <p className={styles['meta']}>
          <span className={styles['kind']}>{t(`article.${article.kind}`)}</span>
          <span>
            {`${t('countParagraphs', { count: article.paragraphs.length })} · ${t('countEvents', { count: article.events.length })}`}
          </span>
          {article.contributor ? (
            <button type="button" className={styles['plain']} data-marks={markId.contributor(c, a)}>
              {article.contributor}
            </button>
          ) : null}
          <button
            type="button"
            className={styles['more']}
            aria-expanded={open}
            aria-label={t(open ? 'hideTextOf' : 'showTextOf', { headline })}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'hideText' : 'showText')}
          </button>
        </p>
      </header>
      <Paragraphs article={article} c={c} a={a} open={open} />
    </article>
  )
})

function Paragraphs({ article, c, a, open }: ArticleProps & { readonly open: boolean }) {
  return eventsByParagraph(article).map((events, p) => {
    const id = markId.paragraph(c, a, p)
    const text = article.paragraphs[p]
    return (
      <div key={id} className={styles['paragraph']}>
        {text === undefined ? null : (
          <button type="button" className={styles['words']} data-open={open} data-marks={id}>
            {text}
          </button>
        )}
        {events.map(e => (
          <EventCard key={markId.event(c, a, e)} id={markId.event(c, a, e)} event={article.events[e]!} />
        ))}
      </div>
    )
  })
}
