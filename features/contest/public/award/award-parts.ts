/** What pages of awards have in common. */
import { localDayTime } from '@jianbao/platform/clock'
import { type Html, html, viewTrail } from '@jianbao/platform/html'
import type { AwardContest } from '../../server/award/find-own.ts'

export const viewAwardTrail = ({ slug, title }: Pick<AwardContest, 'slug' | 'title'>, here: string): Html =>
  viewTrail(
    [
      { path: '/', label: '首页' },
      { path: '/contests', label: '知识竞赛' },
      { path: `/contests/${slug}`, label: title },
    ],
    here,
  )

export const viewTime = (at: Date): Html =>
  html`<time datetime="${at.toISOString()}">${localDayTime(at)}</time>`

/** The one field by which a player says who they are. */
export function viewCodeForm(
  action: string,
  { code, button, fault }: { code: string; button: string; fault?: string | null },
): Html {
  return html`${fault && html`<div class="told" role="alert"><p id="code-fault">${fault}</p></div>`}
<form method="post" action="${action}">
<p class="field"><label for="code">参赛码</label>
<span class="hint" id="code-hint">在答题页“我的参赛情况”里，共 10 位，不分大小写。</span>
<input class="code-field" id="code" name="code" value="${code}" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint${fault ? ' code-fault' : ''}"${fault && html` aria-invalid="true"`}></p>
<p class="actions"><button type="submit">${button}</button></p>
</form>`
}

/** One answer for every code that is nobody's: a page tells nobody which codes there are. */
export const wrongCode = '没有找到这个参赛码。请对照答题页“我的参赛情况”里的参赛码再填一次。'

/** What an address brings along; never anything else than what may be a code. */
export const codeOfAddress = (text: string | undefined): string =>
  /^[0-9A-Za-z-]{1,40}$/.test(text ?? '') ? text! : ''
