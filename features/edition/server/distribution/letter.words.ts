/** What letters about issued bulletins say. They go to people outside: no word of who reads what. */
import { type ComposedMail, composeMail } from '@jianbao/platform/mail'
import type { DocumentKind } from '../../contract/index.ts'

export type LetterAbout = {
  readonly document: DocumentKind
  readonly name: string
  readonly issueName: string
  readonly title: string | null
  readonly issuer: string
  /** Page of the delivery: for outside addresses with its token, for people of units in the staff app. */
  readonly link: string | null
}

const outsideStop = '本邮件由简报系统代发单位发送。如不应由贵单位接收，请联系编印单位从分发名单中移除。'
const insideStop = '您在“我的账号”中选择了接收邮件，可以随时停用。'

/** `file`: attached, too large to be attached, or none there. */
export function issuedLetter(
  { name, issueName, title, issuer, link }: LetterAbout,
  file: 'attached' | 'large' | 'none',
): ComposedMail {
  const said = {
    attached: 'PDF 见附件。',
    large: '文件较大，没有随信附上，请打开链接下载。',
    none: '',
  }[file]
  const confirm = link ? '收到后请打开下面的链接，点“确认收到”。' : ''
  return composeMail({
    subject: `${issueName}${title ? `：${title}` : ''}`,
    opening: `${name}：\n${issuer}印发了《${issueName}》。${said}${confirm}`,
    lines: [{ words: title ?? issueName, link }],
    stop: outsideStop,
    stopLink: null,
  })
}

export function reminderLetter({ name, issueName, issuer, title, link }: LetterAbout): ComposedMail {
  return composeMail({
    subject: `请确认收到：${issueName}`,
    opening: `${name}：\n${issuer}印发的《${issueName}》还没有收到贵单位的确认。收到后请打开链接，点“确认收到”。`,
    lines: [{ words: title ?? issueName, link }],
    stop: outsideStop,
    stopLink: null,
  })
}

/** To somebody of a unit who wants mail. */
export function unitLetter(
  { name, issueName, issuer, title, link, document }: LetterAbout,
  reminds: boolean,
): ComposedMail {
  const opening = reminds
    ? `${issuer}印发的《${issueName}》，${name}还没有签收，请尽快查看。`
    : `${issuer}印发了《${issueName}》，请查看并代${name}签收。`
  return composeMail({
    subject: reminds ? `请签收：${issueName}` : `收到${document === 'issue' ? '简报' : '公文'}：${issueName}`,
    opening,
    lines: [{ words: title ?? issueName, link }],
    stop: insideStop,
    stopLink: null,
  })
}

export function erratumLetter(
  { issueName, issuer, link }: Pick<LetterAbout, 'issueName' | 'issuer' | 'link'>,
  words: string,
): ComposedMail {
  return composeMail({
    subject: `勘误：${issueName}`,
    opening: `${issuer}对已印发的《${issueName}》勘误如下，请以更正为准；已印发的原件保持原样。`,
    lines: [{ words, link }],
    stop: outsideStop,
    stopLink: null,
  })
}
