import { localDay } from '@jianbao/platform/clock'
import {
  addressWith,
  type Feed,
  type Html,
  html,
  isRecordId,
  type Page,
  pageOf,
  trusted,
  type Visit,
  viewTurner,
} from '@jianbao/platform/html'
import {
  listPublicPlaces,
  listPublicServices,
  type PublicService,
  publicStates,
} from '../server/service/index.ts'
import { viewProgress, viewStanding } from './service.parts.ts'
import { writtenDay } from './service.words.ts'
import type { ServicePages } from './service-pages.ts'

type Clocked = Pick<ServicePages, 'clock'>

/** What an address asks for; a place or a state nobody knows is left out. */
async function ask({ query, read }: Visit, { clock }: Clocked) {
  const places = await read(listPublicPlaces)
  const place = isRecordId(query['city']) ? places.find(({ id }) => id === query['city']) : undefined
  const state = publicStates.find(each => each === query['state'])
  const page = pageOf(query['page'])
  const wish = { page, ...(place ? { path: place.path } : {}), ...(state ? { state } : {}) }
  const found = await read(tx => listPublicServices(tx, wish, localDay(clock.now())))
  return { places, place, state, page, found }
}

/** 办实事清单 */
export const serviceListPage = (pages: Clocked): Page => ({
  path: '/services',
  render: async visit => {
    const { places, place, state, page, found } = await ask(visit, pages)
    const filters = { city: place?.id, state }
    const narrowed = Boolean(place || state)
    const none =
      narrowed || page > 1
        ? html`<div class="empty"><p>没有符合条件的事项。</p><p><a href="/services">查看全部</a></p></div>`
        : html`<div class="empty"><p>还没有公示的事项。</p><p>您需要什么，可以先<a href="/services/ask">告诉我们</a>。</p></div>`
    return {
      title: place ? `为群众办实事：${place.name}` : '为群众办实事',
      description: '正在办的实事，办到哪一步，办成了什么样',
      canonical: addressWith('/services', filters),
      ...(page > 1 ? { noIndex: true } : {}),
      main: html`<h1 class="section">为群众办实事</h1>
<p class="actions"><a class="button" href="/services/ask">说说您的诉求</a><a href="/services/needs">凭编号查询</a></p>
<form class="search few" action="/services" aria-label="筛选">
<label class="wide">市<select name="city"><option value="">全部</option>${places.map(
        ({ id, name }) => html`<option value="${id}"${id === place?.id && html` selected`}>${name}</option>`,
      )}</select></label>
${state && html`<input type="hidden" name="state" value="${state}">`}
<button type="submit">筛选</button></form>
${viewTabs(place?.id, state)}
<p class="count" role="status">共 ${found.total} 件</p>
${found.rows.length > 0 ? html`<ol class="issues cases">${found.rows.map(viewRow)}</ol>` : none}
${viewTurner(found, number => addressWith('/services', { ...filters, page: number > 1 ? number : '' }))}`,
    }
  },
})

function viewTabs(city: string | undefined, chosen: string | undefined): Html {
  const link = (state: string, label: string): Html =>
    html`<li><a href="${addressWith('/services', { city, state })}"${state === (chosen ?? '') && html` aria-current="true"`}>${label}</a></li>`
  return html`<nav aria-label="办理状态"><ul class="tags">${link('', '全部')}${link('open', '办理中')}${link('done', '已办结')}</ul></nav>`
}

function viewRow(service: PublicService): Html {
  return html`<li><div><h2 class="issue-title"><a href="/services/${service.id}">${service.title}</a></h2>
<p class="facts"><span>${service.unitName}</span>${viewStanding(service)}<span>期限 <time datetime="${service.dueDay}">${writtenDay(service.dueDay)}</time></span>${
    service.done
      ? service.people !== null && html`<span>受益 ${service.people} 人</span>`
      : viewProgress(service)
  }</p></div></li>`
}

/** The same list for programs. */
export const serviceFeed = (pages: Clocked): Feed => ({
  path: '/services.json',
  render: async visit => {
    const { found } = await ask(visit, pages)
    const items = found.rows.map(({ publishedAt, updatedAt, counted, ...service }) => ({
      ...service,
      url: `${visit.origin}/services/${service.id}`,
      publishedAt: publishedAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    }))
    const body = JSON.stringify({ total: found.total, page: found.page, pageSize: found.pageSize, items })
    return { mediaType: 'application/json; charset=utf-8', body: trusted(body), modifiedAt: null }
  },
})
