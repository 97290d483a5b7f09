export * from './draft.schema.ts'
export * from './missive.flow.ts'
export * from './missive.schema.ts'
