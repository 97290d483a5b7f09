export {
  type ScoreKind,
  type ScorePeriod,
  ScoringRules,
  ScoringVersion,
  scoreKinds,
  scorePeriods,
} from './scoring-rules.schema.ts'
