/** Shapes and words, without the rules: what a page needs to show findings. */
export * from './catalogue/index.ts'
export * from './finding.contract.ts'
export * from './issue.contract.ts'
export * from './register.contract.ts'
export { type Language, sayFinding, sayRule } from './say-finding.ts'
