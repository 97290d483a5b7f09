export type { ArticleFacts, ArticleText, FactsContext, RegisterEntry, UnitRegister } from './facts.types.ts'
export { resolvePublisher } from './publisher.ts'
export { readEvents } from './read-events.ts'
export { defaultRegister, parseRegister } from './unit-register.ts'
