import type { PackActivityType, PackReporting } from '@jianbao/campaign/contract'
import type { ProposalSpan, ReportProposal } from '../../contract/index.ts'
import { mainEvent, type ReadArticle } from './read-article.rules.ts'

type Hit = { readonly word: string; readonly span: ProposalSpan; readonly weight: number }

/**
 * The type of the pack: one of its words stands in the headline or at the activity itself; else the one that takes what
 * the reader saw. Several that fit alike leave it open to a person.
 */
export function proposeType(
  article: ReadArticle,
  reporting: Pick<PackReporting, 'types'> | null,
): ReportProposal['type'] {
  const main = mainEvent(article.events)
  const types = reporting?.types ?? []
  if (!types.length) return null
  const ranked = types
    .map(type => {
      const hit = bestHit(type, article)
      // What the reader calls `other` it did not tell: 其他 is chosen by a person.
      const reads = main !== null && main.type !== 'other' && (type.reads ?? []).includes(main.type)
      return { type, hit, reads, score: (hit?.weight ?? 0) + (reads ? 2 : 0) }
    })
    .filter(one => one.score > 0)
    .sort((a, b) => b.score - a.score)
  const [first, second] = ranked
  if (!first) return null
  const { hit, reads } = first
  if (hit && second?.score !== first.score)
    return { key: first.type.id, spans: [hit.span], confidence: reads ? 0.9 : hit.weight >= 3 ? 0.75 : 0.5 }
  if (hit) return { key: first.type.id, spans: [hit.span], confidence: 0.5 }
  // Told by the kind of activity alone: of several that take it, the one that needs no words of its own.
  const plain = ranked.filter(one => one.reads && !one.type.words?.length)
  const alone = ranked.length === 1 ? first : plain.length === 1 ? plain[0] : undefined
  const chosen = alone ?? plain[0] ?? first
  return {
    key: chosen.type.id,
    spans: main ? article.spans(main.spans.slice(0, 1)) : null,
    confidence: alone ? 0.7 : 0.4,
  }
}

/** In the headline it says what the text is about; in the activity nearly so; further down it may be one of many. */
function bestHit(type: PackActivityType, article: ReadArticle): Hit | null {
  const { title, body } = article
  const main = mainEvent(article.events)
  const actAt = main ? body.indexOf(main.act) : -1
  let best: Hit | null = null
  for (const word of type.words ?? []) {
    const inTitle = title?.indexOf(word) ?? -1
    const inAct = actAt >= 0 ? main!.act.indexOf(word) : -1
    const inBody = body.indexOf(word)
    const hit = (place: 'title' | 'body', from: number, weight: number): Hit => ({
      word,
      span: { in: place, from, to: from + word.length },
      weight: weight + word.length / 100,
    })
    const found =
      inTitle >= 0
        ? hit('title', inTitle, 4)
        : inAct >= 0
          ? hit('body', actAt + inAct, 3)
          : inBody >= 0
            ? hit('body', inBody, inBody < 120 ? 1.5 : 0.5)
            : null
    if (found && found.weight > (best?.weight ?? 0)) best = found
  }
  return best
}
