import { type Migration, readMigrations } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import {
  ArticleDoc,
  DeliveryPage,
  Edition,
  EditionContent,
  EditionDifference,
  EditionItem,
  EditionPage,
  EditionSigning,
  EditionSummary,
  Erratum,
  ErratumPage,
  Received,
  ReceivedPage,
  Series,
  SeriesSummary,
  SourceChange,
  SourceChangePage,
} from '../contract/index.ts'
import { briefRoutes } from './brief/brief.routes.ts'
import { editionRoutes as coreRoutes } from './edition.routes.ts'
import type { EditionServices } from './edition.services.ts'
import { figureRoutes } from './figure/figure.routes.ts'
import { itemRoutes } from './item/item.routes.ts'
import { liveRoutes } from './live/live.routes.ts'
import { pictureRoutes } from './picture/picture.routes.ts'
import { proofRoutes } from './proof/proof.routes.ts'
import { seriesRoutes } from './series/series.routes.ts'

export {
  addDelivery,
  remindRecipients,
  resendLetter,
} from './distribution/act-on-delivery.ts'
export { deliver, type Outgoing, type OutgoingRecipient, recallDeliveries } from './distribution/deliver.ts'
export type { DeliveredDocument } from './distribution/delivered-document.ts'
export { overdueReply } from './distribution/delivery.store.ts'
export { distribute } from './distribution/distribute.ts'
export { writeDeliveries } from './distribution/export-deliveries.ts'
export { deliveriesToExport, listDeliveries } from './distribution/list-deliveries.ts'
export { erratumWork, receivedWork } from './distribution/list-work.ts'
export { type Distribution, openDistribution } from './distribution/open-distribution.ts'
export { type EditionViewer, editionDesk } from './edition-desk.ts'
export { shownInEdition } from './picture/picture.store.ts'
export { editionWork } from './sign/list-work.ts'
export { type Issuing, openIssuing } from './sign/open-issuing.ts'
export type { EditionTypesetting } from './typesetting.port.ts'

export const editionMigrations = (): Promise<Migration[]> =>
  readMigrations('edition', new URL('./migrations/', import.meta.url))

export const editionRoutes = (services: EditionServices): Route[] => [
  ...coreRoutes(services),
  ...itemRoutes(services),
  ...figureRoutes(services),
  ...pictureRoutes(services),
  ...liveRoutes(services),
  ...briefRoutes(services),
  ...proofRoutes(services),
  ...seriesRoutes(services),
]

/** Shapes that get a name in the API document. */
export const editionShapes = {
  ArticleDoc,
  DeliveryPage,
  Edition,
  EditionContent,
  EditionDifference,
  EditionItem,
  EditionPage,
  EditionSigning,
  EditionSummary,
  Erratum,
  ErratumPage,
  Received,
  ReceivedPage,
  SourceChange,
  SourceChangePage,
  Series,
  SeriesSummary,
}
