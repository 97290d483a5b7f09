/** 抽奖: what was committed to, who won, how to check it. */
import { replayScript } from '@jianbao/draw'
import { type Html, html, type Page } from '@jianbao/platform/html'
import { type AwardContest, findAwardContest } from '../../server/award/find-own.ts'
import { type ContestDraw, findPublicDraw, listDraws } from '../../server/award/lottery/find-public-draws.ts'
import { viewAwardTrail, viewTime } from './award-parts.ts'

const stateWords = { committed: '已承诺，尚未抽取', drawn: '已抽取', void: '已作废' } as const
const poolWords = (draw: ContestDraw): string =>
  draw.day ? `${draw.day} 当天符合条件的选手` : '全程符合条件的选手'

export const drawListPage: Page = {
  path: '/contests/:slug/draws',
  render: async ({ params, read }) => {
    const found = await read(async tx => {
      const contest = await findAwardContest(tx, params['slug'] ?? '')
      return contest && { contest, draws: await listDraws(tx, contest.id) }
    })
    if (!found) return null
    const { contest, draws } = found
    const { slug, title, organiser } = contest
    return {
      title: `抽奖：${title}`,
      description: `“${title}”的抽奖：先公布承诺，再抽取，人人可以核验`,
      canonical: `/contests/${slug}/draws`,
      main: html`${viewAwardTrail(contest, '抽奖')}
<article class="award"><h1>抽奖</h1>
<p class="facts"><span>${title}</span><span>${organiser}</span></p>
<p>每一轮先公布名单的哈希，再当众抽取。结果由公布的文件唯一确定，任何人都能重新计算一遍。</p>
${
  draws.length
    ? html`<ol class="award-list">${draws.map(
        draw =>
          html`<li><h2><a href="/contests/${slug}/draws/${draw.no}">${draw.name}</a></h2><p class="facts"><span>${stateWords[draw.state]}</span><span>${draw.eligible} 人中抽 ${draw.count} 人</span>${draw.prize && html`<span>${draw.prize}</span>`}</p></li>`,
      )}</ol>`
    : html`<p role="status">还没有抽奖。</p>`
}
<p class="actions"><a href="/contests/${slug}/check">凭参赛码查我有没有中奖</a></p></article>`,
    }
  },
}

export const drawPage: Page = {
  path: '/contests/:slug/draws/:no',
  render: async ({ params, read }) => {
    const no = /^[1-9]\d{0,4}$/.test(params['no'] ?? '') ? Number(params['no']) : 0
    const found = await read(async tx => {
      const contest = await findAwardContest(tx, params['slug'] ?? '')
      const draw = contest && (await findPublicDraw(tx, contest.id, no))
      return draw && { contest, draw }
    })
    if (!found) return null
    const { contest, draw } = found
    return {
      title: draw.name,
      description: `“${contest.title}”的抽奖：${draw.eligible} 人中抽 ${draw.count} 人`,
      canonical: `/contests/${contest.slug}/draws/${draw.no}`,
      main: html`${viewAwardTrail(contest, draw.name)}
<article class="award"><h1>${draw.name}</h1>
<p class="facts"><span>${contest.title}</span><span>${stateWords[draw.state]}</span>${draw.prize && html`<span>奖品：${draw.prize}</span>`}</p>
${draw.voidedAt !== null && html`<p class="told" role="note"><strong>这一轮已于 ${viewTime(draw.voidedAt)} 作废。</strong>原因：${draw.voidReason}</p>`}
${viewWinners(contest, draw)}
${viewCommitment(contest, draw)}
${viewCheck(draw)}</article>`,
    }
  },
}

function viewWinners({ slug }: AwardContest, draw: ContestDraw): Html | false {
  if (!draw.drawnAt) return false
  return html`<h2>中奖名单</h2><p role="status">${viewTime(draw.drawnAt)} 抽取，${draw.eligible} 人中抽出 ${draw.winners.length} 人。</p>
<div class="wide" tabindex="0" role="region" aria-label="中奖名单"><table><thead><tr><th scope="col" class="figure">序号</th><th scope="col">姓名</th><th scope="col">单位</th><th scope="col">抽奖编码</th></tr></thead>
<tbody>${draw.winners.map(
    each =>
      html`<tr><td class="figure">${each.place}</td><th scope="row">${each.name}</th><td>${each.unit}</td><td><code>${each.code}</code></td></tr>`,
  )}</tbody></table></div>
<p class="actions"><a class="button" href="/contests/${slug}/check">凭参赛码查我有没有中奖</a></p>`
}

function viewCommitment({ slug }: AwardContest, draw: ContestDraw): Html {
  return html`<h2>抽取前的承诺</h2>
<p>${viewTime(draw.committedAt)} 公布，${poolWords(draw)} ${draw.eligible} 人，抽 ${draw.count} 人${!draw.again && '，已中奖的不再参加'}。名单此后不能再改，种子在抽取前无人能看到。</p>
<dl><dt>名单哈希（SHA-256）</dt><dd><code>${draw.registerHash}</code></dd>
<dt>种子哈希（SHA-256）</dt><dd><code>${draw.seedHash}</code></dd>
${draw.seed && html`<dt>现场给出的数字或词语</dt><dd><code>${draw.contribution}</code></dd><dt>公开的种子</dt><dd><code>${draw.seed}</code></dd>`}</dl>
<p class="actions"><a href="/contests/${slug}/draws/${draw.no}/file" download>下载${draw.drawnAt ? '核验文件' : '承诺文件（含名单）'}</a></p>`
}

function viewCheck(draw: ContestDraw): Html {
  return html`<h2>怎样自己核验</h2>
<ol class="steps"><li>抽取前记下上面两个哈希，或保存承诺文件。名单里只有抽奖编码和隐去的姓名。</li>
<li>${draw.drawnAt ? '下载核验文件' : '抽取后下载核验文件'}，看其中两个哈希与事先公布的是否相同。</li>
<li>重新计算：装有简报台的电脑运行 <code>npx jianbao draw verify 文件</code>；或把下面三十行存为 <code>replay.py</code>，运行 <code>python3 replay.py 文件</code>，显示 <code>True</code> 即相符。</li></ol>
<details><summary>三十行核验程序（Python）</summary><pre tabindex="0"><code>${replayScript()}</code></pre></details>`
}
