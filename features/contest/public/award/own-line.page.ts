/** 查我的成绩: one's own line with its proof, what one won, certificates. */
import { type Html, html, type Page, type PageContent } from '@jianbao/platform/html'
import { maskName, shownCode } from '../../contract/index.ts'
import { type AwardContest, findAwardContest, type OwnStanding } from '../../server/award/find-own.ts'
import { linesOfPage } from '../../server/award/result/list-public-results.ts'
import type { OwnLine } from '../../server/award/result/read-own-line.ts'
import { pointsText } from '../../server/award/result/result-lines.ts'
import { codeOfAddress, viewAwardTrail, viewCodeForm } from './award-parts.ts'

export const ownLinePage: Page = {
  path: '/contests/:slug/check',
  render: async ({ params, query, read }) => {
    const contest = await read(tx => findAwardContest(tx, params['slug'] ?? ''))
    return contest && viewAskForOwn(contest, { code: codeOfAddress(query['code']), fault: null })
  },
}

export function viewAskForOwn(
  contest: AwardContest,
  typed: { readonly code: string; readonly fault: string | null },
): PageContent {
  return {
    title: `查我的成绩：${contest.title}`,
    description: `凭参赛码查“${contest.title}”的成绩、名次和中奖情况`,
    canonical: `/contests/${contest.slug}/check`,
    ...(typed.code ? { personal: true, noIndex: true } : {}),
    main: html`${viewAwardTrail(contest, '查我的成绩')}
<article class="award"><h1>查我的成绩</h1>
<p>凭参赛码查自己的成绩、公示名单中的一行和中奖情况。</p>
${viewCodeForm(`/contests/${contest.slug}/check`, { ...typed, button: '查询' })}</article>`,
  }
}

export function viewOwn(contest: AwardContest, own: OwnStanding, mayHaveCertificates: boolean): PageContent {
  const { slug } = contest
  return {
    title: `我的成绩：${contest.title}`,
    noIndex: true,
    personal: true,
    main: html`${viewAwardTrail(contest, '查我的成绩')}
<article class="award"><h1>我的成绩</h1>
<p class="facts"><span>${own.forgotten ? '已注销个人信息' : maskName(own.nickname)}</span>${own.unitName && html`<span>${own.unitName}</span>`}${own.groupName && html`<span>${own.groupName}</span>`}</p>
${
  own.attempts > 0
    ? html`<dl><dt>成绩</dt><dd>${pointsText(contest.rules, own.score)} 分</dd><dt>计入的次数</dt><dd>${own.attempts} 次</dd>${
        own.line && html`<dt>名次</dt><dd>${own.groupName}第 ${own.line.place} 名</dd>`
      }</dl>`
    : html`<p role="status">还没有计入成绩的答卷。</p>`
}
${own.won.length > 0 && viewWon(contest, own)}
${
  mayHaveCertificates &&
  html`<form method="post" action="/contests/${slug}/certificate"><input type="hidden" name="code" value="${own.code}"><p class="actions"><button type="submit">领取证书</button></p></form>`
}
${own.line ? viewProof(contest, own, own.line) : contest.state !== 'published' && html`<p class="hint">名单公示后，这里会显示您那一行，以及怎样核验。</p>`}
<p class="actions"><a href="/contests/${slug}/check">换一个参赛码</a></p></article>`,
  }
}

function viewWon({ slug }: AwardContest, { won }: OwnStanding): Html {
  return html`<div class="good" role="status"><p><strong>您中奖了。</strong></p><ul>${won.map(
    each =>
      html`<li><a href="/contests/${slug}/draws/${each.drawNo}">${each.name}</a>${each.prize && `：${each.prize}`}（第 ${each.place} 个抽出）</li>`,
  )}</ul></div>`
}

function viewProof({ slug }: AwardContest, own: OwnStanding, line: OwnLine): Html {
  const page = Math.ceil((line.fileLine - 1) / linesOfPage)
  return html`<h2>名单中的一行</h2>
<p>在文件的第 ${line.fileLine} 行，<a href="/contests/${slug}/results?page=${page}#l${line.fileLine - 1}">在名单中查看</a>。</p>
<pre tabindex="0"><code>${line.raw.replaceAll('\t', '  ')}</code></pre>
<dl><dt>核验凭据</dt><dd><code>${line.receipt}</code></dd>
<dt>核验值</dt><dd><code>${line.check}</code></dd></dl>
<p class="hint">核验凭据只有您能看到，请记下来。用它和参赛码 <code>${shownCode(own.code)}</code> 算出的核验值，与名单中这一行末尾的相同，这一行就是您的，别人冒领不了。</p>
<details><summary>逐步核验到名单的根</summary>
<ol class="steps">
<li>盐 = HMAC-SHA256（密钥：核验凭据，内容：参赛码 ${own.code}）<br><code>${line.salt}</code></li>
<li>核验值 = SHA-256（这一行去掉核验值，换行，盐）<br><code>${line.check}</code></li>
<li>叶 = SHA-256（字节 00，整行）<br><code>${line.leaf}</code></li>
${line.steps.map(
  ({ side, hash }) =>
    html`<li>= SHA-256（字节 01，${side === 'left' ? html`<code>${hash}</code>，上一步` : html`上一步，<code>${hash}</code>`}）</li>`,
)}
<li>得到名单的根<br><code>${line.root}</code></li>
</ol></details>`
}
