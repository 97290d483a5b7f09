import { answer, api, beforeSignOut, onSignedInAgain } from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Edition, EditionContent, EditionItem, ItemText } from '../../contract/index.ts'
import { deviceItems } from './device-items.ts'
import { editorTexts } from './editor.texts.ts'
import { ItemKeeper } from './item-keeper.ts'

type Kept = {
  readonly edition: Edition
  readonly item: EditionItem
  readonly personId: string
  readonly onSaved: (content: EditionContent) => void
}

/** Opens what the device and the server have of an item, and keeps it as long as it is shown. Null until it is open. */
export function useItemKeeper({ edition, item, personId, onSaved }: Kept): ItemKeeper | null {
  const client = useQueryClient()
  const [keeper, setKeeper] = useState<ItemKeeper | null>(null)
  const saved = useRef(onSaved)
  saved.current = onSaved
  const left = useRef('')
  left.current = editorTexts.useTexts()('leftBehind', { name: item.headline || '' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once for each item; what arrives later is told below
  useEffect(() => {
    let opened: ItemKeeper | null = null
    let gone = false
    const device = deviceItems(personId)
    const ports = {
      put: (text: ItemText) => putItem(edition.id, item.id, text),
      get: () => getItem(edition.id, item.id),
      keep: device.keep,
      drop: () => device.drop(item.id),
      now: () => new Date(),
      onSaved: (content: EditionContent) => saved.current(content),
      onSignedOut: () => void client.invalidateQueries({ queryKey: ['session'] }),
    }
    const open = device.find(item.id).catch(() => undefined)
    void open.then(kept => {
      if (gone) return
      opened = new ItemKeeper(edition.id, item, ports, kept)
      setKeeper(opened)
    })
    const back = () => opened?.retry()
    const leave = () => document.visibilityState === 'hidden' && void opened?.flush()
    const settle = async () => (!opened || (await opened.flush()) ? null : left.current)
    const stops = [onSignedInAgain(back), beforeSignOut(settle)]
    addEventListener('online', back)
    document.addEventListener('visibilitychange', leave)
    return () => {
      gone = true
      removeEventListener('online', back)
      document.removeEventListener('visibilitychange', leave)
      for (const stop of stops) stop()
      void opened?.close()
      setKeeper(null)
    }
  }, [edition.id, item.id, personId])
  useEffect(() => keeper?.arrive(item), [keeper, item])
  return keeper
}

const putItem = (id: string, itemId: string, text: ItemText): Promise<EditionContent> =>
  answer(
    api.PUT('/api/editions/{id}/items/{itemId}', { params: { path: { id, itemId } }, body: text }),
  ) as Promise<EditionContent>

async function getItem(id: string, itemId: string): Promise<EditionItem | null> {
  const edition = (await answer(api.GET('/api/editions/{id}', { params: { path: { id } } }))) as Edition
  return edition.content.find(item => item.id === itemId) ?? null
}
