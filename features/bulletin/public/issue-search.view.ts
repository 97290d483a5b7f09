import { type Html, html } from '@jianbao/platform/html'
import type { IssuePage } from '../contract/index.ts'

export type Wish = { q: string; series: string; year: string }

/** The search form; works without script and keeps what was chosen. */
export function viewSearch(found: IssuePage, wish: Wish): Html {
  const option = (value: string, label: string, chosen: string): Html =>
    html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`
  return html`<form class="search" action="/issues" role="search" aria-label="查找简报">
  <label class="wide">标题或单位<input type="search" name="q" value="${wish.q}" maxlength="100"></label>
  <label>刊名<select name="series">${option('', '全部刊名', wish.series)}${found.seriesNames.map(name =>
    option(name, name, wish.series),
  )}</select></label>
  <label>年份<select name="year">${option('', '全部年份', wish.year)}${found.years.map(year =>
    option(String(year), `${year} 年`, wish.year),
  )}</select></label>
  <button type="submit">查找</button>
</form>`
}

/** Links to the pages before and after, with the wish kept. */
export function viewPager(found: IssuePage, wish: Wish): Html {
  const last = Math.max(1, Math.ceil(found.total / found.pageSize))
  if (last === 1) return html``
  const to = (page: number): string =>
    `/issues?${new URLSearchParams({ ...Object.fromEntries(Object.entries(wish).filter(([, value]) => value)), page: String(page) })}`
  return html`<nav class="pager" aria-label="翻页">
  ${found.page > 1 ? html`<a rel="prev" href="${to(found.page - 1)}">上一页</a>` : html`<span></span>`}
  <span>第 ${found.page} / ${last} 页</span>
  ${found.page < last ? html`<a rel="next" href="${to(found.page + 1)}">下一页</a>` : html`<span></span>`}
</nav>`
}
