export { ScoringRules } from './scoring-rules.schema.ts'
