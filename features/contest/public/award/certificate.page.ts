/** 领取证书: by 参赛码; and the page by which anybody checks a certificate. */
import { localDay } from '@jianbao/platform/clock'
import { type Html, html, type Page, type PageContent, viewTrail } from '@jianbao/platform/html'
import type { ContestRules } from '../../contract/index.ts'
import { maskName } from '../../contract/index.ts'
import { shownNumber } from '../../server/award/certificate/certificate-number.ts'
import { reasonWords } from '../../server/award/certificate/certificates-of.ts'
import { findCertificate } from '../../server/award/certificate/find-certificate.ts'
import { type AwardContest, findAwardContest, type OwnStanding } from '../../server/award/find-own.ts'
import { codeOfAddress, viewAwardTrail, viewCodeForm } from './award-parts.ts'

export const certificatePage: Page = {
  path: '/contests/:slug/certificate',
  render: async ({ params, query, read }) => {
    const contest = await read(tx => findAwardContest(tx, params['slug'] ?? ''))
    return contest && viewAskForCertificate(contest, { code: codeOfAddress(query['code']), fault: null })
  },
}

export function viewAskForCertificate(
  contest: AwardContest,
  typed: { readonly code: string; readonly fault: string | null },
): PageContent {
  const { certificates } = contest.rules
  return {
    title: `领取证书：${contest.title}`,
    description: `凭参赛码领取“${contest.title}”的证书`,
    canonical: `/contests/${contest.slug}/certificate`,
    ...(typed.code ? { personal: true, noIndex: true } : {}),
    main: html`${viewAwardTrail(contest, '领取证书')}
<article class="award"><h1>领取证书</h1>
<p class="facts"><span>${contest.title}</span><span>${contest.organiser}</span></p>
${
  certificates.length
    ? html`<h2>有哪些证书</h2><ul>${certificates.map(
        rule =>
          html`<li>${rule.name}：${reasonWords(rule)}${rule.by === 'rank' && '（成绩公示后可领）'}</li>`,
      )}</ul>${viewCodeForm(`/contests/${contest.slug}/certificate`, { ...typed, button: '查看我的证书' })}`
    : html`<p role="status">这次竞赛不发证书。</p>`
}
</article>`,
  }
}

export function viewOwnCertificates(
  contest: AwardContest,
  own: OwnStanding,
  rules: readonly ContestRules['certificates'][number][],
  told: string | null = null,
): PageContent {
  const later = contest.state !== 'published' && contest.rules.certificates.some(({ by }) => by === 'rank')
  return {
    title: `我的证书：${contest.title}`,
    noIndex: true,
    personal: true,
    main: html`${viewAwardTrail(contest, '领取证书')}
<article class="award"><h1>我的证书</h1>
<p class="facts"><span>${maskName(own.nickname)}</span>${own.unitName && html`<span>${own.unitName}</span>`}<span>参赛 ${own.attempts} 次</span></p>
${told && html`<div class="told" role="alert"><p>${told}</p></div>`}
${
  rules.length
    ? html`<ol class="award-list">${rules.map(rule => viewRule(contest, own, rule))}</ol>`
    : html`<p role="status">现在还没有可以领取的证书。达到条件以后，再凭参赛码来领。</p>`
}
${later && html`<p class="hint">按名次颁发的证书，成绩公示后可以领取。</p>`}
<p class="actions"><a href="/contests/${contest.slug}/certificate">换一个参赛码</a></p>
</article>`,
  }
}

function viewRule(
  { slug }: AwardContest,
  { code, nickname }: OwnStanding,
  rule: ContestRules['certificates'][number],
): Html {
  return html`<li><h2>${rule.name}</h2><p class="hint">${reasonWords(rule)}</p>
<form method="post" action="/contests/${slug}/certificate">
<input type="hidden" name="code" value="${code}"><input type="hidden" name="kind" value="${rule.key}">
<fieldset><legend>证书上的姓名</legend>
<label class="choice"><input type="radio" name="name" value="whole" checked>${nickname}</label>
<label class="choice"><input type="radio" name="name" value="masked">${maskName(nickname)}</label></fieldset>
<p class="actions"><button type="submit">下载“${rule.name}”（PDF）</button></p></form></li>`
}

export const checkPage: Page = {
  path: '/contests/check/:number',
  render: async ({ params, read }) => {
    const found = await read(tx => findCertificate(tx, params['number'] ?? ''))
    if (!found) return viewNothing()
    const shown = shownNumber(found.number)
    return {
      title: `证书查验：${shown}`,
      noIndex: true,
      personal: true,
      main: html`${viewTrail(
        [
          { path: '/', label: '首页' },
          { path: '/contests', label: '知识竞赛' },
        ],
        '证书查验',
      )}
<article class="award"><h1>证书查验</h1>
<p class="good" role="status"><strong>查到了，这份证书是真的。</strong></p>
<dl><dt>证书编号</dt><dd><code>${shown}</code></dd>
<dt>姓名</dt><dd>${found.name}</dd>
<dt>竞赛</dt><dd>${found.title}</dd>
<dt>证书</dt><dd>${found.award}（${found.reason}）</dd>
<dt>颁发单位</dt><dd>${found.organiser}</dd>
<dt>颁发日期</dt><dd>${localDay(found.issuedAt)}</dd>
<dt>校验码</dt><dd><code>${found.seal}</code></dd></dl>
<p class="hint">证书上的校验码与这里的一致，说明文字没有改动；不一致的，以最近一次下载的证书为准。</p>
</article>`,
    }
  },
}

function viewNothing(): PageContent {
  return {
    title: '证书查验',
    noIndex: true,
    personal: true,
    main: html`${viewTrail(
      [
        { path: '/', label: '首页' },
        { path: '/contests', label: '知识竞赛' },
      ],
      '证书查验',
    )}
<article class="award"><h1>证书查验</h1>
<p class="told" role="status"><strong>没有查到这份证书。</strong></p>
<p>请对照证书左下角的编号，看有没有抄错；抄对了仍查不到的，这份证书不是本站颁发的，或已经失效。</p></article>`,
  }
}
