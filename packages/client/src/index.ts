export type { components, operations, paths } from './api.ts'
export { type Client, openClient } from './client.ts'
export { type ProblemAnswer, ProblemError, readProblem } from './problem-error.ts'
