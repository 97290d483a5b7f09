/** The model an issue is shown to visitors from: without what is held back. */
import type { Bulletin } from '@jianbao/typesetting/contract'
import type { IssueArticle } from '../../contract/index.ts'
import { composeBulletin } from '../compose-bulletin.ts'
import type { Typesetting } from '../typesetting.port.ts'
import type { PublishedIssue } from './published.types.ts'

type Place = { readonly column: number; readonly article: number }

/** Every article that may be read, with its place in the model. */
export function openArticles(
  issue: PublishedIssue,
): { article: IssueArticle; column: string | null; at: Place }[] {
  return issue.columns.flatMap(({ position, name, articles }) =>
    articles.map(article => ({ article, column: name, at: { column: position, article: article.position } })),
  )
}

/** The issue as visitors may read it: the model it was made from, else one made of its rows. */
export async function publicModel(typesetting: Typesetting, issue: PublishedIssue): Promise<Bulletin> {
  if (!issue.model) return composeBulletin(typesetting, issue)
  const { columns, cover, attachments, ...model } = issue.model
  const open = columns.flatMap((column, at) => {
    const kept = issue.columns.find(({ position }) => position === at)?.articles ?? []
    const articles = column.articles.filter((_, nth) => kept.some(({ position }) => position === nth))
    return articles.length || column.articles.length === 0 ? [{ ...column, articles }] : []
  })
  // What belongs to no article cannot be told to belong to none that is held back.
  const whole = issue.withheld === 0 ? { cover, attachments } : {}
  const kept = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined))
  return { ...model, ...kept, columns: open } as Bulletin
}

/** One article alone, for its own page. */
export async function articleModel(
  typesetting: Typesetting,
  issue: PublishedIssue,
  at: Place,
): Promise<Bulletin['columns'][number]['articles'][number] | null> {
  if (issue.model) return issue.model.columns[at.column]?.articles[at.article] ?? null
  const column = issue.columns.find(({ position }) => position === at.column)
  const article = column?.articles.find(({ position }) => position === at.article)
  if (!column || !article) return null
  const alone = await composeBulletin(typesetting, {
    ...issue,
    columns: [{ ...column, articles: [article] }],
  })
  return alone.columns[0]?.articles[0] ?? null
}

/** Keys of the pictures a model shows: others are not handed out. */
export function picturesOf(bulletin: Bulletin): Set<string> {
  const parts = [...bulletin.columns.flatMap(column => column.articles), ...(bulletin.attachments ?? [])]
  const keys = parts.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.type === 'figure' ? [block.image] : [])),
  )
  return new Set([...keys, ...(bulletin.cover ? [bulletin.cover.image] : [])])
}
