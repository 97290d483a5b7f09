import { type Html, html } from '@jianbao/platform/html'
import type { Erratum } from '../server/published/index.ts'
import { printDay } from './issue-names.ts'

const dayInChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** 勘误: what was printed and what is right; nothing where all is right. */
export function viewErrata(errata: readonly Erratum[], level: 2 | 3 = 2): Html {
  if (!errata.length) return html``
  const title = level === 2 ? html`<h2 id="errata">勘误</h2>` : html`<h3 id="errata">勘误</h3>`
  return html`<aside class="errata" aria-labelledby="errata">${title}
<p>下列内容有误，以更正为准；已印发的原件保持原样。</p>
<ol>${errata.map(
    ({ place, was, isNow, reason, at }) => html`<li><p class="place">${place}</p>
<p>原文：<del>${was}</del></p><p>更正：<ins>${isNow}</ins></p>
<p class="facts">${reason && html`<span>${reason}</span>`}<span>${printDay(dayInChina.format(at))}更正</span></p></li>`,
  )}</ol></aside>`
}
