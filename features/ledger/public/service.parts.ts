import { type Html, html } from '@jianbao/platform/html'
import type { PublicService } from '../server/service/index.ts'

/** How it goes, as a sign and in words: the colour is never the only one to say it. */
const lights = {
  green: { sign: '●', words: '正常推进' },
  blue: { sign: '◆', words: '临近期限' },
  yellow: { sign: '▲', words: '进度滞后' },
  red: { sign: '■', words: '已经逾期' },
} as const
const done = { sign: '✓', words: '已办结' }

export function viewStanding({ light, done: isDone }: Pick<PublicService, 'light' | 'done'>): Html {
  const { sign, words } = isDone || light === null ? done : lights[light]
  const tone = isDone || light === null ? 'done' : light
  return html`<span class="standing ${tone}"><span aria-hidden="true">${sign}</span> ${words}</span>`
}

/** The figure against the target where there is one, else the part that is done. */
export function viewProgress({ percent, target }: Pick<PublicService, 'percent' | 'target'>): Html {
  const words = target ? `已完成 ${target.reached} / ${target.value} ${target.unit}` : `进度 ${percent}%`
  const [value, max] = target ? [Number(target.reached), Number(target.value)] : [percent, 100]
  return html`<span class="progress">${words}<progress aria-label="${words}" value="${Math.min(value, max)}" max="${max}"></progress></span>`
}

export const paragraphs = (text: string): Html[] =>
  text
    .split('\n')
    .filter(line => line.trim())
    .map(line => html`<p>${line}</p>`)
