import type { BulletinArticle } from '../contract.ts'
import { BodyWriter } from './body-writer.ts'
import type { HtmlImages } from './image-address.ts'

/**
 * What stands below the headline of one article, for a page that has the headline as its own heading.
 * @param options.images bytes or addresses by the keys the figures name
 * @param options.topLevel level of the page's heading; headings of the text come one below, 2 when left out
 * @returns one `<section>`, everything escaped, to stand inside an element of class `jianbao`
 */
export function renderArticleBody(
  article: BulletinArticle,
  { images = {}, topLevel = 1 }: { images?: HtmlImages; topLevel?: 1 | 2 } = {},
): string {
  const body = { kind: article.kind, headline: null, contributor: null, blocks: article.blocks }
  return new BodyWriter(images, topLevel, 'bulletin').column({ name: null, articles: [body] })
}
