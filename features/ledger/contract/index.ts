export * from './bulk.schema.ts'
export {
  Coverage,
  CoverageCell,
  CoverageColumn,
  CoverageFilter,
  CoverageLine,
  type CoverageLines,
  CoverageQuery,
  coverageLines,
  coverageReaders,
} from './coverage.schema.ts'
export {
  CoverageItem,
  Entry,
  EntryFilter,
  type EntryGroup,
  EntryPage,
  EntryQuery,
  entryGroups,
  entryOrders,
  entryStates,
  groupRules,
  Pending,
  Proof,
} from './entry.schema.ts'
export {
  actionsOfItem,
  closedStates,
  hindrancesOfItem,
  type ItemAction,
  type ItemDeed,
  type ItemPart,
  type ItemRefusal,
  type ItemStanding,
  type ItemState,
  itemActions,
  itemDeeds,
  itemFlow,
  itemRefusal,
  itemRefusals,
  itemStates,
  ledgerActors,
  ledgerKeepers,
  ledgerReaders,
  openStates,
  partRoles,
  stateAfter,
  statesBefore,
} from './item.flow.ts'
export { codeOfItem, readItemCode } from './item-code.ts'
export * from './item-deeds.schema.ts'
export {
  type ItemLight,
  itemLights,
  type LightChange,
  type LightDays,
  lightOfItem,
  lightsSince,
} from './item-light.ts'
export * from './item-query.schema.ts'
export { type ItemColumn, ItemExport, ItemSheetCheck, itemColumnKeys } from './item-sheet.schema.ts'
export { ItemCounts, type ItemTab, itemsCountedTo, itemTabs } from './item-tabs.schema.ts'
export * from './item-view.schema.ts'
export { faultsOfLedgers, type LedgerFault, ledgerFaults } from './ledger-faults.ts'
export * from './ledger-item.schema.ts'
export {
  type LedgerKind,
  LedgerRules,
  ledgerKinds,
  ordinaryRules,
  SatisfactionRules,
} from './ledger-rules.schema.ts'
export { byHandKind, type MailKind, mailKinds, type RemindKind, remindKinds } from './remind.kinds.ts'
export { linkOfLine } from './remind.links.ts'
export {
  type LineKind,
  lineKinds,
  OwnDigests,
  PreviewQuery,
  Reminded,
  Reminder,
  ReminderFilter,
  ReminderPage,
  ReminderQuery,
  RemindLine,
  RemindPreview,
  RemindUnits,
  remindWays,
} from './remind.schema.ts'
export * from './service.contract.ts'
export {
  addStates,
  addTallies,
  doneOf,
  gapOf,
  type Light,
  lightOf,
  lights,
  type Nearness,
  nearDays,
  nearnessOf,
  noTally,
  ratesOf,
  Tally,
} from './tally.ts'
