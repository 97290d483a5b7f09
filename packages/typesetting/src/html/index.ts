export type { HtmlImages } from './image-address.ts'
export { renderArticleBody } from './render-article.ts'
export { type HtmlOptions, renderHtml } from './render-html.ts'
export { bulletinStylesheet } from './stylesheet.ts'
