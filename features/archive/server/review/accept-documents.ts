import { Problem } from '@jianbao/errors'
import { act } from '@jianbao/platform/audit'
import type { AcceptAnswer } from '../../contract/index.ts'
import type { ArchiveServices } from '../archive.services.ts'
import { acceptDocument } from './accept-document.ts'
import type { Reviewer } from './review.claim.ts'

/** Accepts each document without open doubts whose issue is not there yet, each with its own audit entry; names the others with a reason. */
export async function acceptDocuments(
  { db, clock }: ArchiveServices,
  ids: readonly string[],
  reviewer: Reviewer,
  language: 'zh' | 'en',
): Promise<AcceptAnswer> {
  const answer: AcceptAnswer = { accepted: [], refused: [] }
  const actor = { kind: 'person', id: reviewer.person.id } as const
  for (const id of new Set(ids.map(each => each.toLowerCase()))) {
    const deed = { actor, action: 'document.accept', object: id }
    try {
      await act(db, clock, deed, tx => acceptDocument(tx, id, reviewer, { withoutDoubts: true }))
      answer.accepted.push(id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      answer.refused.push({ id, reason: error.text(language) })
    }
  }
  return answer
}
