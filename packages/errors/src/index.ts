export { catalogue, type ProblemCode, type ProblemEntry } from './catalogue.ts'
export { Problem, type ProblemDetails } from './problem.ts'
