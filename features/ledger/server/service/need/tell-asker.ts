/** Letters to whoever left an address with a need. They hold its number and nothing that was typed. */

import type { Database } from '@jianbao/platform/db'
import { type ComposedMail, composeMail } from '@jianbao/platform/mail'
import type { NeedServices } from './need.services.ts'
import type { NeedRow } from './need.store.ts'

export type AskerNews =
  | { readonly kind: 'accepted'; readonly unitName: string }
  | { readonly kind: 'declined'; readonly reason: string }
  /** `link`: good for one answer, where satisfaction is asked. */
  | { readonly kind: 'settled'; readonly link: string | null }

type Addressed = Pick<NeedRow, 'id' | 'number' | 'contactSealed'>

/** Puts a letter into the outbox, in the transaction of what it tells; nothing where no address was left. */
export async function tellAsker(
  { sealer, mailer, publicUrl, clock }: NeedServices,
  tx: Database,
  need: Addressed,
  news: AskerNews,
): Promise<void> {
  if (need.contactSealed === null || !mailer.on) return
  const to = sealer.unseal(need.contactSealed, need.id)
  const page = publicUrl && `${publicUrl}/services/needs/${need.number}`
  await mailer.post(tx, [
    { ...letterOf(need.number, page, news), to, kind: `need.${news.kind}`, at: clock.now() },
  ])
}

const stop = '您在网上填报诉求时留下了这个邮箱，所以收到这封信。诉求办结或答复后，邮箱随即删除，不再发信。'

function letterOf(number: string, page: string | null, news: AskerNews): ComposedMail {
  const letter = (said: string, lines: { words: string; link: string | null }[]): ComposedMail =>
    composeMail({
      subject: `诉求 ${number}：${titles[news.kind]}`,
      opening: `您好：\n${said}`,
      lines,
      stop,
      stopLink: null,
    })
  const look = { words: `查看诉求 ${number} 的办理情况`, link: page }
  if (news.kind === 'accepted') return letter(`您提的诉求已列入办实事清单，由${news.unitName}办理。`, [look])
  if (news.kind === 'declined')
    return letter(`您提的诉求没有列入办实事清单。答复如下：\n${news.reason}`, [look])
  const lines = news.link
    ? [{ words: '请用这个链接评一评，只能用一次，不记名', link: news.link }, look]
    : [look]
  return letter('您提的诉求已经办结。', lines)
}

const titles = { accepted: '已受理', declined: '已答复', settled: '已办结' } as const
