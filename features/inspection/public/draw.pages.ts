/** 随机抽查 on the public site: what was committed to, what was drawn, how to check it. For anyone, without script. */
import { replayScript } from '@jianbao/draw'
import { localDayTime } from '@jianbao/platform/clock'
import {
  type Html,
  html,
  isRecordId,
  type Page,
  pageOf,
  type SiteRoom,
  viewTrail,
  viewTurner,
} from '@jianbao/platform/html'
import type { DrawnUnit } from '../contract/draw.ts'
import { listDrawnUnits } from '../server/draw/draw.view.ts'
import {
  findPublicDraw,
  listPublicDrawIds,
  listPublicDraws,
  type PublicDraw,
} from '../server/draw/find-public-draws.ts'

const stateWords = { preparing: '', committed: '已承诺，尚未抽取', drawn: '已抽取', void: '已作废' } as const

const listPage: Page = {
  path: '/draws',
  render: async ({ query, read }) => {
    const page = pageOf(query['page'])
    const found = await read(tx => listPublicDraws(tx, page))
    const none = html`<div class="empty"><p>还没有公开的随机抽查。</p><p>组织单位公布承诺后，会出现在这里。</p></div>`
    return {
      title: '随机抽查',
      description: '抽取前公布承诺，抽取后公布结果，任何人都能重新计算一遍',
      canonical: '/draws',
      ...(page > 1 ? { noIndex: true } : {}),
      main: html`<h1 class="section">随机抽查</h1>
<p>每次抽查先公布名册和种子的哈希，再当众抽取。结果由公布的文件唯一确定，任何人都能重新计算一遍。</p>
<p class="count" role="status">共 ${found.total} 次抽查</p>
${found.rows.length ? html`<ol class="issues">${found.rows.map(viewRow)}</ol>` : none}
${viewTurner(found, number => (number > 1 ? `/draws?page=${number}` : '/draws'))}`,
    }
  },
}

function viewRow(draw: PublicDraw): Html {
  return html`<li><div>
  <h2 class="issue-title"><a href="/draws/${draw.id}">${draw.name}</a></h2>
  <p class="facts"><span>${draw.unitName}</span><span>${stateWords[draw.state]}</span><span>承诺 ${time(draw.committedAt)}</span></p>
  <p class="first-headlines">名册 ${draw.objects} 个对象，抽取 ${draw.count} 个</p>
</div></li>`
}

const time = (at: Date): Html => html`<time datetime="${at.toISOString()}">${localDayTime(at)}</time>`

const drawPage: Page = {
  path: '/draws/:id',
  render: async ({ params: { id }, read }) => {
    const found = isRecordId(id)
      ? await read(async tx => {
          const draw = await findPublicDraw(tx, id)
          return draw && { draw, result: await listDrawnUnits(tx, id) }
        })
      : null
    if (!found) return null
    const { draw, result } = found
    return {
      title: draw.name,
      description: `${draw.unitName}的随机抽查：名册 ${draw.objects} 个对象，抽取 ${draw.count} 个`,
      canonical: `/draws/${draw.id}`,
      main: html`${viewTrail([
        { path: '/', label: '首页' },
        { path: '/draws', label: '随机抽查' },
      ])}
<article class="draw">
<h1>${draw.name}</h1>
<p class="facts"><span>${draw.unitName}</span><span>${stateWords[draw.state]}</span></p>
${viewVoid(draw)}
${viewCommitment(draw)}
${viewStrata(draw, result)}
${viewResult(draw, result)}
${viewCheck(draw)}
</article>`,
    }
  },
}

function viewVoid({ voidedAt, voidReason }: PublicDraw): Html | false {
  return (
    voidedAt !== null &&
    html`<p class="draw-void" role="note"><strong>这次抽查已于 ${time(voidedAt)} 作废。</strong>原因：${voidReason}</p>`
  )
}

