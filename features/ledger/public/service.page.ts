import { localDay } from '@jianbao/platform/clock'
import { type Html, html, isRecordId, type Page, viewTrail } from '@jianbao/platform/html'
import { findPublicService, type PublicService } from '../server/service/index.ts'
import { paragraphs, viewProgress, viewStanding } from './service.parts.ts'
import { writtenDay } from './service.words.ts'
import type { ServicePages } from './service-pages.ts'

/** One service: what is done, by when, how far it is, what came of it. */
export const servicePage = ({ clock }: Pick<ServicePages, 'clock'>): Page => ({
  path: '/services/:id',
  render: async ({ params: { id }, read }) => {
    const found = isRecordId(id) ? await read(tx => findPublicService(tx, id, localDay(clock.now()))) : null
    if (!found) return null
    return {
      title: found.title,
      description: found.words.split('\n')[0]?.slice(0, 120) ?? '',
      canonical: `/services/${found.id}`,
      article: { publishedAt: found.publishedAt.toISOString() },
      main: html`${viewTrail([
        { path: '/', label: '首页' },
        { path: '/services', label: '为群众办实事' },
      ])}
<article class="case">
<h1>${found.title}</h1>
<p class="facts"><span>${found.unitName}</span>${viewStanding(found)}</p>
<section aria-labelledby="what"><h2 id="what">办什么</h2>${paragraphs(found.words)}</section>
<section aria-labelledby="how-far"><h2 id="how-far">办到哪一步</h2>
<dl class="pairs">
<div><dt>办理期限</dt><dd>${writtenDay(found.startDay)}至${writtenDay(found.dueDay)}</dd></div>
${found.closedDay !== null && found.done && html`<div><dt>办结日期</dt><dd>${writtenDay(found.closedDay)}</dd></div>`}
${!found.done && html`<div><dt>进度</dt><dd>${viewProgress(found)}</dd></div>`}
</dl>
${found.milestones.length > 0 && viewMilestones(found, localDay(clock.now()))}</section>
${found.done && viewOutcome(found)}
<p class="actions"><a href="/services">全部实事</a><a href="/services/ask">说说您的诉求</a></p>
</article>`,
    }
  },
})

function viewMilestones({ milestones, done }: PublicService, today: string): Html {
  return html`<ol class="milestones" aria-label="节点">${milestones.map(({ name, day, done: reached }) => {
    const late = reached === null && day < today && !done
    const [sign, words] =
      reached === null ? [late ? '▲' : '○', late ? '还没有完成' : '计划'] : ['✓', '已完成']
    return html`<li><span aria-hidden="true">${sign}</span><span>${name}</span><span>${words}，${writtenDay(reached ?? day)}</span></li>`
  })}</ol>`
}

function viewOutcome({ outcome, people, spent, mean, counted }: PublicService): Html {
  const rows: [string, string | null][] = [
    ['受益人数', people === null ? null : `${people} 人`],
    ['投入资金', spent === null ? null : `${spent} 元`],
    ['满意度', mean === null ? null : `${mean} 分（${counted} 人评价）`],
  ]
  const known = rows.filter(([, words]) => words !== null)
  if (!outcome && known.length === 0) return html``
  return html`<section aria-labelledby="outcome"><h2 id="outcome">办成了什么样</h2>${paragraphs(outcome)}
${known.length > 0 && html`<dl class="pairs">${known.map(([name, words]) => html`<div><dt>${name}</dt><dd>${words}</dd></div>`)}</dl>`}</section>`
}
