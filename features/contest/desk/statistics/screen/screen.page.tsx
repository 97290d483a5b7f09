import { AbsentRecord, isMissing } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { screenQuery } from '../statistics.queries.ts'
import { statisticsTexts } from '../statistics.texts.ts'
import { screenTexts } from './screen.texts.ts'
import { ScreenPicture } from './screen-picture.tsx'

/** 大屏: over the whole window, dark whatever the theme, looking again every few seconds. */
export default function ScreenPage() {
  const t = statisticsTexts.useTexts()
  const words = screenTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const screen = useQuery(screenQuery(id))
  const { data } = screen
  const shown = data !== undefined && !isMissing(screen.error)
  useHiddenDesk(shown)
  useEffect(() => {
    if (data) document.title = `${data.head.title} · ${words('title')}`
  }, [data, words])
  if (!shown)
    return (
      <AbsentRecord
        query={screen}
        list="/contests"
        title={words('title')}
        back={t('back')}
        missing={t('missing')}
        goList={t('goList')}
      />
    )
  return createPortal(<ScreenPicture id={id} screen={data} broken={screen.error !== null} />, document.body)
}

/** What lies below the screen is neither read out nor reached by the keyboard. */
function useHiddenDesk(hidden: boolean): void {
  useEffect(() => {
    const root = document.getElementById('root')
    if (!root || !hidden) return
    root.inert = true
    return () => {
      root.inert = false
    }
  }, [hidden])
}
