/** What people of a desk and of the units it delivers to ask for. */
import type { CaseViewer } from '../features/casebook/server/case.store.ts'
import { suggestCases } from '../features/casebook/server/suggest-cases.ts'
import { getDeliveredIssue } from '../features/edition/server/distribution/delivered-document.ts'
import { listDeliveries } from '../features/edition/server/distribution/list-deliveries.ts'
import { listReceived } from '../features/edition/server/distribution/list-received.ts'
import { erratumWork, receivedWork } from '../features/edition/server/distribution/list-work.ts'
import { listChanges } from '../features/edition/server/erratum/list-changes.ts'
import { getEdition } from '../features/edition/server/get-edition.ts'
import { listEditions } from '../features/edition/server/list-editions.ts'
import { listCandidates } from '../features/edition/server/live/list-candidates.ts'
import { editionWork } from '../features/edition/server/sign/list-work.ts'
import type { Ask } from './ask-often.ts'
import type { EditionLoad } from './edition-load.ts'
import { today } from './report-load.ts'
import { openCorpus } from './search-corpus.ts'

const now = new Date(`${today}T01:00:00Z`)
const candidates =
  ({ openId }: EditionLoad, query: Parameters<typeof listCandidates>[2]['query']): Ask =>
  (tx, seat) =>
    listCandidates(tx, seat, { id: openId, query, today })
const editions =
  (query: Parameters<typeof listEditions>[2]): Ask =>
  (tx, seat) =>
    listEditions(tx, seat, query, today)
const changes =
  (query: Parameters<typeof listChanges>[2]): Ask =>
  (tx, seat) =>
    listChanges(tx, seat, query)
const received =
  (query: Parameters<typeof listReceived>[2]): Ask =>
  (tx, seat) =>
    listReceived(tx, seat, query)

export function deskQuestions(ids: EditionLoad): Record<string, Ask> {
  const deliveries =
    (query: Parameters<typeof listDeliveries>[4]): Ask =>
    async (tx, seat) => {
      const issue = await getDeliveredIssue(tx, seat, { id: ids.issuedId, today })
      return listDeliveries(tx, seat, issue, { now, mails: true }, query)
    }
  const [article] = openCorpus(9).reading(1).columns[0]!.articles
  const text = article!.paragraphs.join('\n')
  return {
    candidates: candidates(ids, {}),
    candidatesOfColumn: candidates(ids, { column: 'briefs', page: 3 }),
    candidatesSearched: candidates(ids, { q: '次主题 社区' }),
    editions: editions({}),
    editionsIssued: editions({ tab: 'issued', page: 2 }),
    editionsSearched: editions({ tab: 'all', q: '第7篇' }),
    edition: (tx, seat) => getEdition(tx, seat, ids.openId, today),
    changes: changes({}),
    changesOpen: changes({ tab: 'open' }),
    deliveries: deliveries({}),
    deliveriesUnread: deliveries({ tab: 'unread', page: 5 }),
    receivedBelowTop: received({ below: true }),
    work: async (tx, { scope, person }) => {
      for (const source of [editionWork, erratumWork])
        await source.list({ tx, scope, person, now, language: 'zh' })
    },
    caseSuggestions: (tx, { scope, person }) => {
      const viewer: CaseViewer = { scope, kept: scope }
      return suggestCases(tx, viewer, text, person)
    },
  }
}

export function receivedQuestions(): Record<string, Ask> {
  return {
    received: received({}),
    receivedOpen: received({ tab: 'open' }),
    receivedBelow: received({ below: true }),
    receivedWork: (tx, { scope, person }) => receivedWork.list({ tx, scope, person, now, language: 'zh' }),
  }
}
