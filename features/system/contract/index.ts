export {
  AuditChain,
  AuditDetail,
  AuditEntry,
  AuditExport,
  AuditFilters,
  type AuditOutcome,
  AuditPage,
  AuditQuery,
  AuditVerification,
  auditActors,
  auditOutcomes,
  exportFormats,
  faultKinds,
  mostListed,
} from './audit.schema.ts'
export {
  type AuditAction,
  actionWords,
  auditActions,
  auditNouns,
  triedWords,
} from './audit-actions.ts'
export { outcomeWords } from './outcome-words.ts'
export {
  PolicyChange,
  type PolicyField,
  policyBounds,
  SecurityPolicy,
} from './policy/policy.schema.ts'
