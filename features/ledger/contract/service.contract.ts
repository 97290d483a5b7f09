export * from './need.flow.ts'
export * from './need.schema.ts'
