import { ProblemError } from '@jianbao/client'
import { App } from 'antd'
import { useState } from 'react'
import type { ItemAction, LedgerItem } from '../../../contract/index.ts'
import { type ItemActs, useItemActs } from './item.queries.ts'
import { itemTexts } from './item.texts.ts'
import { useStoryWords } from './use-story-words.ts'

/**
 * What a form of one deed sends. It goes by the item as it was when the form was opened; was somebody quicker, the form
 * keeps what was typed, `overtaken` says what happened meanwhile, and it may be sent again.
 */
export function useDeed(item: LedgerItem) {
  const t = itemTexts.useTexts()
  const acts = useItemActs(item.id)
  const { message } = App.useApp()
  const storyWords = useStoryWords()
  const [seen, setSeen] = useState(item)
  const [news, setNews] = useState('')
  const run = async <T>(work: (acts: ItemActs, version: number) => Promise<T>): Promise<T> => {
    try {
      return await work(acts, seen.version)
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'changed-meanwhile') {
        const fresh = await acts.fresh()
        const steps = fresh.steps.slice(0, Math.max(0, fresh.steps.length - seen.steps.length))
        setNews(
          steps
            .map(step => t('changedStep', { name: step.byName || t('program'), what: storyWords(step) }))
            .join(t('semicolon')),
        )
        setSeen(fresh)
      }
      throw error
    }
  }
  return {
    run,
    act: async (action: ItemAction, body: object) => {
      await run((doer, version) => doer.act(action, { version, ...body }))
      void message.success(t(`done.${action}`))
    },
    overtaken: news === '' ? t('overtakenPlain') : t('overtaken', { what: news }),
  }
}
