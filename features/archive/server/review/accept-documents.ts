import { Problem } from '@jianbao/errors'
import type { Act } from '@jianbao/platform/access'
import type { AcceptAnswer } from '../../contract/index.ts'
import { actOnDocument } from '../act-on-document.ts'
import { acceptDocument } from './accept-document.ts'
import type { Reviewer } from './review.claim.ts'

/**
 * Accepts each document without open doubts whose issue is not there yet, each in a transaction and with an audit entry
 * of its own; names the others with a reason.
 */
export async function acceptDocuments(
  act: Act,
  ids: readonly string[],
  reviewer: Reviewer,
  language: 'zh' | 'en',
): Promise<AcceptAnswer> {
  const answer: AcceptAnswer = { accepted: [], refused: [] }
  for (const id of new Set(ids.map(each => each.toLowerCase())))
    try {
      await actOnDocument(act, id, (tx, scope) =>
        acceptDocument(tx, scope, id, reviewer, { withoutDoubts: true }),
      )
      answer.accepted.push(id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      answer.refused.push({ id, reason: error.text(language) })
    }
  // That somebody tried is on record also when nothing came of it.
  if (!answer.accepted.length)
    await act(null, async (_tx, _scope, entry) => {
      entry.after = { refused: answer.refused.length }
    })
  return answer
}
