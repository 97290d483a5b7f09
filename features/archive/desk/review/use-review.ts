import { windowId } from '@jianbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Review } from '../../contract/index.ts'
import {
  claimReview,
  keepReview,
  readReview,
  releaseReview,
  reviewQuery,
  sendStep,
} from './review.queries.ts'
import { createReviewLine } from './review-line.ts'

const keepClaimMs = 60_000

/** One open review: the document as it stands, and the line its corrections go through. Leaving gives it back. */
export function useReview(id: string) {
  const [page] = useState(windowId)
  const client = useQueryClient()
  const options = reviewQuery(id, page)
  const review = useQuery(options)

  const line = useMemo(() => {
    const { queryKey } = reviewQuery(id, page)
    return createReviewLine({
      current: () => client.getQueryData(queryKey),
      send: (step, version) => sendStep(id, page, step, version),
      reload: () => readReview(id, page),
      take: (news: Review, before) => {
        client.setQueryData(queryKey, news)
        const { state, doubts } = news.document
        if (before?.document.state !== state || before.document.doubts !== doubts)
          void client.invalidateQueries({ queryKey: ['documents', 'list'] })
        // An accepted issue stands in another room's lists.
        if (before?.document.state !== state) void client.invalidateQueries({ queryKey: ['issues'] })
        void client.invalidateQueries({ queryKey: ['documents', 'one', id], refetchType: 'none' })
      },
    })
  }, [client, id, page])

  const mine = review.data?.claim?.mine === true
  useEffect(() => {
    if (!mine) return
    const keep = async () => {
      const shown = client.getQueryData<Review>(reviewQuery(id, page).queryKey)
      if (shown && (await keepReview(id, page, shown.version).catch(() => false))) return
      await line.refresh(() => claimReview(id, page, false))
    }
    const timer = setInterval(() => void keep().catch(() => {}), keepClaimMs)
    return () => clearInterval(timer)
  }, [mine, line, id, page, client])
  // Until the answer is there it may be held: whoever leaves meanwhile gives it back too.
  const mayHold = useRef(true)
  const answered = review.data !== undefined
  useEffect(() => {
    mayHold.current = mine || !answered
  }, [mine, answered])
  useEffect(() => {
    const release = () => {
      if (mayHold.current) releaseReview(id, page)
    }
    addEventListener('pagehide', release)
    return () => {
      removeEventListener('pagehide', release)
      release()
    }
  }, [id, page])

  const claim = (takeOver: boolean) => line.refresh(() => claimReview(id, page, takeOver))
  return { review, line, claim }
}
