/** 成绩公示: the list page by page, its root, its file, and how to check it. */
import { addressWith, type Html, html, type Page, pageOf, viewTurner } from '@jianbao/platform/html'
import { type AwardContest, findAwardContest } from '../../server/award/find-own.ts'
import {
  findPublicResult,
  linesOfPage,
  listResultPage,
  listWithdrawn,
  type PublicResult,
  type ResultRow,
} from '../../server/award/result/list-public-results.ts'
import { resultsScript } from '../../server/award/result/results-script.ts'
import { viewAwardTrail, viewTime } from './award-parts.ts'

export const resultsPage: Page = {
  path: '/contests/:slug/results',
  render: async ({ params, query, read }) => {
    const slug = params['slug'] ?? ''
    const found = await read(async tx => {
      const contest = await findAwardContest(tx, slug)
      const result = contest && (await findPublicResult(tx, contest.no))
      if (!result) return contest && { contest, result: null, page: 1, rows: [], withdrawn: [] }
      const page = pageAsked(result, query)
      const rows = await listResultPage(tx, contest.no, result, page)
      return { contest, result, page, rows, withdrawn: page === 1 ? await listWithdrawn(tx, contest.no) : [] }
    })
    if (!found) return null
    const { contest, result, page, rows, withdrawn } = found
    const to = (number: number): string =>
      addressWith(`/contests/${slug}/results`, { page: number > 1 ? number : '' })
    return {
      title: `成绩公示：${contest.title}`,
      description: `“${contest.title}”的成绩名单，人人可以核对`,
      canonical: `/contests/${slug}/results`,
      ...(page > 1 ? { noIndex: true } : {}),
      main: html`${viewAwardTrail(contest, '成绩公示')}
<article class="award"><h1>成绩公示</h1>
<p class="facts"><span>${contest.title}</span><span>${contest.organiser}</span></p>
${
  result
    ? html`${viewHead(contest, result)}
${viewJump(contest, result)}
${viewRows(contest, rows)}
${viewTurner({ page, pageSize: linesOfPage, total: result.lines }, to)}
${viewCheck(contest, result)}
${withdrawn.length > 0 && html`<h2>撤下过的名单</h2><ul>${withdrawn.map(each => html`<li>第 ${each.edition} 版，${viewTime(each.withdrawnAt)} 撤下，根 <code>${each.root}</code></li>`)}</ul>`}`
    : html`<p role="status">成绩还没有公示。竞赛结束、核对完以后，名单会出现在这里。</p>`
}
</article>`,
    }
  },
}

/** The page a place stands on, where one is asked for; else the page by number. */
function pageAsked({ groups, lines }: PublicResult, query: Readonly<Record<string, string>>): number {
  const place = pageOf(query['place'])
  const group = groups.find(({ key }) => key === (query['group'] ?? '')) ?? groups[0]
  if (query['place'] === undefined || !group) return pageOf(query['page'])
  const line = Math.min(lines, group.from + Math.min(place, group.lines) - 1)
  return Math.max(1, Math.ceil(line / linesOfPage))
}

function viewHead({ slug }: AwardContest, result: PublicResult): Html {
  return html`<p role="status">共 ${result.lines} 人，${viewTime(result.madeAt)} 公示${result.edition > 1 && `（第 ${result.edition} 版）`}。姓名只显示首尾。</p>
<p class="actions"><a class="button" href="/contests/${slug}/check">凭参赛码查我的成绩</a>
<a href="/contests/${slug}/results/file" download>下载名单（核验用）</a>
<a href="/contests/${slug}/results/file?as=csv" download>下载名单（表格）</a></p>`
}

function viewJump({ slug }: AwardContest, { groups, lines }: PublicResult): Html {
  if (lines <= linesOfPage) return html``
  const named = groups.some(({ name }) => name)
  return html`<form class="jump" action="/contests/${slug}/results" aria-label="跳到名次">
${
  named &&
  groups.length > 1 &&
  html`<p class="field"><label for="group">组别</label><select id="group" name="group">${groups.map(
    ({ key, name }) => html`<option value="${key}">${name || '未分组'}</option>`,
  )}</select></p>`
}
<p class="field"><label for="place">跳到第几名</label><input id="place" name="place" inputmode="numeric" pattern="[1-9][0-9]{0,6}" maxlength="7"></p>
<p><button type="submit">跳转</button></p></form>`
}

function viewRows({ rules }: AwardContest, rows: readonly ResultRow[]): Html {
  const grouped = rules.groups.length > 0
  if (!rows.length) return html`<p class="empty">这一页没有名单。</p>`
  return html`<div class="wide" tabindex="0" role="region" aria-label="成绩名单"><table class="results"><thead><tr><th scope="col" class="figure">名次</th><th scope="col">姓名</th><th scope="col" class="figure">成绩</th><th scope="col">单位</th>${
    grouped && html`<th scope="col">组别</th>`
  }<th scope="col">用时与次数</th><th scope="col">核验值</th></tr></thead>
<tbody>${rows.map(
    row =>
      html`<tr id="l${row.line}"><td class="figure">${row.place}</td><th scope="row">${row.name}</th><td class="figure">${row.points} 分</td><td class="minor">${row.unit}</td>${
        grouped && html`<td class="minor">${row.group}</td>`
      }<td class="minor">${row.time} 秒，${row.attempts} 次</td><td class="check-value"><code>${row.check.slice(0, 16)}…</code></td></tr>`,
  )}</tbody></table></div>`
}

function viewCheck({ slug }: AwardContest, result: PublicResult): Html {
  return html`<h2 id="verify">怎样核验</h2>
<dl><dt>名单的根（Merkle）</dt><dd><code>${result.root}</code></dd>
<dt>文件的 SHA-256</dt><dd><code>${result.sha256}</code></dd></dl>
<ol class="steps">
<li>记下上面的根。它同时写进了审计记录，名单改动一个字，根就变了。</li>
<li>下载名单（核验用），用装有简报台的电脑运行 <code>npx jianbao contest verify 文件</code>；或把下面的程序存为 <code>check.py</code>，运行 <code>python3 check.py 文件</code>，显示的根应与上面相同。</li>
<li>要证明哪一行是自己的：<a href="/contests/${slug}/check">凭参赛码查询</a>，记下核验凭据，运行 <code>python3 check.py 文件 参赛码 核验凭据</code>。</li>
</ol>
<details><summary>核验程序（Python）</summary><pre tabindex="0"><code>${resultsScript()}</code></pre></details>`
}
