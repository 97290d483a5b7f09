import { useProblemText } from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ItemAction, ItemState, LedgerItem, LedgerItemRow } from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import { DeedDialog } from '../item/deeds/deed-dialog.tsx'
import { itemQuery } from '../item/item.queries.ts'
import { viewTexts } from '../views/view.texts.ts'
import { stepTo } from './board-steps.ts'

type BoardDeed = {
  /** The form of the step that is being taken, or nothing. */
  readonly form: ReactNode
  readonly act: (item: LedgerItemRow, action: ItemAction) => void
  readonly layInto: (item: LedgerItemRow, state: ItemState) => void
}

/** Takes the step of a card: its form asks for words where the flow wants them; a step that is not to be says why. */
export function useBoardDeed(): BoardDeed {
  const t = viewTexts.useTexts()
  const words = engineTexts.useTexts()
  const text = useProblemText()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [deed, setDeed] = useState<{ item: LedgerItem; action: ItemAction } | null>(null)
  const open = async ({ id }: LedgerItemRow, action: ItemAction) => {
    try {
      const item = await client.fetchQuery({ ...itemQuery(id), staleTime: 0 })
      const why = item.hindered.find(each => each.action === action)?.why
      if (item.actions.includes(action)) setDeed({ item, action })
      else {
        const values = { action: words(`action.${action}`) }
        void message.warning(why ? t(`why.${why}`, values) : t('notYours', values))
      }
    } catch (error) {
      void message.error(text(error))
    }
  }
  const layInto = (item: LedgerItemRow, state: ItemState) => {
    if (item.state === state) return
    const step = stepTo(item, state)
    if (step) return void open(item, step.action)
    void message.warning(t('noStep', { from: words(`state.${item.state}`), to: words(`state.${state}`) }))
  }
  const form = deed ? <DeedDialog {...deed} onClose={() => setDeed(null)} /> : null
  return { form, act: (item, action) => void open(item, action), layInto }
}
