import { findMark } from '@jianbao/ui'
import { type RefObject, useCallback } from 'react'

type Box = RefObject<HTMLElement | null>

const tries = 30

/** @returns a function that brings a mark into sight, waiting a few frames for a pane or a part that is only being drawn. */
export function useJump(): (box: Box, id: string) => void {
  return useCallback((box, id) => {
    let left = tries
    const scroll = () => {
      const piece = findMark(box.current, id)
      if (piece?.checkVisibility({ contentVisibilityAuto: false })) {
        piece.scrollIntoView({ block: 'center' })
        // Parts that come into sight take their true height only now, so aim once more.
        requestAnimationFrame(() => piece.scrollIntoView({ block: 'center' }))
      } else if (left > 0) {
        left -= 1
        requestAnimationFrame(scroll)
      }
    }
    requestAnimationFrame(scroll)
  }, [])
}
