/** What node views need of the page around them: whose numbers and pictures these are. */
import { createContext, useContext } from 'react'
import type { EditionPicture } from '../../contract/index.ts'

export type EditorPlace = {
  readonly editionId: string
  readonly itemId: string
  readonly readOnly: boolean
  readonly pictures: readonly EditionPicture[]
}

export const EditorPlaceContext = createContext<EditorPlace | null>(null)

export function useEditorPlace(): EditorPlace {
  const place = useContext(EditorPlaceContext)
  if (!place) throw new Error('a node is shown outside of an editor')
  return place
}
