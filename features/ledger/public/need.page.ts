import { type Html, html, type Page, viewTrail } from '@jianbao/platform/html'
import { findPublicNeed, needKindWords, type PublicNeed, readNeedNumber } from '../server/service/index.ts'
import { writtenDay } from './service.words.ts'

const trail = (here: string): Html =>
  viewTrail(
    [
      { path: '/', label: '首页' },
      { path: '/services', label: '为群众办实事' },
    ],
    here,
  )

/** Where a number is typed in. */
export const findNeedPage: Page = {
  path: '/services/needs',
  render: async ({ query, read }) => {
    const typed = (query['number'] ?? '').slice(0, 40)
    const number = readNeedNumber(typed)
    const found = number === null ? null : await read(tx => findPublicNeed(tx, number))
    return {
      title: found ? `诉求 ${found.number}` : '查询诉求',
      canonical: '/services/needs',
      noIndex: typed !== '',
      personal: true,
      main: html`${trail('查询诉求')}
<article class="case"><h1>查询诉求</h1>
<form class="ask" action="/services/needs">
${
  typed !== '' &&
  !found &&
  html`<div class="faults" role="alert"><p>没有找到这个编号。编号是 12 位字母和数字，请对照提交时的页面再输一遍。</p></div>`
}
<p class="field"><label for="number">编号</label>
<span class="hint" id="number-hint">例如 K7QM-2X9D-4FRT，大小写、有没有横线都可以。</span>
<input id="number" name="number" value="${typed}" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="number-hint"></p>
<p class="actions"><button type="submit">查询</button><a href="/services/ask">说说新的诉求</a></p>
</form></article>
${found && viewNeed(found, false)}`,
    }
  },
}

/** What became of a need, for whoever holds its number. */
export const needPage: Page = {
  path: '/services/needs/:number',
  render: async ({ params, query, read }) => {
    const number = readNeedNumber(params['number'])
    const found = number === null ? null : await read(tx => findPublicNeed(tx, number))
    if (!found) return null
    return {
      title: `诉求 ${found.number}`,
      noIndex: true,
      personal: true,
      main: html`${trail(`诉求 ${found.number}`)}${viewNeed(found, query['asked'] === '1')}`,
    }
  },
}

function viewNeed(need: PublicNeed, justAsked: boolean): Html {
  const heading = justAsked ? '已经收到您的诉求' : `诉求 ${need.number}`
  return html`<article class="case">
<h1>${heading}</h1>
${
  justAsked &&
  html`<p role="status">请记下编号，或者把这一页加入书签，凭它可以查办理情况：</p>
<p class="number">${need.number}</p>`
}
<dl class="pairs">
<div><dt>办到哪一步</dt><dd><strong>${stateWords[need.state]}</strong></dd></div>
<div><dt>单位</dt><dd>${need.unitName}</dd></div>
<div><dt>类别</dt><dd>${needKindWords[need.kind]}</dd></div>
<div><dt>提出日期</dt><dd>${writtenDay(need.day)}</dd></div>
</dl>
${
  need.reason !== null &&
  html`<section aria-labelledby="reason"><h2 id="reason">答复</h2>${need.reason
    .split('\n')
    .filter(Boolean)
    .map(line => html`<p>${line}</p>`)}</section>`
}
${need.service && html`<p class="source"><span>办理事项</span><a href="/services/${need.service.id}">${need.service.title}</a></p>`}
${need.tells && html`<p class="note">有了结果会发到您留的邮箱，然后删除邮箱。</p>`}
<p class="actions"><a href="/services">看看正在办的实事</a><a href="/services/ask">说说新的诉求</a></p>
</article>`
}

const stateWords = {
  waiting: '已收到，等待受理',
  accepted: '已受理，正在办理',
  merged: '已并入正在办理的事项',
  declined: '已答复，没有列入清单',
  settled: '已办结',
} as const
