/** The page a contest is played on: what it is stands in the markup, before any script has come. */
import { html, trusted } from '@jianbao/platform/html'
import type { PlayedContest } from '../contract/play-settings.ts'
import { playSettings } from '../contract/play-settings.ts'
import { rulesLine, rulesSentences } from '../contract/rules.words.ts'
import type { PlayAssets } from './play-assets.ts'

/** The same for everybody, so that it can be kept as it is sent. */
export function renderPlayPage(
  contest: PlayedContest,
  { script, styles }: Pick<PlayAssets, 'script' | 'styles'>,
): string {
  const { title, about, unitName, rules, slug } = contest
  const [when] = rulesSentences(rules, 'zh')
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${`${title}，${unitName}举办。${when ?? ''}`}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>${trusted(styles)}</style>
${script !== null && html`<script src="${script}" defer></script>`}
</head>
<body>
<header>
  <a href="/contests/${slug}">${unitName}</a>
  <button type="button" id="type-size" class="quiet" hidden>长辈版</button>
</header>
<main>
<div class="face">
  <h1>${title}</h1>
  <p><b>时间</b>　${when ?? ''}</p>
  <p><b>答题</b>　${rulesLine(rules, 'zh')}</p>
</div>
<div id="player">
  <noscript><p class="note">答题要用到浏览器的脚本（JavaScript）功能，现在它关着。请在浏览器设置里打开，或者换一个浏览器。</p></noscript>
  <p role="status">正在打开…如果等了很久还没有打开，请刷新页面。</p>
</div>
<div class="face">
  ${about && html`<h2>竞赛介绍</h2>${paragraphs(about)}`}
  <details><summary>竞赛规则</summary><ul>${rulesSentences(rules, 'zh').map(one => html`<li>${one}</li>`)}</ul></details>
  <section id="notice"><h2>个人信息告知</h2>${paragraphs(rules.privacy.notice)}
  <p>竞赛结束 ${rules.privacy.keepDays} 天以后，能认出您的信息会全部删除。</p>
  ${
    rules.privacy.minimumAge > 0 &&
    html`<p>未满 ${rules.privacy.minimumAge} 周岁的，请监护人看过并同意以后再参加。</p>`
  }</section>
</div>
</main>
<script type="application/json" id="settings">${trusted(embed(playSettings(contest)))}</script>
</body>
</html>
`.markup
}

const paragraphs = (text: string) =>
  text
    .split(/\n+/)
    .filter(line => line.trim())
    .map(line => html`<p>${line}</p>`)

/** JSON that ends no element and opens no comment. */
const embed = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c')
