export { applyMend } from './apply-mend.ts'
export * from './contract.ts'
export { findingsPerText, proofread } from './proofread.ts'
