export * from './document.flow.ts'
export * from './document.schema.ts'
