import {
  AbsentRecord,
  BackToList,
  holdsRole,
  isMissing,
  PageHeader,
  useHasPage,
  useHeldRoles,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { FoundArticle, FoundArticleQuery } from '../../contract/index.ts'
import { markId } from '../reading.marks.ts'
import articleStyles from './article.module.css'
import { ArticleEvents } from './article-events.tsx'
import { ArticleText } from './article-text.tsx'
import styles from './find.module.css'
import { articleQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'
import { useDayWords, useIssueWords } from './place-words.ts'
import { RelatedList } from './related-list.tsx'
import { withoutBullet } from './without-bullet.ts'

export default function ArticlePage() {
  const t = findTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useSearch({ strict: false }) as FoundArticleQuery
  const article = useQuery(articleQuery(id, query))
  if (article.data && !isMissing(article.error))
    return <OpenArticle key={id} article={article.data} words={query.q} />
  return (
    <AbsentRecord
      query={article}
      list="/search"
      title={t('article')}
      back={t('menuSearch')}
      missing={t('missingArticle')}
      goList={t('goSearch')}
    />
  )
}

const openingLength = 24
/** Who makes cases of articles, in the room of cases. */
const caseKeepers = ['editor', 'reviser', 'signatory'] as const

function OpenArticle({ article, words }: { article: FoundArticle; words: string | undefined }) {
  const t = findTexts.useTexts()
  const issue = useIssueWords()
  const day = useDayWords()
  const casebook = useHasPage('/cases/new')
  const marksCases = holdsRole(useHeldRoles(), caseKeepers) && casebook
  const first = withoutBullet(article.paragraphs[0] ?? { text: '', marks: [] }).text
  const title =
    article.headline?.text ?? (first.length > openingLength ? `${first.slice(0, openingLength)}…` : first)
  return (
    <>
      <PageHeader
        title={title || t('article')}
        back={<BackToList to="/search">{t('menuSearch')}</BackToList>}
        note={
          <span className={styles['place']}>
            <Link to="/issues/$id" params={{ id: article.issueId }}>
              {issue(article)}
            </Link>
            <span>{day(article.date)}</span>
            {article.column === null ? null : (
              <Link to="/search" search={{ column: article.column }}>
                {article.column}
              </Link>
            )}
            {article.documentId === null ? null : (
              <Link
                to="/documents/$id"
                params={{ id: article.documentId }}
                search={{ reading: article.reading, at: placeInOriginal(article) }}
              >
                {t('seeOriginal')}
              </Link>
            )}
            {marksCases ? (
              <Link to="/cases/new" search={{ article: article.articleId }}>
                {t('markCase')}
              </Link>
            ) : null}
          </span>
        }
      />
      <div className={articleStyles['articleColumns']}>
        <ArticleText article={article} words={words} />
        <div className={articleStyles['side']}>
          <ArticleEvents article={article} />
          <RelatedList id={article.articleId} />
        </div>
      </div>
    </>
  )
}

/** The mark the document page is to open at. */
function placeInOriginal({ headline, columnPosition, position }: FoundArticle): string {
  return headline ? markId.headline(columnPosition, position) : markId.paragraph(columnPosition, position, 0)
}
