export {
  actionsOfCircular,
  type CircularAction,
  type CircularState,
  circularActions,
  circularFlow,
  circularKeepers,
  circularStates,
} from './circular.flow.ts'
export {
  CircularChange,
  CircularChanges,
  CircularChoices,
  CircularDraft,
  CircularFileQuery,
  type CircularFormat,
  CircularPage,
  CircularPeriod,
  CircularQuery,
  CircularRecord,
  CircularRevoke,
  CircularSummary,
  CircularVersion,
  circularFormats,
} from './circular.schema.ts'
export { CountedPage, CountedQuery, CountedRow, type CountedWhat, countedWhats } from './counted.schema.ts'
export {
  CircularClass,
  CircularFigures,
  CircularTask,
  CircularTotals,
  CircularUnit,
} from './figures.schema.ts'
export { periodBefore, periodWords } from './period-words.ts'
