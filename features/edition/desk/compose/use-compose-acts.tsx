import { useProblemText } from '@jianbao/ui'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import {
  type CandidatePage,
  docText,
  type Edition,
  type EditionContent,
  type EditionItem,
  figuresOf,
  type ItemDraft,
  type ItemMove,
} from '../../contract/index.ts'
import { editionQuery, putContent } from '../edition.queries.ts'
import { candidatesKey, itemActs } from './compose.queries.ts'
import { composeTexts } from './compose.texts.ts'
import { moveIn } from './placing.ts'

const undoSeconds = 10

/** What stands in the issue waits no longer: it is gone from the list before the list is asked for again. */
function dropPlaced(client: QueryClient, id: string, { content }: EditionContent): void {
  const placed = new Set(content.flatMap(({ sources }) => sources.map(({ adoptionId }) => adoptionId)))
  client.setQueriesData<CandidatePage>(
    { queryKey: candidatesKey(id) },
    page => page && { ...page, rows: page.rows.filter(({ adoptionId }) => !placed.has(adoptionId)) },
  )
}

export type ComposeActs = {
  readonly busy: boolean
  /** Reports into a column: each by itself, or together as one piece. Answers the new items. */
  readonly add: (draft: ItemDraft) => Promise<EditionItem[]>
  readonly move: (itemId: string, move: ItemMove) => Promise<void>
  readonly remove: (item: EditionItem) => Promise<void>
  /** What somebody else's dialogue answered. */
  readonly put: (content: EditionContent) => void
}

/** Everything that is done to the items of an issue; what was refused is said, and nothing is shown that is not so. */
export function useComposeActs(edition: Edition): ComposeActs {
  const t = composeTexts.useTexts()
  const text = useProblemText()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const { id } = edition
  const { queryKey } = editionQuery(id)
  const put = (content: EditionContent): void => {
    putContent(client, id, content)
    dropPlaced(client, id, content)
    void client.invalidateQueries({ queryKey: candidatesKey(id) })
  }
  const dare = async (work: () => Promise<EditionContent>): Promise<EditionContent | null> => {
    setBusy(true)
    try {
      const content = await work()
      put(content)
      return content
    } catch (error) {
      void message.error(text(error))
      void client.invalidateQueries({ queryKey })
      return null
    } finally {
      setBusy(false)
    }
  }
  const add = async (draft: ItemDraft): Promise<EditionItem[]> => {
    const before = new Set(edition.content.map(item => item.id))
    const answer = await dare(() => itemActs.add(id, draft))
    return (answer?.content ?? []).filter(item => !before.has(item.id))
  }
  const restore = async (item: EditionItem, before: string | null): Promise<void> => {
    const { kind, headline, subtitle, contributor, doc, withheld, columnKey } = item
    const words = { kind, headline, subtitle, contributor, doc }
    const adoptionIds = item.sources
      .filter(({ now }) => now !== 'gone')
      .flatMap(({ adoptionId }) => (adoptionId === null ? [] : [adoptionId]))
    const known = new Set(client.getQueryData(queryKey)?.content.map(each => each.id))
    const back = await dare(() =>
      itemActs.add(id, { columnKey, before, adoptionIds, apart: false, text: words }),
    )
    const made = back?.content.find(each => !known.has(each.id))
    // Numbers find their sources, and what was held back is held back again, when the words are saved once more.
    if (made && (withheld || figuresOf(doc).length > 0))
      await dare(() => itemActs.save(id, made.id, { ...words, withheld, version: made.version }))
    if (made) void message.success(t('restored', { title: titleOf(item, t('brief')) }))
  }
  return {
    busy,
    put,
    add,
    move: async (itemId, move) => {
      client.setQueryData(queryKey, shown =>
        shown ? { ...shown, content: moveIn(shown.content, itemId, move) } : shown,
      )
      await dare(() => itemActs.move(id, itemId, move))
    },
    remove: async item => {
      const its = edition.content.filter(({ columnKey }) => columnKey === item.columnKey)
      const next = its[its.findIndex(each => each.id === item.id) + 1]?.id ?? null
      if (!(await dare(() => itemActs.remove(id, item.id)))) return
      const key = `removed ${item.id}`
      const undo = () => {
        message.destroy(key)
        void restore(item, next)
      }
      void message.open({
        key,
        type: 'success',
        duration: undoSeconds,
        content: (
          <>
            {t('removed', { title: titleOf(item, t('brief')) })}{' '}
            <Button type="link" size="small" onClick={undo}>
              {t('undo')}
            </Button>
          </>
        ),
      })
    },
  }
}

/** Its headline, or, of a brief, its first words. */
export function titleOf({ headline, doc }: Pick<EditionItem, 'headline' | 'doc'>, nothing: string): string {
  if (headline) return headline
  const words = docText(doc).replace(/\s+/g, '')
  return words.length > 30 ? `${words.slice(0, 30)}…` : words || nothing
}
