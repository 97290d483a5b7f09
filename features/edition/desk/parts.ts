export { type BoardAsk, DeliveryBoard } from './distribution/delivery-board.tsx'
export { type DeliveryCalls, deliveryKey } from './distribution/distribution.queries.ts'
export { readDeliverySearch } from './distribution/distribution-search.ts'