function viewCommitment(draw: PublicDraw): Html {
  return html`<section aria-labelledby="commitment"><h2 id="commitment">抽取前的承诺</h2>
<p>${time(draw.committedAt)} 公布。名册此后不能再改，种子在抽取前无人能看到。</p>
<dl class="hashes">
<dt>名册哈希（SHA-256）</dt><dd><code>${draw.registerHash}</code></dd>
<dt>种子哈希（SHA-256）</dt><dd><code>${draw.seedHash}</code></dd>
</dl>
${
  draw.drawnAt === null &&
  draw.voidedAt === null &&
  html`<p class="actions"><a class="button" href="/draws/${draw.id}/file" download>下载承诺文件（含名册）</a></p>
<p>抽取时，在场的人说出数字或词语，与种子一起决定结果：组织者事先不知道这些数字，在场的人不知道种子，谁都不能单独左右结果。</p>`
}
</section>`
}

function viewStrata(draw: PublicDraw, result: readonly DrawnUnit[]): Html {
  const drawn = (name: string): number => result.filter(({ stratum }) => stratum === name).length
  const over = draw.drawnAt !== null
  return html`<section aria-labelledby="strata"><h2 id="strata">名册</h2>
<p>${draw.objects} 个抽查对象，${draw.inspectors} 名检查人员，抽取 ${draw.count} 个。</p>
<table><thead><tr><th scope="col">分组</th><th scope="col">对象</th><th scope="col">最少抽取</th>${over && html`<th scope="col">抽中</th>`}</tr></thead>
<tbody>${draw.strata.map(
    each =>
      html`<tr><th scope="row">${each.name}</th><td>${each.objects}</td><td>${each.least}</td>${over && html`<td>${drawn(each.name)}</td>`}</tr>`,
  )}</tbody></table></section>`
}

function viewResult(draw: PublicDraw, result: readonly DrawnUnit[]): Html | false {
  if (draw.drawnAt === null || draw.seed === null) return false
  return html`<section aria-labelledby="result"><h2 id="result">抽取结果</h2>
<p>${time(draw.drawnAt)} 抽取。</p>
<dl class="hashes">
<dt>现场给出的数字或词语</dt><dd><code>${draw.contribution}</code></dd>
<dt>公开的种子</dt><dd><code>${draw.seed}</code></dd>
</dl>
<table><thead><tr><th scope="col">序号</th><th scope="col">抽查对象</th><th scope="col">分组</th><th scope="col">检查人员</th></tr></thead>
<tbody>${result.map(
    ({ place, name, stratum, inspectors }) =>
      html`<tr><td>${place}</td><th scope="row">${name}</th><td>${stratum}</td><td>${inspectors
        .map(each => each.name)
        .join('、')}</td></tr>`,
  )}</tbody></table>
<p class="actions"><a class="button" href="/draws/${draw.id}/file" download>下载核验文件</a></p></section>`
}

function viewCheck({ drawnAt }: PublicDraw): Html {
  return html`<section aria-labelledby="check"><h2 id="check">怎样自己核验</h2>
<ol class="steps">
<li>抽取前记下上面两个哈希，或保存承诺文件。</li>
<li>${drawnAt ? '下载核验文件' : '抽取后下载核验文件'}，看其中两个哈希与事先公布的是否相同。</li>
<li>重新计算：装有简报台的电脑运行 <code>npx jianbao draw verify 文件</code>；或把下面三十行存为 <code>replay.py</code>，运行 <code>python3 replay.py 文件</code>，显示 <code>True</code> 即相符。</li>
</ol>
<details><summary>三十行核验程序（Python）</summary><pre tabindex="0"><code>${replayScript()}</code></pre></details>
<h3>结果是怎样定的</h3>
<p>每个对象的次序是“object、种子、现场词语、名册哈希、分组、编码”六行文字的 SHA-256，从小到大排列。各组先取够最少个数，其余名额按次序在全部对象中取。检查人员同样按哈希次序安排，跳过须回避的和已满的。</p>
</section>`
}

export const drawRoom: SiteRoom = {
  nav: [{ path: '/draws', label: '随机抽查' }],
  styles: new URL('./draws.css', import.meta.url),
  pages: [listPage, drawPage],
  feeds: [],
  feedLinks: [],
  addresses: async read => [
    { path: '/draws', modifiedAt: null },
    ...(await read(listPublicDrawIds)).map(({ id, updatedAt }) => ({
      path: `/draws/${id}`,
      modifiedAt: updatedAt,
    })),
  ],
}
