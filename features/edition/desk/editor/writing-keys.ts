/** Keys of writing, and words that open a dialog as they are typed. */
import { type Editor, Extension, type KeyboardShortcutCommand } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** As they are shown to people. */
export const chords = {
  figure: 'Ctrl+Alt+D / @数',
  picture: 'Ctrl+Alt+P',
  heading: 'Ctrl+Alt+1 / 2 / 3',
  paragraph: 'Ctrl+Alt+0',
  undo: 'Ctrl+Z / Ctrl+Shift+Z',
  cell: 'Tab / Shift+Tab',
  save: 'Ctrl+S',
  leave: 'Esc',
} as const

type Wishes = {
  readonly brief: boolean
  readonly open: (dialog: 'figure' | 'picture') => void
  readonly save: () => void
}
const trigger = '@数'

export function writingKeys({ brief, open, save }: Wishes) {
  const and = (work: () => void) => () => {
    work()
    return true
  }
  const keys: Readonly<Record<string, KeyboardShortcutCommand>> = {
    'Mod-Alt-d': and(() => open('figure')),
    'Mod-Alt-p': brief ? () => false : and(() => open('picture')),
    'Mod-s': and(save),
    ['Escape']: ({ editor }) => editor.commands.blur(),
    // A brief is one paragraph; nothing is a line of its own in it.
    ['Enter']: () => brief,
    'Shift-Enter': () => true,
  }
  return Extension.create({
    name: 'writingKeys',
    addKeyboardShortcuts: () => keys,
    addProseMirrorPlugins: () => [
      new Plugin({
        view: () => ({
          update: (view, before) => {
            const { selection, doc } = view.state
            if (view.composing || !selection.empty || doc.eq(before.doc)) return
            const { $from } = selection
            const words = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
            if (!words.endsWith(trigger)) return
            view.dispatch(view.state.tr.delete($from.pos - trigger.length, $from.pos))
            open('figure')
          },
        }),
      }),
    ],
  })
}

/** One paragraph of all of them. */
export function joinParagraphs(editor: Editor): void {
  const { tr, doc } = editor.state
  for (let i = doc.childCount - 1, at = doc.content.size; i > 0; i--) {
    at -= doc.child(i).nodeSize
    if (doc.child(i).isTextblock && doc.child(i - 1).isTextblock) tr.join(at)
  }
  editor.view.dispatch(tr)
}
