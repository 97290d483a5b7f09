import { html } from '../html/index.ts'
import { oneLine } from './mail-settings.ts'

export type MailLine = {
  readonly words: string
  readonly link?: string | null
  readonly notes?: readonly string[]
}

/** A mail as words, before it is text and HTML. */
export type MailDraft = {
  readonly subject: string
  readonly opening: string
  readonly lines: readonly MailLine[]
  /** How to stop it; every mail says it. */
  readonly stop: string
  readonly stopLink: string | null
}

export type ComposedMail = { readonly subject: string; readonly text: string; readonly html: string }

/** Writes a mail twice, as text and as HTML; words that come from people stay words in both. */
export function composeMail({ subject, opening, lines, stop, stopLink }: MailDraft): ComposedMail {
  const text = [
    oneParagraph(opening),
    ...lines.map(({ words, link, notes = [] }) =>
      [
        `• ${oneLine(words)}`,
        ...notes.map(note => `    ${oneLine(note)}`),
        ...(link ? [`  ${link}`] : []),
      ].join('\n'),
    ),
    `--\n${stop}${stopLink ? `\n${stopLink}` : ''}`,
  ].join('\n\n')
  const items = lines.map(
    ({ words, link, notes = [] }) =>
      html`<li style="margin:0 0 12px">${link ? html`<a href="${link}">${oneLine(words)}</a>` : oneLine(words)}${notes.map(
        note => html`<div style="color:#595959">${oneLine(note)}</div>`,
      )}</li>`,
  )
  const page = html`<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${oneLine(subject)}</title></head>
<body style="font-family:sans-serif;font-size:15px;line-height:1.6;color:#1f1f1f">
<p>${oneParagraph(opening)}</p><ul style="padding-left:20px">${items}</ul>
<p style="color:#595959;font-size:13px">${stop}${stopLink ? html` <a href="${stopLink}">${stopLink}</a>` : null}</p>
</body></html>`
  return { subject: oneLine(subject), text: `${text}\n`, html: page.markup }
}

function oneParagraph(text: string): string {
  return text.split('\n').map(oneLine).join('\n')
}
