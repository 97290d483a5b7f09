import { Skeleton } from 'antd'
import { useEffect, useSyncExternalStore } from 'react'
import { DisputePanel } from './dispute-panel.tsx'
import styles from './editor.module.css'
import { editorTexts } from './editor.texts.ts'
import { EditorPlaceContext } from './editor-place.tsx'
import { ItemBody } from './item-body.tsx'
import type { ItemEditorProps } from './item-editor.types.ts'
import { ItemFields } from './item-fields.tsx'
import type { ItemKeeper } from './item-keeper.ts'
import { SaveStatus } from './save-status.tsx'
import { useItemKeeper } from './use-item-keeper.ts'

type ItemSheetProps = ItemEditorProps & { readonly personId: string }

/** The whole of an item as it is written: what stands above the text, the text, and whether it is saved. */
export default function ItemSheet(props: ItemSheetProps) {
  const keeper = useItemKeeper(props)
  if (!keeper) return <Skeleton active={true} paragraph={{ rows: 8 }} />
  return <OpenSheet {...props} keeper={keeper} />
}

function OpenSheet(props: ItemSheetProps & { readonly keeper: ItemKeeper }) {
  const { edition, item, readOnly, jump, onWords, keeper } = props
  const t = editorTexts.useTexts()
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot)
  const brief = edition.columns.find(({ key }) => key === item.columnKey)?.rule === 'briefs'
  const locked = readOnly || state.dispute !== null
  useEffect(() => onWords(state.words), [state.words, onWords])
  const place = { editionId: edition.id, itemId: item.id, readOnly: locked, pictures: edition.pictures }
  return (
    <EditorPlaceContext value={place}>
      <section
        aria-label={t('sheet')}
        className={styles['sheet']}
        onBlur={event => {
          if (!event.currentTarget.contains(event.relatedTarget)) void keeper.flush()
        }}
      >
        <SaveStatus state={state} keeper={keeper} readOnly={readOnly} />
        {state.dispute ? <DisputePanel dispute={state.dispute} keeper={keeper} /> : null}
        <ItemFields
          words={state.words}
          brief={brief}
          magazine={edition.layout === 'magazine'}
          readOnly={locked}
          onChange={some => keeper.change(some)}
        />
        <ItemBody
          edition={edition}
          item={item}
          brief={brief}
          readOnly={locked}
          words={state.words}
          arrived={state.arrived}
          jump={jump ?? null}
          onDoc={doc => keeper.change({ doc })}
          onSave={() => void keeper.flush()}
        />
      </section>
    </EditorPlaceContext>
  )
}
