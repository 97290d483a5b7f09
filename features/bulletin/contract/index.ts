export * from './issue.schema.ts'
