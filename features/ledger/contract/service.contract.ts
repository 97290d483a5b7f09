export * from './need.flow.ts'
export * from './need.schema.ts'
export * from './satisfaction.rules.ts'
export * from './service.schema.ts'
