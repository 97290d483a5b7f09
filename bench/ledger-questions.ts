/** What coordinators of a province, a city and a county open in the room of ledgers, by the functions of its routes. */
import type { ItemQuery } from '../features/ledger/contract/index.ts'
import { viewItem } from '../features/ledger/server/engine/item.view.ts'
import { countTabs, listItems } from '../features/ledger/server/engine/list/list-items.ts'
import { readBoard } from '../features/ledger/server/engine/view/read-board.ts'
import { readCalendar } from '../features/ledger/server/engine/view/read-calendar.ts'
import { readMatrix } from '../features/ledger/server/engine/view/read-matrix.ts'
import { readStatistics } from '../features/ledger/server/engine/view/read-statistics.ts'
import { readTimeline } from '../features/ledger/server/engine/view/read-timeline.ts'
import type { Ask } from './ask-often.ts'
import { today } from './report-load.ts'

export type Question = {
  /** Those of a group have one goal. */
  readonly group: 'board' | 'matrix' | 'redList' | null
  readonly ask: Ask
}

const list =
  (query: ItemQuery): Ask =>
  (tx, seat) =>
    listItems(tx, seat, query, today)
const board =
  (query: Parameters<typeof readBoard>[2]): Ask =>
  (tx, seat) =>
    readBoard(tx, seat, query, today)
const matrix =
  (query: Parameters<typeof readMatrix>[2]): Ask =>
  (tx, seat) =>
    readMatrix(tx, seat, query, today)
const statistics =
  (by: 'unit' | 'month'): Ask =>
  (tx, seat) =>
    readStatistics(tx, seat, { by }, today)

/** `itemId`: an item of somebody's, in the middle of its story. */
export function ledgerQuestions(itemId: string): Record<string, Question> {
  return {
    board: { group: 'board', ask: board({}) },
    boardOfKind: { group: 'board', ask: board({ kind: 'rectification', page: 2 }) },
    matrix: { group: 'matrix', ask: matrix({}) },
    matrixOfKinds: { group: 'matrix', ask: matrix({ lines: 'kinds' }) },
    redList: { group: 'redList', ask: list({ light: 'red' }) },
    redListFarther: { group: 'redList', ask: list({ light: 'red', page: 5 }) },
    matrixOfUnits: { group: null, ask: matrix({ lines: 'units' }) },
    boardSearched: { group: null, ask: board({ q: '第7项' }) },
    listByDeadline: { group: null, ask: list({}) },
    listByNumber: { group: null, ask: list({ order: 'number' }) },
    listByUnit: { group: null, ask: list({ order: 'unit', page: 3 }) },
    listOfParts: { group: null, ask: list({ as: 'part' }) },
    tabCounts: { group: null, ask: (tx, seat) => countTabs(tx, seat, {}, today) },
    item: { group: null, ask: (tx, seat) => viewItem(tx, { ...seat, today }, itemId) },
    statistics: { group: null, ask: statistics('unit') },
    statisticsOfMonths: { group: null, ask: statistics('month') },
    timeline: { group: null, ask: (tx, seat) => readTimeline(tx, seat, {}, today) },
    calendar: { group: null, ask: (tx, seat) => readCalendar(tx, seat, {}, today) },
  }
}
