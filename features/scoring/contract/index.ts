export * from './account.schema.ts'
export * from './circular/index.ts'
export * from './ranking.schema.ts'
export * from './recognition.schema.ts'
export type { ScoreEvent, ScoreLine, ScoreSpan } from './score-event.ts'
export { type LineKind, lineKinds, ScoreReason, type ZeroReason, zeroReasons } from './score-line.schema.ts'
export { daysOf, monthsOf, periodOf, periodsBetween } from './score-period.ts'
export { ScoreSource } from './score-source.schema.ts'
export { faultsOf, ruleSections, type ScoringFault, scoringFaults } from './scoring-faults.ts'
export {
  type AboveRule,
  type AdoptedRule,
  type InstructionRule,
  type MinimumRule,
  type ScoreCap,
  type ScoreClass,
  type ScoreFlag,
  type ScoreKind,
  type ScorePenalty,
  type ScorePeriod,
  ScoringRules,
  type ScoringVersion,
  scoreKinds,
  scorePeriods,
} from './scoring-rules.schema.ts'
