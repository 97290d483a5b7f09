/** News about documents being read: the server's event stream, and asking again where the stream breaks off. */
import type { DocumentSummary } from '../contract/index.ts'
import { findSummary, isUnfinished } from './document.queries.ts'

const askAgainMs = 1_500
/** The line is bad or the server busy: only the next few are asked for in one round. */
const askedAtOnce = 10

export function watchDocuments(ids: readonly string[], onNews: (news: DocumentSummary) => void): () => void {
  const open = new Set(ids)
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const take = (news: DocumentSummary) => {
    if (stopped) return
    if (!isUnfinished(news)) open.delete(news.id)
    onNews(news)
  }
  const ask = async () => {
    for (const id of [...open].slice(0, askedAtOnce)) {
      // A document that cannot be asked for now is asked for in the next round.
      const news = await findSummary(id).catch(() => null)
      if (news) take(news)
    }
    if (!stopped && open.size > 0) timer = setTimeout(ask, askAgainMs)
  }

  const stream = new EventSource(`/api/documents/progress?ids=${ids.map(encodeURIComponent).join(',')}`)
  stream.onmessage = event => take(JSON.parse(String(event.data)) as DocumentSummary)
  stream.onerror = () => {
    stream.close()
    if (!stopped && open.size > 0) timer = setTimeout(ask, askAgainMs)
  }
  return () => {
    stopped = true
    stream.close()
    clearTimeout(timer)
  }
}
