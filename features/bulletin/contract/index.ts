export * from './issue.schema.ts'
export { issueNumber } from './issue-number.ts'
