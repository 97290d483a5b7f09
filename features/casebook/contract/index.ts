export * from './case.flow.ts'
export * from './case.schema.ts'
