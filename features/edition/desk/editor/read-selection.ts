import type { EditorView } from '@tiptap/pm/view'

type Observed = EditorView & { readonly domObserver?: { readonly flush?: () => void } }

/**
 * On a slow machine the browser tells of a click or an arrow after the next key: Enter would break the line where the
 * caret stood before. The selection is read before the key is worked on.
 */
export function readSelection(view: EditorView): false {
  if (!view.composing) (view as Observed).domObserver?.flush?.()
  return false
}
