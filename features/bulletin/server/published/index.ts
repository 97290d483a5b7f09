export { findNeighbours, findPublishedIssue } from './find-published.ts'
export {
  countAddressParts,
  type FeedIssue,
  isPublishedSeries,
  listAddresses,
  listChoices,
  listFeed,
  listPublished,
  type PublishedPage,
} from './list-published.ts'
export { articleModel, openArticles, picturesOf, publicModel } from './public-model.ts'
export type {
  Erratum,
  Neighbours,
  PublishedHead,
  PublishedIssue,
  PublishedSummary,
} from './published.types.ts'
