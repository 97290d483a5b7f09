import { useProblemText } from '@jianbao/ui'
import { App, Button } from 'antd'
import type { InboxWords, Report } from '../../contract/index.ts'
import { inboxTexts } from './inbox.texts.ts'
import styles from './preview.module.css'
import type { Claiming } from './use-claim.ts'

type ClaimLineProps = {
  readonly report: Report
  readonly words: InboxWords | undefined
  readonly claiming: Claiming
  readonly atDesk: boolean
}

const timeOf = (instant: string): string =>
  new Date(instant).toLocaleTimeString('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  })

/** Who is at the report, and how to take it or let go. */
export function ClaimLine({ report, words, claiming, atDesk }: ClaimLineProps) {
  const t = inboxTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const claim = claiming.claim === undefined ? report.claim : claiming.claim
  const mine = claim !== null && claim.byId === words?.me
  const dare = (work: Promise<void>) => work.catch(error => void message.error(text(error)))
  if (!atDesk) return null
  if (claim && !mine)
    return (
      <p className={styles['claim']} data-tone="doubt">
        <span>
          {claiming.takenBy
            ? t('takenFromMe', { name: claiming.takenBy })
            : t('claimedByOther', { name: claim.byName, time: timeOf(claim.until) })}
        </span>
        <Button size="small" onClick={() => void dare(claiming.takeOver())}>
          {t('takeOver')}
        </Button>
      </p>
    )
  return (
    <p className={styles['claim']}>
      {mine ? <span>{t('claimedByMe')}</span> : null}
      <Button size="small" aria-keyshortcuts="c" onClick={() => void dare(claiming.toggle())}>
        {t(mine ? 'claimRelease' : 'claimNow')}
        <kbd className={styles['key']}>c</kbd>
      </Button>
    </p>
  )
}
